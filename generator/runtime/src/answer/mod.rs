//! What came back: status, header fields, and a body that is read by its media type.

mod charset;
mod choose;
mod content_type;
mod declared;
mod fields;
mod plain;
mod received;
mod response;

pub use content_type::ContentType;
pub use declared::{DeclaredHeaders, HeaderError, HeaderFields, HeaderForm};
pub use fields::{request_id, retry_after};
pub use received::{Answer, Head};
pub use response::Response;
