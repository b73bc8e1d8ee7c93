use std::fmt;

/// A place in our own sources that breaks a rule of the house.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The file, relative to the root of the repository.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The rule.
    pub rule: Rule,
    /// What is there.
    pub message: String,
}

/// The rules of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A stage imports the stage before it and the ground rooms.
    Direction,
    /// A crate is named in its rooms only.
    Rooms,
    /// Nothing can panic outside tests.
    Panics,
    /// A lint is switched off with `#[expect(lint, reason = "…")]` and in no other way.
    Exceptions,
    /// Nothing depends on the order of a hash map.
    Order,
    /// Files and functions can be read at once.
    Length,
    /// A `mod.rs` is a face.
    Faces,
    /// Names say what is in them.
    Names,
    /// Every diagnostic code has a case.
    Cases,
    /// Snapshots are accepted and short.
    Snapshots,
    /// Every source file can be read.
    Readable,
}

impl Rule {
    /// The rule in one sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Direction => {
                "a stage imports the stage before it and the ground rooms, nothing else"
            }
            Self::Rooms => "this is named in its own rooms only",
            Self::Panics => "nothing can panic outside tests",
            Self::Exceptions => "an exception is `#[expect(lint, reason = \"…\")]`",
            Self::Order => "`BTreeMap` or `IndexMap`, never a hash map",
            Self::Length => "files of 400 lines and functions of 60 lines at the most",
            Self::Faces => {
                "a `mod.rs` is one `//!` sentence, `mod` lines and `pub use`; it defines nothing"
            }
            Self::Names => "a name says what is in it",
            Self::Cases => "every diagnostic code has a case in tests/cases/faulty",
            Self::Snapshots => "a snapshot is accepted, and has 400 lines at the most",
            Self::Readable => "every source file is Rust",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            rule,
            message,
        } = self;
        write!(formatter, "{file}:{line}: {message} ({})", rule.sentence())
    }
}
