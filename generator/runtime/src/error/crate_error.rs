use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::{CallError, Failure, OperationError, Undecoded};

/// Any error of any operation, or of building a client: what `?` turns them all into.
pub struct Error(OperationError<Undecoded>);

impl Error {
    /// What went wrong. The body of a failure is there as bytes, and decodes as any type.
    pub fn kind(&self) -> &OperationError<Undecoded> {
        &self.0
    }

    /// What went wrong.
    pub fn into_kind(self) -> OperationError<Undecoded> {
        self.0
    }

    /// The answer, if it is one that is not a success.
    pub fn as_api(&self) -> Option<&Failure<Undecoded>> {
        self.0.as_api()
    }

    /// The status, if the head of an answer came.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status()
    }

    /// A time limit passed.
    pub fn is_timeout(&self) -> bool {
        self.0.is_timeout()
    }

    /// The same call may well succeed a little later.
    ///
    /// Says nothing about whether the service has already acted on this one.
    pub fn is_retryable(&self) -> bool {
        self.0.is_retryable()
    }

    /// How long the service asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after()
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id()
    }

    /// The name of the operation; empty when a client was being built.
    pub fn operation(&self) -> &str {
        self.0.operation()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

impl<E> From<OperationError<E>> for Error {
    fn from(error: OperationError<E>) -> Self {
        Self(error.without_body())
    }
}

impl From<CallError> for Error {
    fn from(error: CallError) -> Self {
        Self(error.into())
    }
}
