use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;

use super::grant::Grant;
use super::kept::State;
use super::{ClientAuthentication, Endpoints, TokenError};
use crate::boxed::{BoxError, BoxFuture};
use crate::security::{Asked, Credential, Secret, TokenSource};

/// Tokens that the client asks for itself: the credential of a scheme of OAuth 2 or OpenID Connect.
///
/// A token is asked for with the first call that needs it, kept, and renewed a little before it expires, and when the
/// API refuses it with 401. However many calls wait for it, it is asked for once.
pub struct OAuth2(Settings);

/// What tokens are asked for with.
pub(super) struct Settings {
    pub(super) grant: Grant,
    pub(super) token_url: Option<Cow<'static, str>>,
    pub(super) refresh_url: Option<Cow<'static, str>>,
    pub(super) discovery_url: Option<Cow<'static, str>>,
    /// The client's identifier, and its secret, if it can keep one.
    pub(super) client: Option<(String, Option<String>)>,
    pub(super) authentication: ClientAuthentication,
    pub(super) scopes: Option<Vec<String>>,
    pub(super) parameters: Vec<(String, String)>,
    pub(super) listener: Option<Listener>,
}

type Listener = Arc<dyn Fn(&Issued<'_>) + Send + Sync>;

/// What the token endpoint has just handed out (RFC 6749 §5.1). Its tokens are secrets, and do not show in `Debug`.
#[non_exhaustive]
pub struct Issued<'a> {
    /// The token that calls are sent with.
    pub access_token: &'a str,
    /// The token to renew with, if there is a new one.
    pub refresh_token: Option<&'a str>,
    /// How long the token lives.
    pub expires_in: Option<Duration>,
    /// The scopes that it has, apart by spaces, if they are others than were asked for.
    pub scope: Option<&'a str>,
}

struct Tokens {
    settings: Settings,
    state: Mutex<State>,
    /// How many attempts to get a token have ended.
    ended: AtomicU64,
}

impl OAuth2 {
    pub(super) fn new(endpoints: &Endpoints, grant: Grant) -> Self {
        Self(Settings {
            grant,
            token_url: endpoints.token_url.map(Cow::Borrowed),
            refresh_url: endpoints.refresh_url.map(Cow::Borrowed),
            discovery_url: endpoints.discovery_url.map(Cow::Borrowed),
            client: None,
            authentication: ClientAuthentication::default(),
            scopes: None,
            parameters: Vec::new(),
            listener: None,
        })
    }

    /// The client's own identifier and secret (RFC 6749 §2.3.1).
    #[must_use]
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.0.client = Some((id.into(), Some(secret.into())));
        self
    }

    /// The identifier of a client that cannot keep a secret (RFC 6749 §2.1).
    #[must_use]
    pub fn public_client(mut self, id: impl Into<String>) -> Self {
        self.0.client = Some((id.into(), None));
        self
    }

    /// How the client says who it is; `Authorization: Basic` unless set.
    #[must_use]
    pub fn client_authentication(mut self, authentication: ClientAuthentication) -> Self {
        self.0.authentication = authentication;
        self
    }

    /// The scopes that are asked for, whatever operations need. Unless set, they are those of the operation that is
    /// called and of those that were called before.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.0.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// A further parameter of requests to the token endpoint, such as `audience` or `resource` (RFC 8707).
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.parameters.push((name.into(), value.into()));
        self
    }

    /// The token endpoint, instead of the document's.
    #[must_use]
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.0.token_url = Some(Cow::Owned(url.into()));
        self.0.refresh_url = None;
        self
    }

    /// Where tokens are renewed, instead of the document's.
    #[must_use]
    pub fn refresh_url(mut self, url: impl Into<String>) -> Self {
        self.0.refresh_url = Some(Cow::Owned(url.into()));
        self
    }

    /// The document that says where tokens come from, instead of the one that the description names.
    #[must_use]
    pub fn discovery_url(mut self, url: impl Into<String>) -> Self {
        self.0.discovery_url = Some(Cow::Owned(url.into()));
        self
    }

    /// Is told of every token that is handed out, so that one to renew with can be kept beyond the process.
    #[must_use]
    pub fn on_issue(mut self, listener: impl Fn(&Issued<'_>) + Send + Sync + 'static) -> Self {
        self.0.listener = Some(Arc::new(listener));
        self
    }
}

impl From<OAuth2> for Credential {
    fn from(of: OAuth2) -> Self {
        Self::source(Tokens {
            state: Mutex::new(State::begun(&of.0.grant)),
            settings: of.0,
            ended: AtomicU64::new(0),
        })
    }
}

impl TokenSource for Tokens {
    fn token<'a>(&'a self, asked: Asked<'a>) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move { Ok(self.current(&asked).await?) })
    }
}

impl Tokens {
    /// The token that is kept, else a new one. Whoever has waited while others failed shares their failure.
    async fn current(&self, asked: &Asked<'_>) -> Result<Secret, TokenError> {
        let wanted = self.wanted(asked);
        let ended = self.ended.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        if let Some(secret) = state.usable(asked, &wanted) {
            return Ok(secret);
        }
        if let Some(failure) = &state.failure
            && self.ended.load(Ordering::Acquire) != ended
        {
            return Err(failure.clone());
        }
        let scopes = self.scopes(&state, wanted);
        let result = self.settings.renew(&mut state, asked, scopes).await;
        state.failure = result.as_ref().err().cloned();
        self.ended.fetch_add(1, Ordering::Release);
        result
    }

    /// The scopes that a token must have; nothing, where nobody can choose them any more.
    fn wanted(&self, asked: &Asked<'_>) -> Vec<String> {
        match &self.settings.scopes {
            Some(scopes) => scopes.clone(),
            None if self.settings.grant.is_lasting() => asked
                .scopes
                .iter()
                .map(|scope| (*scope).to_owned())
                .collect(),
            None => Vec::new(),
        }
    }

    /// Those that are wanted now, behind those of the token that there is.
    fn scopes(&self, state: &State, wanted: Vec<String>) -> Vec<String> {
        let known = state.kept.as_ref();
        let mut scopes = known.map(|kept| kept.scopes.clone()).unwrap_or_default();
        for scope in wanted {
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        scopes
    }
}

/// Shows no secrets.
impl fmt::Debug for OAuth2 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OAuth2")
            .field("authentication", &self.0.authentication)
            .field("scopes", &self.0.scopes)
            .finish_non_exhaustive()
    }
}

/// Shows no secrets.
impl fmt::Debug for Issued<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Issued")
            .field("expires_in", &self.expires_in)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}
