use indexmap::IndexMap;

use super::{Operation, References, Schema, SchemaId};
use crate::source::Place;

/// A whole description.
#[derive(Debug)]
pub struct Document {
    /// What the description says of itself.
    pub info: Info,
    /// The servers of operations that name none themselves.
    pub servers: Vec<Server>,
    /// Declared tags first, in their order, then those that only operations use.
    pub tags: Vec<Tag>,
    /// Every operation, in the order of the paths.
    pub operations: Vec<Operation>,
    /// How many more operations there are that the configuration leaves out.
    pub left_out: usize,
    /// Only what the operations need becomes a type.
    pub omits_unreachable: bool,
    /// What the API sends itself, for others to answer.
    pub incoming: Vec<Incoming>,
    /// The schemas of `components`, in their order, under their names.
    pub components: IndexMap<String, SchemaId>,
    /// The schema of error answers that declare none, if the configuration names one.
    pub error: Option<SchemaId>,
    /// The security schemes, in their order, under their names.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Every schema; a [`SchemaId`] is an index into it.
    pub schemas: Vec<Schema>,
    /// What the references name that were followed.
    pub references: References,
}

impl Document {
    /// The schema that `id` names.
    #[expect(
        clippy::indexing_slicing,
        reason = "a SchemaId is only made by pushing its schema"
    )]
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.index()]
    }
}

/// Requests that the API sends: a webhook (OAS 3.1 §4.8.1) or a callback (§4.8.18).
#[derive(Debug)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// Its requests; they have no path.
    pub operations: Vec<Operation>,
}

/// What a description says of itself (OAS 3.1 §4.8.2).
#[derive(Debug, Clone, Default)]
pub struct Info {
    /// The name of the API.
    pub title: String,
    /// The version of the description.
    pub version: String,
    /// A text in CommonMark.
    pub description: Option<String>,
}

/// A group of operations (OAS 3.1 §4.8.22).
#[derive(Debug, Clone)]
pub struct Tag {
    /// The name, as operations use it.
    pub name: String,
    /// A text in CommonMark.
    pub description: Option<String>,
}

/// A base URL, a template if it has variables (OAS 3.1 §4.8.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Where it was written.
    pub place: Place,
    /// What the description calls it.
    pub name: Option<String>,
    /// The URL, with `{variables}`.
    pub url: String,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// The variables of the URL, by name.
    pub variables: IndexMap<String, ServerVariable>,
}

impl Server {
    /// The URL with the defaults of its variables.
    pub fn filled_in(&self) -> String {
        let mut url = self.url.clone();
        for (name, variable) in &self.variables {
            url = url.replace(&format!("{{{name}}}"), &variable.default);
        }
        url
    }

    /// The same if requests can be sent there: it may be relative to where the description is served (OAS 3.1 §4.8.5),
    /// which a client does not know.
    pub fn base_url(&self) -> Option<String> {
        let url = self.filled_in();
        let parsed: http::Uri = url.parse().ok()?;
        let is_http = parsed
            .scheme_str()
            .is_some_and(|scheme| ["http", "https"].contains(&scheme));
        let has_host = parsed.authority().is_some_and(|authority| {
            !authority.host().is_empty() && !authority.as_str().contains('@')
        });
        (is_http && has_host && !url.contains('#')).then_some(url)
    }
}

/// A variable of a server's URL (OAS 3.1 §4.8.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerVariable {
    /// The value that stands for the variable where none is given.
    pub default: String,
    /// The values it can have; any, if there are none.
    pub values: Vec<String>,
    /// A text in CommonMark.
    pub description: Option<String>,
}

/// The schemes that must all be satisfied, with their scopes (OAS 3.1 §4.8.30). Empty: no credential is needed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SecurityRequirement {
    /// Scheme name → scopes.
    pub schemes: IndexMap<String, Vec<String>>,
}

/// A way to authenticate (OAS 3.1 §4.8.27).
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Where it was written.
    pub place: Place,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// Which way.
    pub kind: SecuritySchemeKind,
}

/// The ways to authenticate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// A key in a header field of this name.
    ApiKeyHeader(String),
    /// A key in a query parameter of this name.
    ApiKeyQuery(String),
    /// A key in a cookie of this name.
    ApiKeyCookie(String),
    /// `Authorization: Basic` (RFC 7617).
    HttpBasic,
    /// `Authorization: Bearer` (RFC 6750), with what the description says of the token's format.
    HttpBearer(Option<String>),
    /// Another scheme of `Authorization` (RFC 9110 §11.4), by its name as written.
    HttpOther(String),
    /// OAuth 2 (RFC 6749): a bearer token on the wire.
    OAuth2 {
        /// The ways to a token.
        flows: Vec<OAuth2Flow>,
        /// The URL of the document that says where tokens come from (RFC 8414).
        metadata_url: Option<String>,
    },
    /// OpenID Connect, by the URL of its discovery document: a bearer token on the wire.
    OpenIdConnect(String),
    /// The client's TLS certificate.
    MutualTls,
}

/// A way to a token (OAS 3.1 §4.8.29).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OAuth2Flow {
    /// What the token is asked for with.
    pub grant: OAuth2Grant,
    /// Where a user is asked; it may be empty.
    pub authorization_url: Option<String>,
    /// Where tokens come from.
    pub token_url: Option<String>,
    /// Where tokens are renewed, if that is said.
    pub refresh_url: Option<String>,
    /// What a token can be good for: scope → description.
    pub scopes: IndexMap<String, String>,
}

/// What a token is asked for with (RFC 6749 §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OAuth2Grant {
    /// Nothing: a browser is handed the token.
    Implicit,
    /// A user's password.
    Password,
    /// The client's own credentials.
    ClientCredentials,
    /// A code that a user comes back with.
    AuthorizationCode,
}
