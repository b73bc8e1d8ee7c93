use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method};
use url::Url;

use super::Variables;
use crate::call::{Call, Request};
use crate::description::{Api, Operation, Scheme};
use crate::error::RequestFailure;
use crate::security::{Credential, at_hand};
use crate::transport::Transport;

/// A client of the API. Cloning it is cheap, and clones share their connections.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

/// What a client was built with.
pub(crate) struct Shared {
    pub(crate) api: &'static Api,
    /// Given by the application: goes before every server of the document.
    pub(crate) base_url: Option<Url>,
    /// The server that was chosen, else the document's first; an error where its URL is not complete.
    pub(crate) server: Option<Result<Url, RequestFailure>>,
    /// Values of the variables of servers.
    pub(crate) variables: Variables,
    /// Of every request, `User-Agent` among them.
    pub(crate) headers: HeaderMap,
    pub(crate) credentials: Vec<(&'static Scheme, Credential)>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) limits: Limits,
}

/// How long and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For a whole call, with all its attempts and pauses. None unless set.
    pub timeout: Option<Duration>,
    /// The most attempts of a call, the first one included. 3.
    pub max_attempts: u32,
    /// The longest pause that a service can ask for. 30 seconds.
    pub max_retry_delay: Duration,
    /// The largest body of a success, without content codings. 64 MiB.
    pub max_body_bytes: u64,
    /// How much of the body of an error is kept. 1 MiB.
    pub max_error_body_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            timeout: None,
            max_attempts: 3,
            max_retry_delay: Duration::from_secs(30),
            max_body_bytes: 64 << 20,
            max_error_body_bytes: 1 << 20,
        }
    }
}

impl Client {
    pub(crate) fn new(shared: Shared) -> Self {
        Self {
            shared: Arc::new(shared),
        }
    }

    /// Begins a call of an operation of the document.
    pub fn call(&self, operation: &'static Operation) -> Call {
        Call::new(self.clone(), operation)
    }

    /// A request to a path that the document does not describe, with the credentials, retries and
    /// limits of this client.
    ///
    /// The path is appended to the base URL as it is; it can bring a query along. Messages show the
    /// path and not the query.
    pub fn request(&self, method: Method, path: impl AsRef<str>) -> Request {
        Request::new(self.clone(), method, path.as_ref())
    }

    /// Where requests go, except those of operations that have a server of their own.
    pub fn base_url(&self) -> Option<&Url> {
        let server = || self.shared.server.as_ref()?.as_ref().ok();
        self.shared.base_url.as_ref().or_else(server)
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }
}

impl Shared {
    pub(crate) fn credential(&self, scheme: &Scheme) -> Option<&Credential> {
        at_hand(&self.credentials, scheme)
    }
}

/// What can be shown of a base URL: its path and its query may hold a secret.
fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// Shows no credential and no value of a header field.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = self.shared();
        let schemes: Vec<_> = shared
            .credentials
            .iter()
            .map(|(scheme, _)| scheme.name)
            .collect();
        formatter
            .debug_struct("Client")
            .field("api", &shared.api.name)
            .field("origin", &self.base_url().map(origin))
            .field("headers", &shared.headers.keys().collect::<Vec<_>>())
            .field("credentials", &schemes)
            .field("limits", &shared.limits)
            .finish_non_exhaustive()
    }
}
