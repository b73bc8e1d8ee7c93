use crate::source::Pointer;

/// Something that reading a file passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where in the file's value.
    pub pointer: Pointer,
    /// What was found.
    pub kind: FindingKind,
}

/// What reading a file can pass over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// An object says the key more than once; the last one holds.
    DuplicateKey,
    /// The file holds several YAML documents; the first that says something is read.
    FurtherDocuments,
    /// A file whose name ends in `.json` holds no JSON, but YAML.
    NotJson,
    /// A file holds JSON with comments or trailing commas, which are passed over.
    RelaxedJson,
    /// The value is nested too deeply; null stands in its place.
    TooDeep,
}

impl FindingKind {
    /// What is so, in one sentence without a full stop.
    pub fn message(self) -> &'static str {
        match self {
            Self::DuplicateKey => "the key is said more than once; the last one holds",
            Self::FurtherDocuments => {
                "the file holds several YAML documents; only the first is read"
            }
            Self::NotJson => "the file is no JSON; it is read as YAML, which allows more",
            Self::RelaxedJson => {
                "the file has comments or trailing commas, which JSON does not; they are passed over"
            }
            Self::TooDeep => "the value is nested too deeply; null stands in its place",
        }
    }
}
