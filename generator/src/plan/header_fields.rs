use super::RustType;
use crate::naming::Ident;

/// The header fields that some answers of an operation declare: a struct.
#[derive(Debug)]
pub struct HeaderFields {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Its fields.
    pub fields: Vec<HeaderField>,
}

/// One of them.
#[derive(Debug)]
pub struct HeaderField {
    /// The field of the struct.
    pub ident: Ident,
    /// Its name on the wire.
    pub wire_name: String,
    /// The type of its value.
    pub ty: RustType,
    /// It must be there.
    pub required: bool,
    /// How its value is written.
    pub form: HeaderForm,
    /// Lines of documentation.
    pub docs: Vec<String>,
}

/// How the value of a header field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderForm {
    /// As the text of one value.
    Value,
    /// As items apart by commas.
    List,
    /// As names and values, all of them apart by commas.
    Object,
    /// As members apart by commas.
    Members,
    /// As a JSON text.
    Json,
    /// As any number of cookies, which are secret.
    Cookies,
}

impl HeaderField {
    /// The type of the field.
    pub fn declared(&self) -> RustType {
        match self.required {
            true => self.ty.clone(),
            false => RustType::Option(Box::new(self.ty.clone())),
        }
    }
}
