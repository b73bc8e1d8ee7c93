use std::collections::BTreeMap;

use super::RustType;

/// Which schema of the description is read and written as which type, for programs that name a schema by its place.
#[derive(Debug)]
pub struct Schemas {
    /// The types, each once.
    pub codecs: Vec<Codec>,
    /// The files of the description: what is left of each when only schemas and references are kept.
    pub documents: Vec<SchemaDocument>,
}

/// A type that a schema has.
#[derive(Debug)]
pub struct Codec {
    /// The type.
    pub ty: RustType,
    /// The features of which one must be on; none: always there.
    pub features: Vec<String>,
}

/// What is left of a file.
#[derive(Debug)]
pub struct SchemaDocument {
    /// Its path; empty for one that nobody wrote, of names only.
    pub path: String,
    /// Its value.
    pub root: SchemaNode,
}

/// A value of the description that is a schema, a reference, or holds some.
#[derive(Debug, Default)]
pub struct SchemaNode {
    /// Its type by the place in the list, if it is a schema that has one.
    pub codec: Option<usize>,
    /// What it refers to.
    pub reference: Option<SchemaReference>,
    /// What it holds, under the names of members and the indices of elements.
    pub parts: BTreeMap<String, SchemaNode>,
}

impl SchemaNode {
    /// A value that holds this one only.
    pub(super) fn within(self, name: &str) -> Self {
        Self {
            parts: BTreeMap::from([(name.to_owned(), self)]),
            ..Self::default()
        }
    }
}

/// What a reference names.
#[derive(Debug)]
pub struct SchemaReference {
    /// The path of the file, if it is another one.
    pub document: Option<String>,
    /// Where in the file, as a JSON Pointer.
    pub pointer: String,
}
