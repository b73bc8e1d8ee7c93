//! Texts and numbers that hold something else, as `format` says: each keeps what came exactly as it came, and offers
//! what it holds if it can be read.
//!
//! Nothing that a server sends as a text fails to be decoded: what cannot be read as a date stays a text, and is sent
//! back as it came.

mod base64;
mod binary;
mod date;
mod date_time;
mod decimal;
mod duration;
mod error;
mod http_date;
mod ip;
mod iso_duration;
mod moment;
mod octets;
mod open_text;
mod password;
mod pieces;
mod time;
mod unix_time;
mod uri;
mod uuid;
mod with_chrono;
mod with_jiff;
mod with_rust_decimal;
mod with_std;
mod with_time;
mod with_url;
mod with_uuid;

pub use base64::{Base64, Base64Url};
pub use binary::Binary;
pub use date::Date;
pub use date_time::DateTime;
pub use decimal::Decimal;
pub use duration::Duration;
pub use error::FormatError;
pub use http_date::HttpDate;
pub use ip::Ip;
pub use password::Password;
pub use time::Time;
pub use unix_time::{UnixMicros, UnixMillis, UnixNanos, UnixSeconds};
pub use uri::Uri;
pub use uuid::Uuid;
