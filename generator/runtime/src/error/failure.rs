use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::BodyError;
use super::excerpt::excerpt;
use crate::answer::{Answer, Head, request_id, retry_after};
use crate::json::Decode;

/// An answer that is not a success.
pub struct Failure<E>(Box<Parts<E>>);

struct Parts<E> {
    answer: Answer,
    body: Option<Result<E, BodyError>>,
}

/// The body type of a [`Failure`] of no particular operation: it is never decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecoded {}

impl<E> Failure<E> {
    /// An answer, and what came of decoding its body if the document says what that is.
    pub fn new(answer: Answer, body: Option<Result<E, BodyError>>) -> Self {
        Self(Box::new(Parts { answer, body }))
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.0.answer.status()
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        self.0.answer.headers()
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers())
    }

    /// How long the service asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// The body, if the document says what it is for this status and it is that.
    pub fn body(&self) -> Option<&E> {
        self.0.body.as_ref()?.as_ref().ok()
    }

    /// The body, if the document says what it is for this status and it is that.
    pub fn into_body(self) -> Option<E> {
        self.0.body?.ok()
    }

    /// Why the body is not what the document says, if it says anything.
    pub fn body_error(&self) -> Option<&BodyError> {
        self.0.body.as_ref()?.as_ref().err()
    }

    /// The body as it came, or its beginning if it is very long.
    pub fn raw_body(&self) -> &Bytes {
        self.0.answer.body()
    }

    /// Whether [`raw_body`](Self::raw_body) is only the beginning.
    pub fn is_truncated(&self) -> bool {
        self.0.answer.is_truncated()
    }

    /// The body as a text, as well as it can be read.
    pub fn text(&self) -> Cow<'_, str> {
        match self.0.answer.text_body() {
            Ok(text) => Cow::Owned(text),
            Err(_) => String::from_utf8_lossy(self.raw_body()),
        }
    }

    /// Decodes the body from JSON as any other type.
    ///
    /// # Errors
    /// When the body states another media type or is no such value.
    pub fn decode<T: Decode>(&self) -> Result<T, BodyError> {
        self.0.answer.json_body()
    }

    /// The operation.
    pub fn operation(&self) -> &str {
        &self.head().operation
    }

    pub(crate) fn without_body(self) -> Failure<Undecoded> {
        Failure::new(self.0.answer, None)
    }

    fn head(&self) -> &Head {
        self.0.answer.head()
    }
}

/// The operation, the status, and what the body says about it in its usual members.
impl<E> fmt::Display for Failure<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head().line(formatter)?;
        match excerpt(&self.0.answer) {
            Some(excerpt) => write!(formatter, ": {excerpt}"),
            None => Ok(()),
        }
    }
}

impl<E: fmt::Debug> fmt::Debug for Failure<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Failure")
            .field("answer", &self.0.answer)
            .field("body", &self.0.body)
            .finish()
    }
}
