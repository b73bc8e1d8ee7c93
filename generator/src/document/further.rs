use indexmap::IndexMap;
use openapiv3::{Operation, PathItem};

use crate::source::Pointer;
use crate::terms::Method;

/// What a description says of requests that OpenAPI 3.0 has no field for.
#[derive(Debug, Default)]
pub struct Further {
    /// Path → operations of methods that its path item has no field for, in their order.
    pub operations: IndexMap<String, Operations>,
    /// Requests that the API sends.
    pub incoming: Vec<Incoming>,
}

/// Operations by their methods.
pub type Operations = Vec<(Method, Operation)>;

/// Requests that the API sends and others answer: a webhook (OAS 3.1 §4.8.1) or a callback (§4.8.18).
#[derive(Debug)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// Where it stands in the united description.
    pub pointer: Pointer,
    /// Its requests.
    pub item: PathItem,
    /// Its requests of methods that the path item has no field for.
    pub operations: Operations,
}
