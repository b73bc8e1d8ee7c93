//! Bodies of several parts (`multipart/…`; RFC 2046 §5.1, RFC 7578, OAS 3.1 §4.8.15).

mod boundary;
mod call;
mod description;
mod file_part;
mod heads;
mod joined;
mod parts;
mod values;

pub use description::PartField;
pub use file_part::FilePart;
pub use parts::{AddParts, Parts};
