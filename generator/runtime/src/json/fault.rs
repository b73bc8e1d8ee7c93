/// What a reader did not expect, and where. Small, because every result in a codec carries it;
/// [`crate::json::DecodeError`] is what users see of it.
#[derive(Debug)]
pub struct Fault(Box<Detail>);

#[derive(Debug)]
struct Detail {
    offset: usize,
    expected: Expected,
    broken: bool,
}

/// What would have been right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// What these words say.
    Text(&'static str),
    /// An object of the type of this name.
    Object(&'static str),
    /// An object that has a member of this name.
    Member(&'static str),
}

impl Fault {
    /// Legal JSON, but not the value that was expected.
    #[cold]
    pub(super) fn mismatch(offset: usize, expected: Expected) -> Self {
        Self(Box::new(Detail {
            offset,
            expected,
            broken: false,
        }))
    }

    /// No JSON that could be read as any type.
    #[cold]
    pub(super) fn broken(offset: usize, expected: &'static str) -> Self {
        Self(Box::new(Detail {
            offset,
            expected: Expected::Text(expected),
            broken: true,
        }))
    }

    /// Whether the text is no JSON at this place, so that no other type would fit either.
    pub fn is_broken(&self) -> bool {
        self.0.broken
    }

    /// Where in the text it is, in bytes.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    pub(super) fn expected(&self) -> Expected {
        self.0.expected
    }
}
