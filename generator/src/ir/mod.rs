//! What the API means, in no programming language: types, operations, and facts about them.

mod api;
mod dump;
pub mod facts;
mod operation;
mod paging;
mod schemas;
mod stream;
mod translate;
mod types;
mod xml;

pub use api::Api;
pub use dump::dump;
pub use operation::{
    Body, BodyContent, Form, FormField, Header, Multipart, Operation, Parameter, Part, PartHeader,
    PartKind, Payload, Response, ResponseContent, XmlBody,
};
pub use paging::{PageTarget, Paging, PagingStyle};
pub use schemas::Schemas;
pub use stream::{Stream, StreamItem};
pub use translate::translate;
pub use types::{
    Additional, Docs, Enum, Field, Item, Map, Origin, Presence, Primitive, Shape, Struct, Tuple,
    Type, TypeId, TypeRef, Union, Variant,
};
pub use xml::{XmlNotes, XmlUse};

// Records that mean the same in this stage as in the one before.
pub use crate::resolved::{
    Constraints, EnumValue, EventData, Info, OAuth2Flow, OAuth2Grant, SecurityRequirement,
    SecurityScheme, SecuritySchemeKind, Serialization, Server, ServerVariable, Tag, Xml,
};
