use super::Security;

/// What all operations of an API have in common. A generated crate has one, as a static.
#[derive(Debug)]
pub struct Api {
    /// The name of the crate, first half of its `User-Agent` product.
    pub name: &'static str,
    /// The version of the crate, second half of its `User-Agent` product.
    pub version: &'static str,
    /// The base URL of the document's first server, if that is absolute.
    pub server: Option<&'static str>,
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
            security: &[],
            idempotency_header: "Idempotency-Key",
        }
    }

    /// The base URL that is used when the application gives none.
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
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
