use std::fmt;
use std::sync::Arc;

/// A request method that a path item can describe (OAS 3.2 §4.9; RFC 9110 §9).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
    /// `QUERY`
    Query,
    /// A method that no field of a path item names, from `additionalOperations`; always a token (RFC 9110 §5.6.2).
    Other(Arc<str>),
}

impl Method {
    /// Every method that has a field of its own, in the order in which the standard lists their fields.
    pub const ALL: &'static [Self] = &[
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Options,
        Self::Head,
        Self::Patch,
        Self::Trace,
        Self::Query,
    ];

    /// The method of this name, in the letters in which it is sent; `None` if no request can have it.
    pub fn of(name: &str) -> Option<Self> {
        let is_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_token) {
            return None;
        }
        let known = Self::ALL.iter().find(|method| method.as_str() == name);
        Some(known.cloned().unwrap_or_else(|| Self::Other(name.into())))
    }

    /// The method as it goes over the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }

    /// The name of its field in a path item, or in the `additionalOperations` of one.
    pub fn field(&self) -> &str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
            Self::Trace => "trace",
            Self::Query => "query",
            Self::Other(name) => name,
        }
    }

    /// The fields that lead from a path item to its operation (OAS 3.2 §4.9).
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::Other(name) => vec!["additionalOperations", name],
            Self::Get
            | Self::Put
            | Self::Post
            | Self::Delete
            | Self::Options
            | Self::Head
            | Self::Patch
            | Self::Trace
            | Self::Query => vec![self.field()],
        }
    }

    /// Whether sending it twice has the effect of sending it once (RFC 9110 §9.2.2). Of a method that the standard
    /// does not define, nothing is known.
    pub fn is_idempotent(&self) -> bool {
        !matches!(self, Self::Post | Self::Patch | Self::Other(_))
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
