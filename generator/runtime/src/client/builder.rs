use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING, USER_AGENT};
use http::{HeaderName, HeaderValue};
use url::Url;

use super::shared::Shared;
use super::{Client, Limits, Server, Variables};
use crate::description::{Api, Scheme};
use crate::error::{AuthFailure, CallError, Error, RequestFailure};
use crate::security::{Credential, Written};
use crate::style;
use crate::transport::{ReqwestTimeouts, ReqwestTransport, Transport};

/// Builds a [`Client`]. Errors of its setters are kept until [`build`](Self::build).
#[derive(Clone)]
pub struct ClientBuilder {
    api: &'static Api,
    base_url: Option<String>,
    server: Option<Server>,
    variables: Variables,
    user_agent: Option<String>,
    headers: HeaderMap,
    credentials: Vec<(&'static Scheme, Credential)>,
    transport: Option<Arc<dyn Transport>>,
    connect_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    limits: Limits,
    /// The environment variables that were asked, and whether they hold nothing.
    unset: Vec<(&'static str, bool)>,
    fault: Option<RequestFailure>,
}

impl ClientBuilder {
    /// A builder with the document's server and without credentials.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            server: None,
            variables: Variables::default(),
            user_agent: None,
            headers: HeaderMap::new(),
            credentials: Vec::new(),
            transport: None,
            connect_timeout: None,
            read_timeout: None,
            limits: Limits::default(),
            unset: Vec::new(),
            fault: None,
        }
    }

    /// Where all requests go, whatever the document says; a path prefix is kept.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The document's server to use, for operations that have none of their own.
    #[must_use]
    pub fn server(mut self, server: impl Into<Server>) -> Self {
        self.server = Some(server.into());
        self
    }

    /// Sets a variable of the document's servers, those of single operations among them. The value is put in as it is,
    /// whether or not the document lists it; a base URL has no variables.
    #[must_use]
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.variables.set(name.into(), value.into());
        self
    }

    /// The application's own `User-Agent` product, put in front, such as `my-app/1.2`.
    #[must_use]
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.user_agent = Some(product.into());
        self
    }

    /// A header field of every request, unless a call replaces it.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match header_field(name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(failure) => self.fault = self.fault.or(Some(failure)),
        }
        self
    }

    /// The credential of a security scheme; replaces one that was given before.
    #[must_use]
    pub fn credential(
        mut self,
        scheme: &'static Scheme,
        credential: impl Into<Credential>,
    ) -> Self {
        self.credentials.retain(|(given, _)| *given != scheme);
        self.credentials.push((scheme, credential.into()));
        self
    }

    /// The credential of a security scheme, if the environment variable holds one.
    ///
    /// [`build`](Self::build) fails when variables were named and none of them holds any.
    #[must_use]
    pub fn environment(mut self, scheme: &'static Scheme, variable: &'static str) -> Self {
        let value = std::env::var(variable)
            .ok()
            .filter(|value| !value.is_empty());
        self.unset.push((variable, value.is_none()));
        match value {
            Some(value) => self.credential(scheme, value),
            None => self,
        }
    }

    /// A time limit for each call as a whole, with all its attempts and pauses. None unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = Some(timeout);
        self
    }

    /// A time limit for making a connection. 10 seconds unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// A time limit for the silence between two reads. 30 seconds unless set.
    #[must_use]
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// The most attempts of a call that may be repeated; 1 turns retries off. 3 unless set.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.limits.max_attempts = attempts;
        self
    }

    /// The longest pause that a service can ask for with `Retry-After`; when it asks for more, its
    /// answer is handed over at once. 30 seconds unless set.
    #[must_use]
    pub fn max_retry_delay(mut self, delay: Duration) -> Self {
        self.limits.max_retry_delay = delay;
        self
    }

    /// The largest body of a success, in bytes without content codings. 64 MiB unless set.
    #[must_use]
    pub fn max_body_bytes(mut self, bytes: u64) -> Self {
        self.limits.max_body_bytes = bytes;
        self
    }

    /// How much of the body of an error is kept, in bytes. 1 MiB unless set.
    #[must_use]
    pub fn max_error_body_bytes(mut self, bytes: u64) -> Self {
        self.limits.max_error_body_bytes = bytes;
        self
    }

    /// A `reqwest` client of the application's, with its own timeouts, proxies and certificates.
    ///
    /// Build it with `redirect::Policy::none()`: a client that follows redirects by itself may
    /// carry credentials to another origin.
    #[must_use]
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(ReqwestTransport::from_client(client))
    }

    /// Another transport, for tests or another HTTP stack.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// When something that was set is not legal, naming it, or when TLS cannot be set up.
    pub fn build(mut self) -> Result<Client, Error> {
        if let Some(failure) = self.fault.take() {
            return Err(CallError::from(failure).into());
        }
        self.check_environment().map_err(CallError::from)?;
        for (scheme, credential) in &self.credentials {
            check(scheme, credential).map_err(CallError::from)?;
        }
        let agent = self.agent().map_err(CallError::from)?;
        self.headers.entry(USER_AGENT).or_insert(agent);
        let base_url = self.base_url.as_deref().map(style::base_url).transpose();
        let shared = Shared {
            api: self.api,
            base_url: base_url.map_err(CallError::from)?,
            server: self.resolved_server().map_err(CallError::from)?,
            variables: self.variables.clone(),
            transport: self.connect()?,
            headers: self.headers,
            credentials: self.credentials,
            limits: self.limits,
        };
        Ok(Client::new(shared))
    }

    /// The server that was named, which has to be complete; else the document's, which is an error only when needed.
    fn resolved_server(&self) -> Result<Option<Result<Url, RequestFailure>>, RequestFailure> {
        let known = self.api.server_variables;
        self.variables.only(&|name| known.contains(&name))?;
        if let Some(server) = &self.server {
            return server.resolve(&self.variables).map(|url| Some(Ok(url)));
        }
        let server = self.api.server.map(Server::of);
        Ok(server.map(|server| server.resolve(&self.variables)))
    }

    fn check_environment(&self) -> Result<(), AuthFailure> {
        if self.unset.is_empty() || self.unset.iter().any(|(_, nothing)| !nothing) {
            return Ok(());
        }
        let names: Vec<&str> = self.unset.iter().map(|(variable, _)| *variable).collect();
        let names = names.join("` nor `");
        Err(AuthFailure::new(format!(
            "the environment holds no `{names}`"
        )))
    }

    /// `my-app/1.2 vercel-rest/0.1.0`
    fn agent(&self) -> Result<HeaderValue, RequestFailure> {
        let own = format!("{}/{}", self.api.name, self.api.version);
        let text = match self.user_agent.as_deref().map(str::trim) {
            Some(product) if !product.is_empty() => format!("{product} {own}"),
            Some(_) | None => own,
        };
        HeaderValue::from_str(&text)
            .map_err(|error| RequestFailure::about("User-Agent", ILLEGAL).with_source(error))
    }

    fn connect(&self) -> Result<Arc<dyn Transport>, Error> {
        let is_timed = self.connect_timeout.is_some() || self.read_timeout.is_some();
        match &self.transport {
            Some(_) if is_timed => Err(CallError::from(RequestFailure::new(
                "connect_timeout and read_timeout do nothing for a transport of your own",
            ))
            .into()),
            Some(transport) => Ok(Arc::clone(transport)),
            None => {
                let usual = ReqwestTimeouts::default();
                let transport = ReqwestTransport::new(ReqwestTimeouts {
                    connect: self.connect_timeout.unwrap_or(usual.connect),
                    read: self.read_timeout.unwrap_or(usual.read),
                });
                let transport = transport.map_err(|error| {
                    RequestFailure::new("the HTTP client cannot be set up").with_source(error)
                });
                Ok(Arc::new(transport.map_err(CallError::from)?))
            }
        }
    }
}

const ILLEGAL: &str = "has characters that a header field cannot carry";

/// A header field that the application gives. Whatever it is, it is kept out of `Debug`.
pub(crate) fn header_field(
    name: &str,
    value: &str,
) -> Result<(HeaderName, HeaderValue), RequestFailure> {
    let field = HeaderName::from_bytes(name.as_bytes()).map_err(|error| {
        RequestFailure::about(name.to_owned(), "is no legal name of a header field")
            .with_source(error)
    })?;
    if [CONTENT_LENGTH, TRANSFER_ENCODING].contains(&field) {
        return Err(RequestFailure::about(
            name.to_owned(),
            "is written by the transport alone",
        ));
    }
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|error| RequestFailure::about(name.to_owned(), ILLEGAL).with_source(error))?;
    value.set_sensitive(true);
    Ok((field, value))
}

/// What can be said of a credential before it is used.
fn check(scheme: &Scheme, credential: &Credential) -> Result<(), AuthFailure> {
    let Some(secret) = credential.value() else {
        return Ok(());
    };
    let written = Written::default().add(scheme, secret);
    written.map_err(|reason| AuthFailure::new(format!("the credential of {scheme}: {reason}")))
}

/// Shows no credential and no value of a header field.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schemes: Vec<_> = self
            .credentials
            .iter()
            .map(|(scheme, _)| scheme.name)
            .collect();
        formatter
            .debug_struct("ClientBuilder")
            .field("api", &self.api.name)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("credentials", &schemes)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
