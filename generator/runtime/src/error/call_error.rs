use super::{AuthFailure, RequestFailure, TimeoutFailure, TooLargeFailure, TransportFailure};

/// Why a call has no answer. It becomes an [`OperationError`](super::OperationError) of any type.
#[derive(Debug)]
pub enum CallError {
    /// A time limit passed.
    Timeout(TimeoutFailure),
    /// The connection failed.
    Transport(TransportFailure),
    /// The request could not be built.
    Request(RequestFailure),
    /// A credential is missing or cannot be used.
    Auth(AuthFailure),
    /// The body is larger than the client takes.
    TooLarge(TooLargeFailure),
}

impl CallError {
    /// What went wrong, in a word.
    #[cfg(feature = "tracing")]
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Timeout(_) => "timeout",
            Self::Transport(_) => "transport",
            Self::Request(_) => "request",
            Self::Auth(_) => "auth",
            Self::TooLarge(_) => "too_large",
        }
    }
}

impl From<TimeoutFailure> for CallError {
    fn from(failure: TimeoutFailure) -> Self {
        Self::Timeout(failure)
    }
}

impl From<TransportFailure> for CallError {
    fn from(failure: TransportFailure) -> Self {
        Self::Transport(failure)
    }
}

impl From<RequestFailure> for CallError {
    fn from(failure: RequestFailure) -> Self {
        Self::Request(failure)
    }
}

impl From<AuthFailure> for CallError {
    fn from(failure: AuthFailure) -> Self {
        Self::Auth(failure)
    }
}

impl From<TooLargeFailure> for CallError {
    fn from(failure: TooLargeFailure) -> Self {
        Self::TooLarge(failure)
    }
}
