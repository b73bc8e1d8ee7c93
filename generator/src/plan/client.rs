use super::{ServerTemplate, Servers};
use crate::naming::Ident;

/// The client: what it knows of the API as a whole.
#[derive(Debug)]
pub struct Client {
    /// The server that is called where nothing else is said.
    pub server: Option<ServerTemplate>,
    /// Whether that can be called before anything else is said.
    pub is_reachable: bool,
    /// The servers to choose from.
    pub servers: Servers,
    /// The names of the variables of all servers.
    pub server_variables: Vec<String>,
    /// The security schemes, in their order.
    pub schemes: Vec<Scheme>,
    /// The alternatives of scheme constants of requests that no operation describes.
    pub security: Vec<Vec<Ident>>,
}

/// A security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// The constant that describes it.
    pub constant: Ident,
    /// The setter of the client's builder.
    pub setter: Ident,
    /// Its name in the description.
    pub name: String,
    /// Which way.
    pub kind: SchemeKind,
    /// Lines of documentation of the setter.
    pub docs: Vec<String>,
    /// The environment variable that holds its credential.
    pub environment: Option<String>,
}

/// The ways to authenticate that a client has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer`.
    Bearer,
    /// `Authorization: Basic`.
    Basic,
    /// Another scheme of `Authorization`.
    Http(String),
    /// A key in a header field of this name.
    ApiKeyHeader(String),
    /// A key in a query parameter of this name.
    ApiKeyQuery(String),
    /// A key in a cookie of this name.
    ApiKeyCookie(String),
}
