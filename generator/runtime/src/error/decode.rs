use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::answer::{Head, request_id};
use crate::boxed::BoxError;
use crate::json::DecodeError;

/// The call succeeded, but its body could not be decoded. Nothing of the answer is lost.
pub struct DecodeFailure(Box<Parts>);

struct Parts {
    head: Head,
    body: Bytes,
    error: BodyError,
}

/// Why a body could not be decoded.
#[derive(Debug)]
#[non_exhaustive]
pub enum BodyError {
    /// It is JSON, or said to be, but not what was expected; has path, line and column.
    Json(DecodeError),
    /// It is no well-formed text of the format that it should be in.
    Syntax {
        /// The name of the format.
        format: &'static str,
        /// What is wrong, and where.
        error: BoxError,
    },
    /// It states another media type.
    ContentType {
        /// What would have been right.
        expected: Cow<'static, str>,
        /// What it states.
        found: String,
    },
    /// It states a charset that is not known here.
    Charset(String),
    /// It is no legal text of this charset.
    Text(&'static str),
    /// There is none.
    Empty,
    /// The document says nothing of a success with this status.
    Undeclared,
    /// It is longer than what was kept of it, which is so many bytes.
    Truncated(usize),
}

impl BodyError {
    /// Another media type than the one that was expected.
    pub fn content_type(expected: impl Into<Cow<'static, str>>, found: &str) -> Self {
        Self::ContentType {
            expected: expected.into(),
            found: crop(found),
        }
    }

    /// A text that is not well-formed.
    pub fn syntax(format: &'static str, error: impl Into<BoxError>) -> Self {
        let error = error.into();
        Self::Syntax { format, error }
    }

    /// A charset that is not known here.
    pub fn charset(found: &str) -> Self {
        Self::Charset(crop(found))
    }

    /// Where in the JSON it went wrong, such as `products[3].name`.
    pub fn path(&self) -> Option<&str> {
        self.json().map(DecodeError::path)
    }

    pub(crate) fn json(&self) -> Option<&DecodeError> {
        match self {
            Self::Json(error) => Some(error),
            Self::Syntax { .. }
            | Self::ContentType { .. }
            | Self::Charset(_)
            | Self::Text(_)
            | Self::Empty
            | Self::Undeclared
            | Self::Truncated(_) => None,
        }
    }
}

impl DecodeFailure {
    /// A success with this body, which could not be decoded.
    pub fn new(head: Head, body: Bytes, error: BodyError) -> Self {
        Self(Box::new(Parts { head, body, error }))
    }

    /// The status, which is a success.
    pub fn status(&self) -> StatusCode {
        self.0.head.status
    }

    /// The header fields of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.head.headers
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Why it could not be decoded.
    pub fn error(&self) -> &BodyError {
        &self.0.error
    }

    /// Where in the JSON it went wrong, such as `products[3].name`.
    pub fn path(&self) -> Option<&str> {
        self.0.error.path()
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers())
    }

    /// The operation.
    pub fn operation(&self) -> &str {
        &self.0.head.operation
    }
}

/// Header fields are under the control of the server: no line breaks and no length of its choice.
fn crop(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control())
        .take(60)
        .collect()
}

impl fmt::Display for BodyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(formatter),
            Self::Syntax { format, error } => write!(formatter, "no well-formed {format}: {error}"),
            Self::ContentType { expected, found } => {
                write!(formatter, "expected {expected}, found `{found}`")
            }
            Self::Charset(charset) => write!(formatter, "unknown charset `{charset}`"),
            Self::Text(charset) => write!(formatter, "no legal {charset} text"),
            Self::Undeclared => {
                formatter.write_str("the description says nothing of answers with this status")
            }
            Self::Empty => formatter.write_str("expected a value, found an empty body"),
            Self::Truncated(kept) => write!(formatter, "only its first {kept} bytes were read"),
        }
    }
}

impl fmt::Display for DecodeFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { head, body, error } = &*self.0;
        head.line(formatter)?;
        let length = body.len();
        write!(
            formatter,
            ", so the call succeeded, but its body ({length} bytes) was not understood: {error}"
        )
    }
}

impl fmt::Debug for DecodeFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("DecodeFailure")
            .field("head", &self.0.head)
            .field("body", &format_args!("{} bytes", self.0.body.len()))
            .field("error", &self.0.error)
            .finish()
    }
}

impl Error for BodyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if let Self::Syntax { error, .. } = self {
            return Some(&**error);
        }
        let error: &(dyn Error + 'static) = self.json()?;
        Some(error)
    }
}

impl Error for DecodeFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0.error)
    }
}
