//! The description with nothing left to look up or to fill in.

mod document;
mod operation;
mod schema;

mod resolve;

mod at;
mod resolver;
mod selection;

mod cycles;
mod enumeration;
mod rings;
mod schemas;

mod bodies;
mod encodings;
mod event_data;
mod extensions;
mod operations;
mod pagination;
mod parameters;
mod path_template;

mod streams;

mod security;
mod servers;
mod values;
mod xml;

mod dump;

#[cfg(test)]
mod tests;

pub use document::{
    Document, Incoming, Info, OAuth2Flow, OAuth2Grant, SecurityRequirement, SecurityScheme,
    SecuritySchemeKind, Server, ServerVariable, Tag,
};
pub use operation::{
    Content, Encoding, EventData, Header, Operation, Parameter, RequestBody, Response,
    Serialization, Stream, StreamItem,
};
pub use pagination::PageClaim;
pub use resolve::resolve;
pub use schema::{
    AdditionalProperties, Constraints, Discriminator, EnumValue, JsonType, Schema, SchemaId,
};

pub use xml::Xml;

// A record that means the same in this stage as in the one before.
pub use crate::document::References;
