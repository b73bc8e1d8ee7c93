//! Values as XML, by a table that a generated crate has for each type that goes over the wire so (OAS 3.2 §4.26).

mod body;
mod choose;
mod error;
mod list;
mod members;
mod name;
mod parse;
mod scalar;
mod table;
mod text;
mod tree;
mod value;
mod write;

pub use error::XmlError;
pub use table::{Xml, XmlMember, XmlNode, XmlType, XmlVariant};
pub use value::to_json_text;
pub use write::to_text;
