use std::error::Error;
use std::fmt;

use crate::json::place::path_to;

/// A value that cannot be written as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError {
    path: Box<str>,
    problem: Problem,
}

/// Why a value cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    NotFinite,
    TooDeep,
}

impl EncodeError {
    /// `offset` is the place of the value in what was written.
    pub(super) fn new(text: &str, offset: usize, problem: Problem) -> Self {
        let path = path_to(text, offset).into_boxed_str();
        Self { path, problem }
    }

    /// Where the value is, such as `products[3].price`; empty if it is the whole.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "{}: ", self.path)?;
        }
        formatter.write_str(match self.problem {
            Problem::NotFinite => "JSON has no numbers that are infinite or not a number",
            Problem::TooDeep => "the value has more than 128 levels",
        })
    }
}

impl Error for EncodeError {}
