use std::error::Error;
use std::fmt;

use crate::boxed::BoxError;

/// Why a transport has no answer, or not the whole of it.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
}

/// How far a request came before the transport failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportErrorKind {
    /// No connection: nothing of the request was sent, so any request may be repeated.
    Connect,
    /// No connection in time: nothing of the request was sent either.
    ConnectTimeout,
    /// The connection was silent for too long.
    Silent,
    /// The body of the request could not be read; the server has at most a part of the request.
    Body,
    /// Anything else; the server may have acted on the request.
    Broken,
}

impl TransportError {
    /// An error of this kind.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self {
            kind,
            source: source.into(),
        }
    }

    /// How far the request came.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the server",
            TransportErrorKind::ConnectTimeout => "no connection to the server in time",
            TransportErrorKind::Silent => "the server was silent for too long",
            TransportErrorKind::Body => "the body of the request could not be read",
            TransportErrorKind::Broken => "the connection failed",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source: &(dyn Error + 'static) = &*self.source;
        Some(source)
    }
}
