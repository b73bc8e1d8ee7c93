use super::{Security, ServerTemplate};

/// What all operations of an API have in common. A generated crate has one, as a static.
#[derive(Debug)]
pub struct Api {
    /// The name of the crate, first half of its `User-Agent` product.
    pub name: &'static str,
    /// The version of the crate, second half of its `User-Agent` product.
    pub version: &'static str,
    /// The document's first server.
    pub server: Option<ServerTemplate>,
    /// The variables of all servers of the document, those of single operations among them.
    pub server_variables: &'static [&'static str],
    /// What the document as a whole asks for; requests to undocumented paths use it.
    pub security: Security,
    /// The header field that carries an idempotency key.
    pub idempotency_header: &'static str,
}

impl Api {
    /// An API without a server and without security.
    pub const fn new(name: &'static str, version: &'static str) -> Self {
        Self {
            name,
            version,
            server: None,
            server_variables: &[],
            security: &[],
            idempotency_header: "Idempotency-Key",
        }
    }

    /// The server that is called when the application names none.
    pub const fn server(mut self, server: ServerTemplate) -> Self {
        self.server = Some(server);
        self
    }

    /// The names of the variables of all servers of the document.
    pub const fn server_variables(mut self, names: &'static [&'static str]) -> Self {
        self.server_variables = names;
        self
    }

    /// What requests to undocumented paths are authorised with.
    pub const fn security(mut self, security: Security) -> Self {
        self.security = security;
        self
    }

    /// The header field that carries an idempotency key; `Idempotency-Key` unless given.
    pub const fn idempotency_header(mut self, name: &'static str) -> Self {
        self.idempotency_header = name;
        self
    }
}
