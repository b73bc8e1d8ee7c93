//! Calls that were never sent.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::boxed::BoxError;

/// A request that could not be built; nothing was sent.
#[derive(Clone)]
pub struct RequestFailure(Box<Refusal>);

/// A call for which there is no credential, or whose credential cannot be used or renewed.
///
/// Nothing was sent, or it was refused with 401 and there is no other token. The source says why a provider has none; of
/// OAuth 2 it is a `TokenError`.
#[derive(Clone)]
pub struct AuthFailure(Box<Refusal>);

#[derive(Debug, Clone)]
struct Refusal {
    operation: Cow<'static, str>,
    subject: Option<Cow<'static, str>>,
    reason: Cow<'static, str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl RequestFailure {
    /// Something about the request as a whole.
    pub fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(Refusal::new(None, reason.into()))
    }

    /// Something about a parameter or a header field.
    pub fn about(
        parameter: impl Into<Cow<'static, str>>,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self(Refusal::new(Some(parameter.into()), reason.into()))
    }

    /// With what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// The parameter or header field that it is about, by its name on the wire.
    pub fn parameter(&self) -> Option<&str> {
        self.0.subject.as_deref()
    }

    /// What is wrong, without the value.
    pub fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The operation; empty when a client was being built.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }

    pub(crate) fn of(mut self, operation: Cow<'static, str>) -> Self {
        self.0.operation = operation;
        self
    }
}

impl AuthFailure {
    /// Says in words what is missing or what is wrong, never a secret.
    pub fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(Refusal::new(None, reason.into()))
    }

    /// With what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// What is missing or what is wrong.
    pub fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The operation; empty when a client was being built.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }

    pub(crate) fn of(mut self, operation: Cow<'static, str>) -> Self {
        self.0.operation = operation;
        self
    }
}

impl Refusal {
    fn new(subject: Option<Cow<'static, str>>, reason: Cow<'static, str>) -> Box<Self> {
        let operation = Cow::Borrowed("");
        Box::new(Self {
            operation,
            subject,
            reason,
            source: None,
        })
    }

    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.operation.is_empty() {
            write!(formatter, "{}: ", self.operation)?;
        }
        if let Some(subject) = &self.subject {
            write!(formatter, "`{subject}` ")?;
        }
        formatter.write_str(&self.reason)
    }
}

impl fmt::Display for RequestFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for AuthFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for RequestFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("RequestFailure")
            .field(&self.0)
            .finish()
    }
}

impl fmt::Debug for AuthFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("AuthFailure").field(&self.0).finish()
    }
}

impl Error for RequestFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Error for AuthFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
