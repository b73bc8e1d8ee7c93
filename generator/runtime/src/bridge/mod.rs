//! `serde::Serialize` and `serde::Deserialize`, as bridges to the codecs: a value goes by way of
//! [`Json`](crate::json::Json) to or from any format that serde knows.

mod deserialize;
mod impls;
mod serialize;

pub use deserialize::deserialize;
pub use serialize::serialize;
