use ::base64::Engine;
use bytes::Bytes;

use super::open_text::{checked_text, kept_text, shown_text};
use super::{FormatError, octets};

/// Bytes as a text (`byte` or `base64`, RFC 4648 §4), as it came.
///
/// It is made from bytes; [`from_text`](Self::from_text) takes any text, which comes back as it is, and `"…".parse()`
/// only what stands for bytes. They are compared as texts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(Box<str>);

/// Bytes as a text (`base64url`, RFC 4648 §5), as it came.
///
/// It is made from bytes; [`from_text`](Self::from_text) takes any text, which comes back as it is, and `"…".parse()`
/// only what stands for bytes. They are compared as texts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64Url(Box<str>);

/// What both are: texts that are written in their own alphabet and read in either.
macro_rules! bytes_in_text {
    ($name:ident, $alphabet:expr) => {
        kept_text!($name);
        shown_text!($name);
        checked_text!($name, to_bytes);

        impl $name {
            /// A text that stands for bytes already.
            pub fn from_text(text: impl Into<String>) -> Self {
                Self(text.into().into())
            }

            /// The bytes: read in either alphabet, with padding or without, with lines or without.
            ///
            /// # Errors
            ///
            /// If the text stands for none.
            pub fn to_bytes(&self) -> Result<Bytes, FormatError> {
                let bytes = octets::read(self.as_str()).map(Bytes::from);
                bytes.ok_or_else(|| FormatError::new("bytes in base64", self.as_str()))
            }
        }

        impl From<&[u8]> for $name {
            fn from(bytes: &[u8]) -> Self {
                Self($alphabet.encode(bytes).into())
            }
        }

        impl<const N: usize> From<&[u8; N]> for $name {
            fn from(bytes: &[u8; N]) -> Self {
                Self::from(bytes.as_slice())
            }
        }

        impl From<Vec<u8>> for $name {
            fn from(bytes: Vec<u8>) -> Self {
                Self::from(bytes.as_slice())
            }
        }

        impl From<Bytes> for $name {
            fn from(bytes: Bytes) -> Self {
                Self::from(&*bytes)
            }
        }
    };
}

bytes_in_text!(Base64, octets::BASE64);
bytes_in_text!(Base64Url, octets::BASE64_URL);
