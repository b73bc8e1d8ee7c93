use http::{HeaderMap, StatusCode};

use super::{Head, request_id};

/// A success: status, header fields and the decoded body.
#[derive(Debug, Clone)]
pub struct Response<T> {
    head: Box<Head>,
    body: T,
}

impl<T> Response<T> {
    /// A response of these parts.
    pub fn new(head: Box<Head>, body: T) -> Self {
        Self { head, body }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.head.headers)
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body alone.
    pub fn into_body(self) -> T {
        self.body
    }

    /// Status, header fields and body.
    pub fn into_parts(self) -> (StatusCode, HeaderMap, T) {
        (self.head.status, self.head.headers, self.body)
    }

    /// The same with another body.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            head: self.head,
            body: map(self.body),
        }
    }
}
