use std::error::Error;
use std::fmt;

/// A text that does not hold what its format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    expected: &'static str,
    found: Box<str>,
}

/// As many characters of a text are shown.
const SHOWN: usize = 40;

impl FormatError {
    /// That `text` is not `expected`, which says it with an article: `a date`.
    #[doc(hidden)]
    #[cold]
    pub fn new(expected: &'static str, text: &str) -> Self {
        let shown: String = text.chars().take(SHOWN).collect();
        Self {
            expected,
            found: shown.into(),
        }
    }

    /// What was expected, such as `a date`.
    pub fn expected(&self) -> &str {
        self.expected
    }

    /// What was found; the first 40 characters at most.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found } = self;
        write!(formatter, "expected {expected}, found {found:?}")
    }
}

impl Error for FormatError {}
