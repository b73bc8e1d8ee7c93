use std::error::Error;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use crate::boxed::BoxError;

/// Why there is no token: the source of an [`AuthFailure`](crate::error::AuthFailure).
///
/// It shows neither secrets nor what the server wrote in words, which may repeat them.
#[derive(Clone)]
pub struct TokenError(Arc<Parts>);

struct Parts {
    kind: TokenErrorKind,
    status: Option<StatusCode>,
    description: Option<String>,
    source: Option<BoxError>,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenErrorKind {
    /// The token endpoint refused with a code (RFC 6749 §5.2).
    Refused(TokenErrorCode),
    /// The token endpoint answered with a status that is no success, and without such a code.
    Status,
    /// The answer is not what RFC 6749 §5.1 asks for.
    Malformed(&'static str),
    /// The token is of a type that is no bearer token, so that nothing can be done with it (RFC 6749 §7.1).
    TokenType,
    /// No connection to the token endpoint, or one that failed.
    Transport,
    /// The URL of the token endpoint is missing or cannot be used.
    Endpoint(&'static str),
    /// The grant has been used up, and there is no token to renew with: the user has to be asked again.
    UsedUp,
}

/// The code of an error (RFC 6749 §5.2).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenErrorCode {
    /// `invalid_request`
    InvalidRequest,
    /// `invalid_client`
    InvalidClient,
    /// `invalid_grant`
    InvalidGrant,
    /// `unauthorized_client`
    UnauthorizedClient,
    /// `unsupported_grant_type`
    UnsupportedGrantType,
    /// `invalid_scope`
    InvalidScope,
    /// Another one.
    Other(String),
}

impl TokenErrorCode {
    /// The code as the standard writes it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::Other(code) => code,
        }
    }

    /// The code that is written so; nothing, if no code can be.
    pub(super) fn read(text: &str) -> Option<Self> {
        const LONGEST: usize = 64;
        let known = [
            Self::InvalidRequest,
            Self::InvalidClient,
            Self::InvalidGrant,
            Self::UnauthorizedClient,
            Self::UnsupportedGrantType,
            Self::InvalidScope,
        ];
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        let found = known.into_iter().find(|code| code.as_str() == text);
        let is_code = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(is_word);
        found.or_else(|| is_code.then(|| Self::Other(text.to_owned())))
    }
}

impl TokenError {
    pub(super) fn new(kind: TokenErrorKind) -> Self {
        Self(Arc::new(Parts {
            kind,
            status: None,
            description: None,
            source: None,
        }))
    }

    /// An answer with this status.
    pub(super) fn answered(
        kind: TokenErrorKind,
        status: StatusCode,
        description: Option<String>,
    ) -> Self {
        Self(Arc::new(Parts {
            kind,
            status: Some(status),
            description,
            source: None,
        }))
    }

    pub(super) fn caused(kind: TokenErrorKind, source: impl Into<BoxError>) -> Self {
        Self(Arc::new(Parts {
            kind,
            status: None,
            description: None,
            source: Some(source.into()),
        }))
    }

    /// What went wrong.
    pub fn kind(&self) -> &TokenErrorKind {
        &self.0.kind
    }

    /// The code of the refusal, if it is one.
    pub fn code(&self) -> Option<&TokenErrorCode> {
        match &self.0.kind {
            TokenErrorKind::Refused(code) => Some(code),
            TokenErrorKind::Status
            | TokenErrorKind::Malformed(_)
            | TokenErrorKind::TokenType
            | TokenErrorKind::Transport
            | TokenErrorKind::Endpoint(_)
            | TokenErrorKind::UsedUp => None,
        }
    }

    /// The status of the answer, if there is one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// `error_description`: what the server says in words. It may repeat what it was sent.
    pub fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0.kind, self.0.status) {
            (TokenErrorKind::Refused(code), Some(status)) => {
                let code = code.as_str();
                write!(formatter, "the token endpoint answered {status}: {code}")
            }
            (TokenErrorKind::Refused(code), None) => formatter.write_str(code.as_str()),
            (TokenErrorKind::Status, Some(status)) => {
                write!(formatter, "the token endpoint answered {status}")
            }
            (TokenErrorKind::Status, None) => formatter.write_str("no success"),
            (TokenErrorKind::Malformed(why), _) => {
                write!(formatter, "the answer of the token endpoint {why}")
            }
            (TokenErrorKind::TokenType, _) => formatter.write_str("the token is no bearer token"),
            (TokenErrorKind::Transport, _) => {
                formatter.write_str("the token endpoint was not reached")
            }
            (TokenErrorKind::Endpoint(why), _) => formatter.write_str(why),
            (TokenErrorKind::UsedUp, _) => {
                formatter.write_str("the grant is used up, and there is no token to renew with")
            }
        }
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TokenError")
            .field("kind", &self.0.kind)
            .field("status", &self.0.status)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl Error for TokenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source: &(dyn Error + 'static) = &**self.0.source.as_ref()?;
        Some(source)
    }
}
