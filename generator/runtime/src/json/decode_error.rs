use std::error::Error;
use std::fmt;

use crate::json::Fault;
use crate::json::fault::Expected;
use crate::json::place::{describe, line_and_column, path_to};

/// JSON that is not what was expected, or no JSON: where, what was expected, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    path: String,
    expected: String,
    found: String,
    line: usize,
    column: usize,
    offset: usize,
    /// The JSON was made of another text, so that no one has seen its lines.
    converted: bool,
}

impl DecodeError {
    /// What `fault` means in the text that it was found in.
    #[cold]
    pub(super) fn new(text: &str, fault: &Fault) -> Self {
        let offset = fault.offset();
        let (expected, found) = match fault.expected() {
            Expected::Text(expected) => (expected.to_owned(), describe(text, offset)),
            Expected::Object("") => ("an object".to_owned(), describe(text, offset)),
            Expected::Object(name) => (format!("an object ({name})"), describe(text, offset)),
            Expected::Member(name) => (
                format!("a member `{name}`"),
                "an object without it".to_owned(),
            ),
        };
        let (line, column) = line_and_column(text, offset);
        let path = path_to(text, offset);
        Self(Box::new(Parts {
            path,
            expected,
            found,
            line,
            column,
            offset,
            converted: false,
        }))
    }

    /// This, found in JSON that was made of another text: its lines and columns say nothing.
    #[cold]
    pub fn of_converted(mut self) -> Self {
        self.0.converted = true;
        self
    }

    /// Bytes that are no UTF-8, behind a `text` that is.
    #[cold]
    pub(super) fn not_utf8(text: &str) -> Self {
        let mut error = Self::new(text, &Fault::broken(text.len(), "text in UTF-8"));
        error.0.found = "bytes that are none".to_owned();
        error
    }

    /// Where in the JSON it is, such as `products[3].name`; empty if it is the whole.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What was expected, such as `a string`.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What was found, such as `null`; the first 40 characters at most of a value.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The column in characters, from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }

    /// The place in bytes, from 0.
    pub fn offset(&self) -> usize {
        self.0.offset
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts {
            path,
            expected,
            found,
            line,
            column,
            offset: _,
            converted,
        } = &*self.0;
        if !path.is_empty() {
            write!(formatter, "{path}: ")?;
        }
        write!(formatter, "expected {expected}, found {found}")?;
        match converted {
            true => Ok(()),
            false => write!(formatter, " (line {line}, column {column})"),
        }
    }
}

impl Error for DecodeError {}
