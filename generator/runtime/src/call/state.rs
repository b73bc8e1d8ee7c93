use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use url::Url;

use super::attempts;
use crate::answer::Answer;
use crate::boxed::BoxFuture;
use crate::client::{Client, Limits, Server, header_field};
use crate::description::{Operation, Parameter, Scopes, Security, ServerTemplate};
use crate::error::{CallError, RequestFailure};
use crate::json::{self, Encode, Json};
use crate::style;
use crate::transport::Body;

/// A call that is being put together. Nothing is sent before [`execute`](Self::execute).
///
/// Its setters return nothing: the first thing that goes wrong is kept, and is the result.
#[derive(Clone)]
pub struct Call(pub(crate) Box<State>);

/// Everything that a call is made of.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) client: Client,
    pub(crate) route: Route,
    /// Values of parameters, written in their styles.
    pub(crate) values: Vec<(&'static Parameter, String)>,
    /// Further pairs of the query, percent-encoded.
    pub(crate) query: Vec<String>,
    /// Further header fields; they replace all others.
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) idempotency_key: Option<(HeaderName, HeaderValue)>,
    pub(crate) base_url: Option<Url>,
    /// In place of path and query: what an answer has named.
    pub(crate) url: Option<Url>,
    pub(crate) limits: Limits,
    fault: Option<RequestFailure>,
}

/// What is called.
#[derive(Clone)]
pub(crate) struct Route {
    /// For messages.
    pub(crate) name: Cow<'static, str>,
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) security: Security,
    pub(crate) scopes: Scopes,
    pub(crate) accept: &'static str,
    pub(crate) server: Option<ServerTemplate>,
    pub(crate) retry: bool,
    /// Redirects are what the document says of the answer, so that none is followed.
    pub(crate) keeps_redirects: bool,
}

impl Call {
    pub(crate) fn new(client: Client, operation: &'static Operation) -> Self {
        let named = operation.extension_method.map(str::as_bytes);
        let method = named.map_or_else(|| Ok(operation.method.clone()), Method::from_bytes);
        let fault = method.is_err();
        let route = Route {
            name: Cow::Borrowed(operation.id),
            method: method.unwrap_or_default(),
            template: Cow::Borrowed(operation.path),
            security: operation.security,
            scopes: operation.scopes,
            accept: operation.accept,
            server: operation.server,
            retry: operation.retry,
            keeps_redirects: operation.keeps_redirects,
        };
        let mut call = Self::of(client, route);
        if fault {
            call.fail(RequestFailure::new("the request method is not legal"));
        }
        call
    }

    pub(crate) fn of(client: Client, route: Route) -> Self {
        let limits = client.shared().limits;
        Self(Box::new(State {
            client,
            route,
            values: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::none(),
            content_type: None,
            idempotency_key: None,
            base_url: None,
            url: None,
            limits,
            fault: None,
        }))
    }

    /// The value of a parameter; replaces one that was given before. Absent and `null` values are
    /// not sent.
    pub fn parameter(&mut self, parameter: &'static Parameter, value: &dyn Encode) {
        self.0.values.retain(|(given, _)| *given != parameter);
        if value.is_absent() {
            return;
        }
        match json::to_request_json(value) {
            Ok(value) => {
                let text = style::expand(parameter, &value);
                self.0.values.extend(text.map(|text| (parameter, text)));
            }
            Err(error) => {
                let failure = RequestFailure::about(parameter.name, "cannot be written as a value");
                self.fail(failure.with_source(error));
            }
        }
    }

    /// A parameter of the query without a value, where the description allows that; replaces one that was given before.
    pub fn empty(&mut self, parameter: &'static Parameter) {
        self.0.values.retain(|(given, _)| *given != parameter);
        let text = format!("{}=", style::encode::whole(parameter.name));
        self.0.values.push((parameter, text));
    }

    /// A body of JSON, without read-only members; an absent value is no body.
    pub fn json(&mut self, content_type: &str, body: &dyn Encode) {
        if body.is_absent() {
            self.no_body();
            return;
        }
        match json::to_request_text(body) {
            Ok(text) => self.text(content_type, text),
            Err(error) => {
                let failure = RequestFailure::new("the body cannot be written as JSON");
                self.fail(failure.with_source(error));
            }
        }
    }

    /// No body, whatever was given before.
    pub(crate) fn no_body(&mut self) {
        self.0.body = Body::none();
        self.0.content_type = None;
    }

    /// A body of text, in UTF-8.
    pub fn text(&mut self, content_type: &str, body: impl Into<String>) {
        self.bytes(content_type, Bytes::from(body.into()));
    }

    /// A body that is the text of one value: of a string itself, of anything else as JSON writes it. An absent value is
    /// no body.
    pub fn plain(&mut self, content_type: &str, body: &dyn Encode) {
        if body.is_absent() {
            self.0.body = Body::none();
            self.0.content_type = None;
            return;
        }
        match json::to_request_json(body) {
            Ok(Json::String(text)) => self.text(content_type, text),
            Ok(other) => self.text(content_type, other.to_string()),
            Err(error) => {
                let failure = RequestFailure::new("the body cannot be written as a text");
                self.fail(failure.with_source(error));
            }
        }
    }

    /// A body of any bytes, in memory or not.
    pub fn bytes(&mut self, content_type: &str, body: impl Into<Body>) {
        match header_field("Content-Type", content_type) {
            Ok((_, mut value)) => {
                value.set_sensitive(false);
                self.0.content_type = Some(value);
                self.0.body = body.into();
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// A further header field; replaces whatever else would set it, credentials included.
    pub fn header(&mut self, name: &str, value: &str) {
        match header_field(name, value) {
            Ok((name, value)) => {
                self.0.headers.insert(name, value);
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// The `Accept` field, instead of the one of the operation (RFC 9110 §12.5.1).
    pub fn accept(&mut self, media_types: &str) {
        match header_field("Accept", media_types) {
            Ok((name, mut value)) => {
                value.set_sensitive(false);
                self.0.headers.insert(name, value);
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// A further pair of the query, behind all others.
    pub fn query_pair(&mut self, name: &str, value: &str) {
        let encode = style::encode::whole;
        self.0
            .query
            .push(format!("{}={}", encode(name), encode(value)));
    }

    /// A time limit for the whole call, with all its attempts and pauses.
    pub fn timeout(&mut self, timeout: Duration) {
        self.0.limits.timeout = Some(timeout);
    }

    /// The most attempts, the first one included; 1 turns retries off.
    pub fn max_attempts(&mut self, attempts: u32) {
        self.0.limits.max_attempts = attempts;
    }

    /// The largest body of a success, in bytes without content codings.
    pub fn max_body_bytes(&mut self, bytes: u64) {
        self.0.limits.max_body_bytes = bytes;
    }

    /// A key by which the service knows that two attempts are the same call; with it, the call may
    /// be repeated whatever its method.
    pub fn idempotency_key(&mut self, key: &str) {
        let name = self.0.client.shared().api.idempotency_header;
        match header_field(name, key) {
            Ok(field) => self.0.idempotency_key = Some(field),
            Err(failure) => self.fail(failure),
        }
    }

    /// Sends no credentials, whatever the operation asks for.
    pub fn anonymous(&mut self) {
        self.0.route.security = &[];
    }

    /// Where this one call goes, instead of the client's base URL and every server of the document.
    pub fn base_url(&mut self, url: &str) {
        match style::base_url(url) {
            Ok(url) => self.0.base_url = Some(url),
            Err(failure) => self.fail(failure),
        }
    }

    /// The server that this one call goes to, instead of the client's base URL and every other server of the document.
    pub fn server(&mut self, server: Server) {
        match server.resolve(&self.0.client.shared().variables) {
            Ok(url) => self.0.base_url = Some(url),
            Err(failure) => self.fail(failure),
        }
    }

    /// Sends it, repeats it as the limits allow, and reads the whole answer, whatever its status.
    ///
    /// # Errors
    /// When there is no answer. One that is not a success is no error here.
    pub fn execute(self) -> BoxFuture<'static, Result<Answer, CallError>> {
        Box::pin(attempts::execute(*self.0))
    }

    pub(crate) fn fail(&mut self, failure: RequestFailure) {
        self.0.fault.get_or_insert(failure);
    }
}

impl State {
    /// What went wrong first while it was put together.
    pub(crate) fn fault(&mut self) -> Result<(), RequestFailure> {
        match self.fault.take() {
            Some(failure) => Err(failure),
            None => Ok(()),
        }
    }
}

/// Shows what is called and with which parameters, and none of their values.
impl fmt::Debug for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let State {
            route,
            values,
            headers,
            body,
            limits,
            ..
        } = &*self.0;
        let parameters: Vec<_> = values.iter().map(|(parameter, _)| parameter.name).collect();
        formatter
            .debug_struct("Call")
            .field("operation", &route.name)
            .field("parameters", &parameters)
            .field("headers", &headers.keys().collect::<Vec<_>>())
            .field("body", body)
            .field("limits", limits)
            .finish_non_exhaustive()
    }
}
