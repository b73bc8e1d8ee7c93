use super::{RustType, Writing};
use crate::naming::Ident;

/// A struct that collects the parts of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Its name.
    pub ident: Ident,
    /// The constant that describes the parts.
    pub constant: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The parts, in their order.
    pub fields: Vec<PartField>,
}

/// A part, or several of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartField {
    /// Its name on the wire; empty: it has none.
    pub wire_name: String,
    /// The argument of the constructor.
    pub ident: Ident,
    /// The method that sets it.
    pub setter: Ident,
    /// What the caller gives.
    pub kind: PartKind,
    /// Must be given.
    pub required: bool,
    /// The media type that is sent unless another is chosen; empty: the one that the value asks for.
    pub media_type: String,
    /// The style of its value, which then has no media type.
    pub style: Option<Writing>,
    /// The header fields that it can have.
    pub headers: Vec<PartHeader>,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
}

/// What is given for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartKind {
    /// A file.
    File,
    /// Any number of files.
    Files,
    /// A value.
    Value(RustType),
}

/// A header field of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartHeader {
    /// The field's name.
    pub wire_name: String,
    /// The method that sets it.
    pub setter: Ident,
    /// The type of its value.
    pub ty: RustType,
    /// Must be given.
    pub required: bool,
    /// Lines of documentation.
    pub docs: Vec<String>,
}
