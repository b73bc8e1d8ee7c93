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

impl Client {
    /// Whether it can ask for tokens.
    pub fn has_flows(&self) -> bool {
        self.schemes.iter().any(|scheme| !scheme.flows.is_empty())
    }
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
    /// The flag of the command line that gives its credential, without the dashes.
    pub flag: String,
    /// The environment variable that the command line takes its credential from.
    pub variable: String,
    /// The ways to a token.
    pub flows: Vec<Flow>,
}

/// A way to a token of OAuth 2 or OpenID Connect.
#[derive(Debug)]
pub struct Flow {
    /// The constant that describes it.
    pub constant: Ident,
    /// What the token is asked for with.
    pub grant: Grant,
    /// Where tokens come from.
    pub token_url: Option<String>,
    /// Where tokens are renewed, if that is said.
    pub refresh_url: Option<String>,
    /// Where a user is asked.
    pub authorization_url: Option<String>,
    /// What says where tokens come from.
    pub discovery_url: Option<String>,
    /// Lines of documentation.
    pub docs: Vec<String>,
}

/// What a token is asked for with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// A user's password.
    Password,
    /// The client's own credentials.
    ClientCredentials,
    /// A code that a user comes back with.
    AuthorizationCode,
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
