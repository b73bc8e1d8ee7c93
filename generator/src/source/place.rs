use super::Pointer;

/// One of the files that were read, in the order in which they were first opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A position in a description: a file and a JSON Pointer into its value.
///
/// Line and column are looked up in the text only when a report is drawn, so a clean description pays nothing for them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file that holds the value.
    pub file: FileId,
    /// Where in the file's value.
    pub pointer: Pointer,
}

impl Place {
    /// The value that `pointer` names in `file`.
    pub fn new(file: FileId, pointer: Pointer) -> Self {
        Self { file, pointer }
    }

    /// The member `name` of the object here.
    pub fn child(&self, name: &str) -> Self {
        Self::new(self.file, self.pointer.child(name))
    }

    /// The element `index` of the array here.
    pub fn index(&self, index: usize) -> Self {
        Self::new(self.file, self.pointer.index(index))
    }
}
