use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::{
    AuthFailure, CallError, DecodeFailure, Failure, RequestFailure, TimeoutFailure,
    TooLargeFailure, TransportFailure, Undecoded,
};
use crate::answer::Response;
use crate::retry;

/// Why an operation did not give its result. `E` is what the document says of error bodies.
#[derive(Debug)]
#[non_exhaustive]
pub enum OperationError<E> {
    /// The service answered, but not with a success.
    Api(Failure<E>),
    /// The call succeeded, but its body could not be decoded.
    Decode(DecodeFailure),
    /// A time limit passed.
    Timeout(TimeoutFailure),
    /// The connection failed, or ended before the answer did.
    Transport(TransportFailure),
    /// The request could not be built; nothing was sent.
    Request(RequestFailure),
    /// A credential is missing, or cannot be used or renewed.
    Auth(AuthFailure),
    /// The body of a success is larger than the client takes.
    TooLarge(TooLargeFailure),
}

/// What an operation gives, or why it does not.
pub type CallResult<T, E> = Result<T, OperationError<E>>;

/// The same with the status and header fields of the answer.
pub type Answered<T, E> = CallResult<Response<T>, E>;

impl<E> OperationError<E> {
    /// The status, if the head of an answer came.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(failure) => Some(failure.status()),
            Self::Decode(failure) => Some(failure.status()),
            Self::Timeout(failure) => failure.status(),
            Self::Transport(failure) => failure.status(),
            Self::TooLarge(failure) => failure.status(),
            Self::Request(_) | Self::Auth(_) => None,
        }
    }

    /// A time limit passed.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout(_))
    }

    /// The same call may well succeed a little later.
    ///
    /// Says nothing about whether the service has already acted on this one.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api(failure) => retry::is_transient(failure.status()),
            Self::Timeout(_) | Self::Transport(_) => true,
            Self::Decode(_) | Self::Request(_) | Self::Auth(_) | Self::TooLarge(_) => false,
        }
    }

    /// How long the service asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.as_api()?.retry_after()
    }

    /// The id under which the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api(failure) => failure.request_id(),
            Self::Decode(failure) => failure.request_id(),
            Self::Timeout(_)
            | Self::Transport(_)
            | Self::Request(_)
            | Self::Auth(_)
            | Self::TooLarge(_) => None,
        }
    }

    /// The answer, if it is one that is not a success.
    pub fn as_api(&self) -> Option<&Failure<E>> {
        match self {
            Self::Api(failure) => Some(failure),
            Self::Decode(_)
            | Self::Timeout(_)
            | Self::Transport(_)
            | Self::Request(_)
            | Self::Auth(_)
            | Self::TooLarge(_) => None,
        }
    }

    /// The name of the operation.
    pub fn operation(&self) -> &str {
        match self {
            Self::Api(failure) => failure.operation(),
            Self::Decode(failure) => failure.operation(),
            Self::Timeout(failure) => failure.operation(),
            Self::Transport(failure) => failure.operation(),
            Self::Request(failure) => failure.operation(),
            Self::Auth(failure) => failure.operation(),
            Self::TooLarge(failure) => failure.operation(),
        }
    }

    /// The same error without the type of its body; the body's bytes stay.
    pub fn without_body(self) -> OperationError<Undecoded> {
        match self {
            Self::Api(failure) => OperationError::Api(failure.without_body()),
            Self::Decode(failure) => OperationError::Decode(failure),
            Self::Timeout(failure) => OperationError::Timeout(failure),
            Self::Transport(failure) => OperationError::Transport(failure),
            Self::Request(failure) => OperationError::Request(failure),
            Self::Auth(failure) => OperationError::Auth(failure),
            Self::TooLarge(failure) => OperationError::TooLarge(failure),
        }
    }

    fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Api(failure) => failure
                .body_error()
                .map(|error| -> &(dyn Error + 'static) { error }),
            Self::Decode(failure) => failure.source(),
            Self::Timeout(failure) => failure.source(),
            Self::Transport(failure) => failure.source(),
            Self::Request(failure) => failure.source(),
            Self::Auth(failure) => failure.source(),
            Self::TooLarge(failure) => failure.source(),
        }
    }
}

/// One line, without bodies, credentials and URLs.
impl<E> fmt::Display for OperationError<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(failure) => failure.fmt(formatter),
            Self::Decode(failure) => failure.fmt(formatter),
            Self::Timeout(failure) => failure.fmt(formatter),
            Self::Transport(failure) => failure.fmt(formatter),
            Self::Request(failure) => failure.fmt(formatter),
            Self::Auth(failure) => failure.fmt(formatter),
            Self::TooLarge(failure) => failure.fmt(formatter),
        }
    }
}

impl<E: fmt::Debug> Error for OperationError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause()
    }
}

impl<E> From<CallError> for OperationError<E> {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Timeout(failure) => Self::Timeout(failure),
            CallError::Transport(failure) => Self::Transport(failure),
            CallError::Request(failure) => Self::Request(failure),
            CallError::Auth(failure) => Self::Auth(failure),
            CallError::TooLarge(failure) => Self::TooLarge(failure),
        }
    }
}

impl<E> From<DecodeFailure> for OperationError<E> {
    fn from(failure: DecodeFailure) -> Self {
        Self::Decode(failure)
    }
}
