use super::{Docs, SecurityRequirement, Serialization, Server, TypeRef};
use crate::source::Place;
use crate::terms::{MediaType, Method, ParameterLocation, StatusPattern};

/// One method of one path.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Where it was written.
    pub place: Place,
    /// `operationId`, as it was written.
    pub id: Option<String>,
    /// The request method.
    pub method: Method,
    /// The path template, as it was written.
    pub path: String,
    /// The tag under which it is called: its first.
    pub tag: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// A URL with more, and what it is.
    pub external_docs: Option<(String, Option<String>)>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// Its parameters, in their order.
    pub parameters: Vec<Parameter>,
    /// What it can send.
    pub body: Option<Body>,
    /// What can come back, exact statuses first, then ranges, then `default`.
    pub responses: Vec<Response>,
    /// Alternatives; none at all: nothing is sent.
    pub security: Vec<SecurityRequirement>,
    /// Its own servers; empty: those of the API.
    pub servers: Vec<Server>,
}

/// A parameter of an operation.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it goes.
    pub location: ParameterLocation,
    /// Must be given.
    pub required: bool,
    /// The type of its value.
    pub ty: TypeRef,
    /// How its value is written.
    pub serialization: Serialization,
    /// What is said of it.
    pub docs: Docs,
}

/// A request body.
#[derive(Debug, Clone)]
pub struct Body {
    /// Must be given.
    pub required: bool,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// The forms that it can have, in their order; never empty.
    pub contents: Vec<BodyContent>,
}

/// A request body of one media type.
#[derive(Debug, Clone)]
pub struct BodyContent {
    /// The media type that goes with it.
    pub media_type: MediaType,
    /// What it holds.
    pub payload: Payload,
    /// The type of its items, if it is a sequence of them.
    pub item: Option<TypeRef>,
    /// An example of it.
    pub example: Option<serde_json::Value>,
}

/// A response.
#[derive(Debug, Clone)]
pub struct Response {
    /// Which statuses it describes.
    pub status: StatusPattern,
    /// A text in CommonMark.
    pub description: String,
    /// The header fields that it declares.
    pub headers: Vec<Header>,
    /// The media type that is asked for and read; none: no body.
    pub media_type: Option<MediaType>,
    /// What it holds.
    pub payload: Payload,
    /// The type of its items, if it is a sequence of them.
    pub item: Option<TypeRef>,
    /// The types of its forms that are not asked for, or not read.
    pub others: Vec<TypeRef>,
}

/// A header field of a response.
#[derive(Debug, Clone)]
pub struct Header {
    /// The field's name.
    pub name: String,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// The type of its value.
    pub ty: TypeRef,
}

/// What a body holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// Nothing.
    None,
    /// A JSON text of this type.
    Json(TypeRef),
    /// A text.
    Text,
    /// Bytes that nothing is known of.
    Bytes,
}
