use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::{ContentType, Response, charset, request_id};
use crate::error::{BodyError, DecodeFailure, Failure, OperationError};
use crate::json::{self, Decode};

/// An answer of whatever status, its body read and not yet decoded.
#[derive(Clone)]
pub struct Answer {
    head: Box<Head>,
    body: Bytes,
    truncated: bool,
}

/// Status and header fields of an answer, and the operation that it answers.
#[derive(Clone)]
pub struct Head {
    /// The name of the operation, for messages.
    pub operation: Cow<'static, str>,
    /// The status.
    pub status: StatusCode,
    /// The header fields.
    pub headers: HeaderMap,
}

impl Answer {
    /// An answer as a transport brought it.
    pub fn new(head: Head, body: Bytes) -> Self {
        Self {
            head: Box::new(head),
            body,
            truncated: false,
        }
    }

    /// Marks that the body went on beyond what was kept of it.
    #[must_use]
    pub fn truncated(mut self, truncated: bool) -> Self {
        self.truncated = truncated;
        self
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The body as it came, without content codings.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Whether the body of an error was longer than what was kept of it.
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers())
    }

    /// The media type of the body, if it is stated.
    pub fn content_type(&self) -> Option<ContentType> {
        let text = self
            .headers()
            .get(CONTENT_TYPE)
            .map(HeaderValue::as_bytes)?;
        Some(ContentType::parse(&String::from_utf8_lossy(text)))
    }

    /// The body of a success, decoded from JSON.
    ///
    /// # Errors
    /// `Decode`, when the body states another media type or is not what was expected.
    pub fn json<T: Decode, E>(self) -> Result<Response<T>, OperationError<E>> {
        match self.json_body() {
            Ok(body) => Ok(self.into_response(body)),
            Err(error) => Err(self.undecodable(error).into()),
        }
    }

    /// The body of a success as a text, by the `charset` that it states.
    ///
    /// # Errors
    /// `Decode`, when the charset is not known or the bytes are not legal in it.
    pub fn text<E>(self) -> Result<Response<String>, OperationError<E>> {
        match self.text_body() {
            Ok(body) => Ok(self.into_response(body)),
            Err(error) => Err(self.undecodable(error).into()),
        }
    }

    /// The body of a success as it came.
    ///
    /// # Errors
    /// None; a result so that it reads like its neighbours.
    pub fn bytes<E>(self) -> Result<Response<Bytes>, OperationError<E>> {
        let body = self.body.clone();
        Ok(self.into_response(body))
    }

    /// A success whose body, if there is one, says nothing.
    ///
    /// # Errors
    /// None; a result so that it reads like its neighbours.
    pub fn empty<E>(self) -> Result<Response<()>, OperationError<E>> {
        Ok(self.into_response(()))
    }

    /// An answer that is not a success; `body` decodes what the document says of its body.
    pub fn failure<E>(self, body: fn(&Self) -> Option<Result<E, BodyError>>) -> OperationError<E> {
        let body = body(&self);
        OperationError::Api(Failure::new(self, body))
    }

    /// As [`failure`](Self::failure), as the outcome of a call.
    ///
    /// # Errors
    /// Always.
    pub fn fail<T, E>(
        self,
        body: fn(&Self) -> Option<Result<E, BodyError>>,
    ) -> Result<T, OperationError<E>> {
        Err(self.failure(body))
    }

    /// A success of which the document says nothing where it tells successes apart by status.
    ///
    /// # Errors
    /// Always `Decode`: the call succeeded, and the error carries all that came.
    pub fn undeclared<T, E>(self) -> Result<T, OperationError<E>> {
        Err(self.undecodable(BodyError::Undeclared).into())
    }

    /// Decodes the body from JSON. A missing `Content-Type` is taken as JSON, a missing body as `null`.
    ///
    /// # Errors
    /// When the body states another media type or is not what was expected.
    pub fn json_body<T: Decode>(&self) -> Result<T, BodyError> {
        if self.body.is_empty() {
            return json::from_str("null").map_err(|_| BodyError::Empty);
        }
        let text = self.json_bytes()?;
        json::from_slice(&text).map_err(|error| self.explain(BodyError::Json(error)))
    }

    /// Decodes the body as a text, by the `charset` that it states.
    ///
    /// # Errors
    /// When the charset is not known or the bytes are not legal in it.
    pub fn text_body(&self) -> Result<String, BodyError> {
        let stated = self.content_type();
        let text = self.text_in(stated.as_ref().and_then(ContentType::charset))?;
        Ok(text.into_owned())
    }

    /// This answer with a body that was decoded from it.
    pub fn into_response<T>(self, body: T) -> Response<T> {
        Response::new(self.head, body)
    }

    /// A success whose body cannot be decoded.
    pub fn undecodable(self, error: BodyError) -> DecodeFailure {
        DecodeFailure::new(*self.head, self.body, error)
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// The body as a text in this charset, without a byte order mark.
    pub(crate) fn text_in(&self, charset: Option<&str>) -> Result<Cow<'_, str>, BodyError> {
        match charset::utf8(&self.body, charset)? {
            Cow::Borrowed(bytes) => str::from_utf8(bytes).map(Cow::Borrowed).ok(),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).ok(),
        }
        .ok_or(BodyError::Text("utf-8"))
    }

    pub(crate) fn json_bytes(&self) -> Result<Cow<'_, [u8]>, BodyError> {
        if self.body.is_empty() {
            return Err(BodyError::Empty);
        }
        match self.content_type() {
            Some(stated) if stated.is_json() => charset::utf8(&self.body, stated.charset()),
            Some(stated) if !stated.essence().is_empty() => {
                Err(BodyError::content_type("JSON", stated.essence()))
            }
            Some(_) | None => charset::utf8(&self.body, None),
        }
    }

    /// A body that was cut off is not wrong, only incomplete.
    pub(crate) fn explain(&self, error: BodyError) -> BodyError {
        if self.truncated {
            BodyError::Truncated(self.body.len())
        } else {
            error
        }
    }
}

impl Head {
    /// `importResource: 409 Conflict`
    pub(crate) fn line(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.operation, self.status)
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Head")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("headers", &self.headers)
            .finish()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Answer")
            .field("head", &self.head)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("truncated", &self.truncated)
            .finish()
    }
}
