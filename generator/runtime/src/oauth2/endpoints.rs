/// Where tokens come from, as the document says it (OAS 3.1 §4.8.29). A generated crate has one for each flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoints {
    /// The URL of the token endpoint (RFC 6749 §3.2), absolute or relative to the base URL of the client.
    pub token_url: Option<&'static str>,
    /// Where tokens are renewed, if that is another URL.
    pub refresh_url: Option<&'static str>,
    /// The URL of the authorization endpoint (RFC 6749 §3.1).
    pub authorization_url: Option<&'static str>,
    /// The URL of a document that says the other URLs (OpenID Connect Discovery 1.0 §4, RFC 8414 §3).
    pub discovery_url: Option<&'static str>,
}

impl Endpoints {
    /// No URL at all.
    pub const fn new() -> Self {
        Self {
            token_url: None,
            refresh_url: None,
            authorization_url: None,
            discovery_url: None,
        }
    }

    /// The token endpoint.
    pub const fn token_url(mut self, url: &'static str) -> Self {
        self.token_url = Some(url);
        self
    }

    /// Where tokens are renewed.
    pub const fn refresh_url(mut self, url: &'static str) -> Self {
        self.refresh_url = Some(url);
        self
    }

    /// The authorization endpoint.
    pub const fn authorization_url(mut self, url: &'static str) -> Self {
        self.authorization_url = Some(url);
        self
    }

    /// The document that says the others.
    pub const fn discovery_url(mut self, url: &'static str) -> Self {
        self.discovery_url = Some(url);
        self
    }
}

impl Default for Endpoints {
    fn default() -> Self {
        Self::new()
    }
}
