use std::collections::BTreeMap;

use crate::emit::File;

/// What stands at a path of the folder before anything is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A file that carries clientwright's mark.
    Own(Vec<u8>),
    /// A file without a byte: nobody's work is lost with it.
    Empty,
    /// A file that somebody else wrote.
    Foreign(Vec<u8>),
    /// What a run that was cut off has left: a text that never got its name.
    Leftover,
    /// A folder, a symbolic link, a socket: nothing that clientwright makes.
    NoFile,
}

/// The changes that turn a folder into what was emitted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Files to write.
    pub write: Vec<Change>,
    /// Files that are right as they are; their time stamps stay.
    pub keep: Vec<String>,
    /// Files that an earlier run wrote and this one does not.
    pub remove: Vec<String>,
    /// What a run that was cut off has left.
    pub leftover: Vec<String>,
}

/// One file to write.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The path, relative to the folder, with `/`.
    pub path: String,
    /// The text it shall have.
    pub text: String,
    /// The text it has; `None` when there is no such file.
    pub before: Option<Vec<u8>>,
}

impl Plan {
    /// Compares what was emitted with what stands in the folder.
    ///
    /// # Errors
    ///
    /// The paths at which something stands that clientwright did not write.
    pub(crate) fn new(
        emitted: Vec<File>,
        mut existing: BTreeMap<String, Entry>,
    ) -> Result<Self, Vec<String>> {
        let mut plan = Self::default();
        let mut in_the_way = Vec::new();
        for File { path, text } in emitted {
            match existing.remove(&path) {
                Some(Entry::Own(bytes) | Entry::Foreign(bytes)) if bytes == text.as_bytes() => {
                    plan.keep.push(path)
                }
                Some(Entry::Own(bytes)) => plan.write.push(Change {
                    path,
                    text,
                    before: Some(bytes),
                }),
                Some(Entry::Empty) => plan.write.push(Change {
                    path,
                    text,
                    before: Some(Vec::new()),
                }),
                Some(Entry::Leftover) | None => plan.write.push(Change {
                    path,
                    text,
                    before: None,
                }),
                Some(Entry::Foreign(_) | Entry::NoFile) => in_the_way.push(path),
            }
        }
        for (path, entry) in existing {
            match entry {
                Entry::Own(_) => plan.remove.push(path),
                Entry::Leftover => plan.leftover.push(path),
                Entry::Empty | Entry::Foreign(_) | Entry::NoFile => {}
            }
        }
        if in_the_way.is_empty() {
            Ok(plan)
        } else {
            Err(in_the_way)
        }
    }

    /// Whether the folder is already what was emitted; what a run that was cut off has left does not count.
    pub(crate) fn is_fresh(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }
}
