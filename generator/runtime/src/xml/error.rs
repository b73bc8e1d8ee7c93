use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A value that cannot be written as XML, or a text that is no well-formed XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    place: String,
    reason: Cow<'static, str>,
}

impl XmlError {
    /// Something that is wrong with a value as a whole.
    pub(super) fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self {
            place: String::new(),
            reason: reason.into(),
        }
    }

    /// Something that is wrong with a text at `offset`.
    #[cold]
    pub(super) fn at(text: &str, offset: usize, reason: impl Into<Cow<'static, str>>) -> Self {
        let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let last = before.rsplit(|byte| *byte == b'\n').next();
        let last = String::from_utf8_lossy(last.unwrap_or_default());
        let column = last.chars().count() + 1;
        Self {
            place: format!("line {line}, column {column}"),
            reason: reason.into(),
        }
    }

    /// The same, said of the value in which this value stands as a member or an item.
    pub(super) fn within(mut self, step: &str) -> Self {
        let dot = match self.place.as_str() {
            "" => "",
            place if place.starts_with('[') => "",
            _ => ".",
        };
        self.place = format!("{step}{dot}{}", self.place);
        self
    }

    /// Where it is: a path such as `products[3].name`, or line and column; empty if it is the whole.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What is wrong.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, reason } = self;
        if !place.is_empty() {
            write!(formatter, "{place}: ")?;
        }
        formatter.write_str(reason)
    }
}

impl Error for XmlError {}
