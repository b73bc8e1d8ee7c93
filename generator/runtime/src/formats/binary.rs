use std::str::Utf8Error;

use super::open_text::{any_text, kept_text, shown_text};

/// Bytes that a text holds as they are (`binary`): those of its UTF-8. JSON can hold no others.
///
/// They are compared as texts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Binary(Box<str>);

kept_text!(Binary);
shown_text!(Binary);
any_text!(Binary);

impl Binary {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Fails for bytes that are no UTF-8.
impl TryFrom<&[u8]> for Binary {
    type Error = Utf8Error;

    fn try_from(bytes: &[u8]) -> Result<Self, Utf8Error> {
        str::from_utf8(bytes).map(Self::from)
    }
}

/// Fails for bytes that are no UTF-8.
impl TryFrom<Vec<u8>> for Binary {
    type Error = Utf8Error;

    fn try_from(bytes: Vec<u8>) -> Result<Self, Utf8Error> {
        Self::try_from(bytes.as_slice())
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
