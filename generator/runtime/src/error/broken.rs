//! Calls that were sent and did not end in an answer.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::transport::{TransportError, TransportErrorKind};

/// A time limit passed before the whole answer was there.
#[derive(Debug)]
pub struct TimeoutFailure(Box<Broken<TimeLimit>>);

/// The connection failed, or ended before the answer did.
#[derive(Debug)]
pub struct TransportFailure(Box<Broken<()>>);

/// The body of a success is larger than the client takes.
#[derive(Debug)]
pub struct TooLargeFailure(Box<Broken<u64>>);

/// Which time limit passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLimit {
    /// That of the whole call with all its attempts.
    Call(Duration),
    /// That of making a connection.
    Connect,
    /// That of the silence between two reads.
    Read,
}

#[derive(Debug)]
struct Broken<T> {
    operation: Cow<'static, str>,
    status: Option<StatusCode>,
    detail: T,
    source: Option<TransportError>,
}

impl TimeoutFailure {
    /// The time limit of the whole call passed.
    pub fn call(operation: impl Into<Cow<'static, str>>, limit: Duration) -> Self {
        Self(Broken::boxed(
            operation.into(),
            None,
            TimeLimit::Call(limit),
            None,
        ))
    }

    /// A time limit of the transport passed; any other error of the transport comes back.
    ///
    /// # Errors
    /// The error, if it is about no time limit.
    pub fn transport(
        operation: Cow<'static, str>,
        status: Option<StatusCode>,
        error: TransportError,
    ) -> Result<Self, TransportFailure> {
        let limit = match error.kind() {
            TransportErrorKind::ConnectTimeout => TimeLimit::Connect,
            TransportErrorKind::Silent => TimeLimit::Read,
            TransportErrorKind::Connect | TransportErrorKind::Body | TransportErrorKind::Broken => {
                return Err(TransportFailure::new(operation, status, error));
            }
        };
        Ok(Self(Broken::boxed(operation, status, limit, Some(error))))
    }

    /// Which time limit passed.
    pub fn limit(&self) -> TimeLimit {
        self.0.detail
    }

    /// The status, if the head of an answer was there already.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The operation.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }
}

impl TransportFailure {
    /// An error of the transport that is about no time limit.
    pub fn new(
        operation: impl Into<Cow<'static, str>>,
        status: Option<StatusCode>,
        error: TransportError,
    ) -> Self {
        Self(Broken::boxed(operation.into(), status, (), Some(error)))
    }

    /// No connection was made: the server has seen nothing of the request.
    pub fn is_connect(&self) -> bool {
        let kind = self.0.source.as_ref().map(TransportError::kind);
        kind == Some(TransportErrorKind::Connect)
    }

    /// The status, if the head of an answer was there already.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The operation.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }
}

impl TooLargeFailure {
    /// The body has more than `limit` bytes.
    pub fn new(operation: impl Into<Cow<'static, str>>, status: StatusCode, limit: u64) -> Self {
        Self(Broken::boxed(operation.into(), Some(status), limit, None))
    }

    /// The most bytes that the client would have taken.
    pub fn limit(&self) -> u64 {
        self.0.detail
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The operation.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }
}

impl<T> Broken<T> {
    fn boxed(
        operation: Cow<'static, str>,
        status: Option<StatusCode>,
        detail: T,
        source: Option<TransportError>,
    ) -> Box<Self> {
        Box::new(Self {
            operation,
            status,
            detail,
            source,
        })
    }

    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.source.as_ref()?;
        source.source()
    }

    fn head(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.operation)?;
        match self.status {
            Some(status) => write!(formatter, "{status}, but "),
            None => Ok(()),
        }
    }
}

impl fmt::Display for TimeoutFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.head(formatter)?;
        match self.0.detail {
            TimeLimit::Call(limit) => write!(formatter, "the call took longer than {limit:?}"),
            TimeLimit::Connect => formatter.write_str("no connection to the server in time"),
            TimeLimit::Read => formatter.write_str("the server was silent for too long"),
        }
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.head(formatter)?;
        match (&self.0.source, self.0.status) {
            (_, Some(_)) => formatter.write_str("the body did not arrive whole"),
            (Some(error), None) => error.fmt(formatter),
            (None, None) => formatter.write_str("the connection failed"),
        }
    }
}

impl fmt::Display for TooLargeFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.head(formatter)?;
        write!(formatter, "the body is larger than {} bytes", self.0.detail)
    }
}

impl Error for TimeoutFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Error for TransportFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Error for TooLargeFailure {}
