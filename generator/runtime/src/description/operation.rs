use http::Method;

use super::{Scheme, ServerTemplate};

/// Alternatives, each a set of schemes that belong together (OAS 3.1 §4.8.30).
///
/// No alternative at all: nothing is sent. An empty set among them: security is optional.
pub type Security = &'static [&'static [&'static Scheme]];

/// What tokens have to be good for, by their schemes (RFC 6749 §3.3).
pub type Scopes = &'static [(&'static Scheme, &'static [&'static str])];

/// One operation of an API, as far as sending it goes. A generated crate has a static for each.
#[derive(Debug)]
pub struct Operation {
    /// `operationId`, or the method and the path where the document gives none.
    pub id: &'static str,
    /// The request method, unless `extension_method` names another.
    pub method: Method,
    /// A request method that is no constant of [`Method`] (RFC 9110 §9.1, a token).
    pub extension_method: Option<&'static str>,
    /// The path template, appended to the base URL.
    pub path: &'static str,
    /// What it is authorised with.
    pub security: Security,
    /// What it needs tokens to be good for.
    pub scopes: Scopes,
    /// The `Accept` header field; empty: none of our own.
    pub accept: &'static str,
    /// A server of its own, absolute or relative to the client's base URL.
    pub server: Option<ServerTemplate>,
    /// May be repeated although its method is not idempotent.
    pub retry: bool,
    /// A redirect is its answer and not followed.
    pub keeps_redirects: bool,
}

impl Operation {
    /// An operation that needs no security and accepts anything.
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            id,
            method,
            extension_method: None,
            path,
            security: &[],
            scopes: &[],
            accept: "",
            server: None,
            retry: false,
            keeps_redirects: false,
        }
    }

    /// A request method that is no constant of [`Method`]; it goes over the wire as it is written.
    pub const fn extension_method(mut self, name: &'static str) -> Self {
        self.extension_method = Some(name);
        self
    }

    /// What it is authorised with.
    pub const fn security(mut self, security: Security) -> Self {
        self.security = security;
        self
    }

    /// What it needs tokens to be good for.
    pub const fn scopes(mut self, scopes: Scopes) -> Self {
        self.scopes = scopes;
        self
    }

    /// The media types that the client can read, as an `Accept` header field (RFC 9110 §12.5.1).
    pub const fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    /// A server of its own; a base URL that the application gives goes first.
    pub const fn server(mut self, server: ServerTemplate) -> Self {
        self.server = Some(server);
        self
    }

    /// A redirect is its answer and not followed.
    pub const fn keep_redirects(mut self) -> Self {
        self.keeps_redirects = true;
        self
    }

    /// May be repeated although its method is not idempotent.
    pub const fn retry(mut self) -> Self {
        self.retry = true;
        self
    }
}
