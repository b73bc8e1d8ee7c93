//! The description with nothing left to look up or to fill in.

mod document;
mod operation;
mod schema;

pub use document::{Document, Info, SecurityRequirement, SecurityScheme, SecuritySchemeKind, Server, ServerVariable, Tag};
pub use operation::{Content, Header, Operation, Parameter, RequestBody, Response, Serialization};
pub use schema::{AdditionalProperties, Constraints, Discriminator, JsonType, Schema, SchemaId};
