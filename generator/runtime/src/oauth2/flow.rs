use url::Url;

use super::grant::Grant;
use super::{Endpoints, OAuth2, TokenError};
use crate::oauth2::discovery::absolute;

/// A flow in which the client has credentials of its own (RFC 6749 §4.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientCredentials(Endpoints);

/// A flow in which the client is given the password of a user (RFC 6749 §4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResourceOwnerPassword(Endpoints);

/// A flow in which a user is asked in a browser (RFC 6749 §4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuthorizationCode(Endpoints);

impl ClientCredentials {
    /// The flow with these endpoints.
    pub const fn new(endpoints: Endpoints) -> Self {
        Self(endpoints)
    }

    /// Tokens for this client.
    pub fn tokens(&self, client_id: impl Into<String>, client_secret: impl Into<String>) -> OAuth2 {
        OAuth2::new(&self.0, Grant::ClientCredentials).client(client_id, client_secret)
    }
}

impl ResourceOwnerPassword {
    /// The flow with these endpoints.
    pub const fn new(endpoints: Endpoints) -> Self {
        Self(endpoints)
    }

    /// Tokens for this user; say with [`OAuth2::client`] who the client is.
    pub fn tokens(&self, user: impl Into<String>, password: impl Into<String>) -> OAuth2 {
        let (user, password) = (user.into(), password.into());
        OAuth2::new(&self.0, Grant::Password { user, password })
    }

    /// Tokens by one to renew with, of an earlier day.
    pub fn renewed(&self, refresh_token: impl Into<String>) -> OAuth2 {
        OAuth2::new(&self.0, Grant::RefreshToken(refresh_token.into()))
    }
}

impl AuthorizationCode {
    /// The flow with these endpoints.
    pub const fn new(endpoints: Endpoints) -> Self {
        Self(endpoints)
    }

    /// The URL at which a user is asked; it comes back to `redirect_uri` with the code.
    pub fn request(&self, client_id: impl Into<String>) -> AuthorizationRequest {
        AuthorizationRequest {
            url: self.0.authorization_url.unwrap_or_default(),
            parameters: vec![
                ("response_type".to_owned(), "code".to_owned()),
                ("client_id".to_owned(), client_id.into()),
            ],
        }
    }

    /// Tokens for the code that the user has come back with; say with [`OAuth2::client`] who the client is.
    ///
    /// The URI is the one that the user was asked with, if it was given then; the verifier is the text whose hash was
    /// given as `code_challenge` (RFC 7636 §4.5).
    pub fn tokens(
        &self,
        code: impl Into<String>,
        redirect_uri: Option<&str>,
        verifier: Option<&str>,
    ) -> OAuth2 {
        let grant = Grant::AuthorizationCode {
            code: code.into(),
            redirect_uri: redirect_uri.map(str::to_owned),
            verifier: verifier.map(str::to_owned),
        };
        OAuth2::new(&self.0, grant)
    }

    /// Tokens by one to renew with, of an earlier day.
    pub fn renewed(&self, refresh_token: impl Into<String>) -> OAuth2 {
        OAuth2::new(&self.0, Grant::RefreshToken(refresh_token.into()))
    }
}

/// What a user is asked with (RFC 6749 §4.1.1).
#[derive(Debug, Clone)]
#[must_use = "nobody is asked before the URL is opened"]
pub struct AuthorizationRequest {
    url: &'static str,
    parameters: Vec<(String, String)>,
}

impl AuthorizationRequest {
    /// Where the user comes back to.
    pub fn redirect_uri(self, uri: impl Into<String>) -> Self {
        self.parameter("redirect_uri", uri)
    }

    /// The scopes that the user is asked for.
    pub fn scopes(self, scopes: &[&str]) -> Self {
        self.parameter("scope", scopes.join(" "))
    }

    /// A text that comes back as it is, by which the application knows its own request again.
    pub fn state(self, state: impl Into<String>) -> Self {
        self.parameter("state", state)
    }

    /// The hash of the verifier in base64url (RFC 7636 §4.2, `S256`).
    pub fn code_challenge(self, challenge: impl Into<String>) -> Self {
        self.parameter("code_challenge", challenge)
            .parameter("code_challenge_method", "S256")
    }

    /// A further parameter.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// The URL to open; the document's can be relative to `base`.
    ///
    /// # Errors
    /// When the document has no URL, or one that cannot be used.
    pub fn url(&self, base: Option<&Url>) -> Result<Url, TokenError> {
        let mut url = absolute(self.url, base)?;
        url.query_pairs_mut().extend_pairs(&self.parameters);
        Ok(url)
    }
}
