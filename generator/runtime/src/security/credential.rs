use std::fmt;
use std::sync::Arc;

use super::{Asked, TokenSource};
use crate::boxed::{BoxError, BoxFuture, MaybeSend};

/// What a security scheme is satisfied with: a value, or something that provides one.
#[derive(Clone)]
pub struct Credential(Kind);

#[derive(Clone)]
enum Kind {
    Value(Secret),
    Provider(Provider),
    Source(Arc<dyn TokenSource>),
}

type Provider = Arc<dyn Fn() -> BoxFuture<'static, Result<Secret, BoxError>> + Send + Sync>;

/// A token or key, or a user with a password. It never shows in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Text);

#[derive(Clone, PartialEq, Eq)]
enum Text {
    Token(String),
    Basic { user: String, password: String },
}

impl Credential {
    /// A token or key.
    pub fn token(token: impl Into<String>) -> Self {
        Self(Kind::Value(Secret::token(token)))
    }

    /// A user with a password (RFC 7617); the user must not contain a colon.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self(Kind::Value(Secret::basic(user, password)))
    }

    /// Asks `provide` before each attempt, so that a token may be renewed while the client lives.
    ///
    /// It is asked often: keep the token and renew it only when it is about to expire. Its error
    /// becomes the source of an `Auth` error.
    pub fn provider<P, F, S, E>(provide: P) -> Self
    where
        P: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<S, E>> + MaybeSend + 'static,
        S: Into<Secret>,
        E: Into<BoxError>,
    {
        Self(Kind::Provider(Arc::new(move || {
            let provided = provide();
            Box::pin(async move { provided.await.map(Into::into).map_err(Into::into) })
        })))
    }

    /// Tokens of a source that knows how to renew them, such as those of OAuth 2.
    pub fn source(source: impl TokenSource + 'static) -> Self {
        Self(Kind::Source(Arc::new(source)))
    }

    /// The value, if it is one.
    pub(crate) fn value(&self) -> Option<&Secret> {
        match &self.0 {
            Kind::Value(secret) => Some(secret),
            Kind::Provider(_) | Kind::Source(_) => None,
        }
    }

    /// The value as it is now.
    pub(crate) async fn secret(&self, asked: Asked<'_>) -> Result<Secret, BoxError> {
        match &self.0 {
            Kind::Value(secret) => Ok(secret.clone()),
            Kind::Provider(provide) => provide().await,
            Kind::Source(source) => source.token(asked).await,
        }
    }
}

impl Secret {
    /// A token or key.
    pub fn token(token: impl Into<String>) -> Self {
        Self(Text::Token(token.into()))
    }

    /// A user with a password (RFC 7617); the user must not contain a colon.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self(Text::Basic {
            user: user.into(),
            password: password.into(),
        })
    }

    pub(crate) fn as_token(&self) -> Option<&str> {
        match &self.0 {
            Text::Token(token) => Some(token),
            Text::Basic { .. } => None,
        }
    }

    pub(crate) fn as_basic(&self) -> Option<(&str, &str)> {
        match &self.0 {
            Text::Token(_) => None,
            Text::Basic { user, password } => Some((user, password)),
        }
    }
}

impl From<&str> for Credential {
    fn from(token: &str) -> Self {
        Self::token(token)
    }
}

impl From<String> for Credential {
    fn from(token: String) -> Self {
        Self::token(token)
    }
}

impl From<Secret> for Credential {
    fn from(secret: Secret) -> Self {
        Self(Kind::Value(secret))
    }
}

impl From<&str> for Secret {
    fn from(token: &str) -> Self {
        Self::token(token)
    }
}

impl From<String> for Secret {
    fn from(token: String) -> Self {
        Self::token(token)
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match &self.0 {
            Kind::Value(_) => "Credential(redacted)",
            Kind::Provider(_) => "Credential(provider)",
            Kind::Source(_) => "Credential(tokens)",
        })
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(redacted)")
    }
}
