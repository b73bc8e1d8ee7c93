use std::borrow::Cow;
use std::future::IntoFuture;
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use url::Url;

use super::Call;
use super::state::Route;
use crate::answer::Response;
use crate::boxed::BoxFuture;
use crate::client::Client;
use crate::error::{Error, RequestFailure, Undecoded};
use crate::json::{Decode, Encode};
use crate::transport::Body;

/// A request to a path that the document does not describe. It does nothing until awaited.
#[derive(Debug, Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request {
    call: Call,
}

impl Request {
    pub(crate) fn new(client: Client, method: Method, path: &str) -> Self {
        let shown = path.split(['?', '#']).next().unwrap_or_default();
        let route = Route {
            name: Cow::Owned(format!("{method} {shown}")),
            method,
            // Braces are no variables here.
            template: Cow::Owned(path.replace('{', "%7B").replace('}', "%7D")),
            security: client.shared().api.security,
            scopes: &[],
            accept: "",
            server: None,
            retry: false,
            keeps_redirects: false,
        };
        let mut call = Call::of(client, route);
        if Url::parse(path).is_ok_and(|url| url.has_host()) {
            call.fail(RequestFailure::new(
                "a path is needed, not a URL: set the base URL instead",
            ));
        }
        Self { call }
    }

    /// A pair of the query.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.call.query_pair(name, value);
        self
    }

    /// A header field; replaces whatever else would set it, credentials included.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.call.header(name, value);
        self
    }

    /// A body of JSON.
    pub fn json(mut self, body: &dyn Encode) -> Self {
        self.call.json("application/json", body);
        self
    }

    /// A body of any bytes.
    pub fn body(mut self, content_type: &str, body: impl Into<Body>) -> Self {
        self.call.bytes(content_type, body);
        self
    }

    /// A time limit for the whole call, with all its attempts and pauses.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout(timeout);
        self
    }

    /// The most attempts, the first one included; 1 turns retries off.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.call.max_attempts(attempts);
        self
    }

    /// The largest body of a success, in bytes without content codings.
    pub fn max_body_bytes(mut self, bytes: u64) -> Self {
        self.call.max_body_bytes(bytes);
        self
    }

    /// A key by which the service knows that two attempts are the same call; with it, the call may
    /// be repeated whatever its method.
    pub fn idempotency_key(mut self, key: &str) -> Self {
        self.call.idempotency_key(key);
        self
    }

    /// Sends it; the body comes back as it is.
    ///
    /// # Errors
    /// When there is no answer, or one that is not a success.
    pub async fn send(self) -> Result<Response<Bytes>, Error> {
        let answer = self.call.execute().await?;
        if !answer.status().is_success() {
            return Err(answer.failure::<Undecoded>(|_| None).into());
        }
        answer.bytes::<Undecoded>().map_err(Error::from)
    }

    /// Sends it and decodes the body from JSON.
    ///
    /// # Errors
    /// When there is no answer, one that is not a success, or one that does not decode.
    pub async fn send_json<T: Decode>(self) -> Result<Response<T>, Error> {
        let answer = self.call.execute().await?;
        if !answer.status().is_success() {
            return Err(answer.failure::<Undecoded>(|_| None).into());
        }
        answer.json::<T, Undecoded>().map_err(Error::from)
    }
}

impl IntoFuture for Request {
    type Output = Result<Response<Bytes>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
