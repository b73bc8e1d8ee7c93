use std::collections::BTreeMap;
use std::fmt;

/// Fetches the bytes of files: from a folder, from memory.
pub trait Loader {
    /// The bytes of the file at `path`: relative to the root folder, `/`-separated, without `.` and `..`.
    ///
    /// # Errors
    ///
    /// Why there are none.
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError>;
}

/// Why a file could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// There is no such file.
    NotFound,
    /// The file is outside the folder that may be read, for example behind a link.
    Outside,
    /// Anything else, in the words of the system.
    Other(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => formatter.write_str("there is no such file"),
            Self::Outside => formatter.write_str("it is outside the folder that may be read"),
            Self::Other(text) => formatter.write_str(text),
        }
    }
}

impl std::error::Error for LoadError {}

/// Files that are held in memory.
pub(super) struct InMemory(pub(super) BTreeMap<String, Vec<u8>>);

impl Loader for InMemory {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.0.get(path).cloned().ok_or(LoadError::NotFound)
    }
}
