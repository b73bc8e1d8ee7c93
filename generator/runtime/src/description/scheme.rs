use std::fmt;

/// A security scheme (OAS 3.1 §4.8.27). A generated crate has a static for each.
#[derive(Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// How its credential goes over the wire.
    pub kind: SchemeKind,
}

/// How a credential goes over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer token` (RFC 6750 §2.1); also OAuth 2 and OpenID Connect.
    Bearer,
    /// `Authorization: Basic base64(user:password)` (RFC 7617).
    Basic,
    /// `Authorization: <this> <text>`, of another HTTP scheme (RFC 9110 §11).
    Http(&'static str),
    /// A header field of this name.
    ApiKeyHeader(&'static str),
    /// A query pair of this name.
    ApiKeyQuery(&'static str),
    /// A cookie of this name.
    ApiKeyCookie(&'static str),
}

impl Scheme {
    /// A bearer token.
    pub const fn bearer(name: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Bearer,
        }
    }

    /// User and password.
    pub const fn basic(name: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Basic,
        }
    }

    /// Another scheme of the `Authorization` header field.
    pub const fn http(name: &'static str, scheme: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Http(scheme),
        }
    }

    /// A key in a header field.
    pub const fn api_key_header(name: &'static str, header: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::ApiKeyHeader(header),
        }
    }

    /// A key in the query.
    pub const fn api_key_query(name: &'static str, key: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::ApiKeyQuery(key),
        }
    }

    /// A key in a cookie.
    pub const fn api_key_cookie(name: &'static str, cookie: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::ApiKeyCookie(cookie),
        }
    }

    /// The header field that carries its credential, if one does and it is not `Cookie`.
    pub(crate) const fn header(&self) -> Option<&'static str> {
        match self.kind {
            SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Http(_) => Some("authorization"),
            SchemeKind::ApiKeyHeader(name) => Some(name),
            SchemeKind::ApiKeyQuery(_) | SchemeKind::ApiKeyCookie(_) => None,
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, kind } = self;
        match kind {
            SchemeKind::Bearer => write!(formatter, "`{name}` (bearer token)"),
            SchemeKind::Basic => write!(formatter, "`{name}` (user and password)"),
            SchemeKind::Http(scheme) => write!(formatter, "`{name}` (HTTP {scheme})"),
            SchemeKind::ApiKeyHeader(header) => write!(formatter, "`{name}` (header {header})"),
            SchemeKind::ApiKeyQuery(key) => write!(formatter, "`{name}` (query {key})"),
            SchemeKind::ApiKeyCookie(cookie) => write!(formatter, "`{name}` (cookie {cookie})"),
        }
    }
}
