use indexmap::IndexMap;

use super::{PageClaim, SchemaId, SecurityRequirement, Server};
use crate::source::Place;
use crate::terms::{Framing, MediaType, Method, ParameterLocation, ParameterStyle, StatusPattern};

/// One method of one path (OAS 3.1 §4.8.10), with what the path item and the document add to it.
#[derive(Debug)]
pub struct Operation {
    /// Where it was written.
    pub place: Place,
    /// The request method.
    pub method: Method,
    /// The path template, as it was written.
    pub path: String,
    /// `operationId`, as it was written.
    pub id: Option<String>,
    /// Its tags, in their order.
    pub tags: Vec<String>,
    /// One line.
    pub summary: Option<String>,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// A URL with more, and what it is.
    pub external_docs: Option<(String, Option<String>)>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// Its own parameters in their order, then those of the path item that it does not replace.
    pub parameters: Vec<Parameter>,
    /// What it can send.
    pub body: Option<RequestBody>,
    /// What can come back, exact statuses first, then ranges, then `default`.
    pub responses: Vec<Response>,
    /// Alternatives; none at all: nothing is sent.
    pub security: Vec<SecurityRequirement>,
    /// Its own servers or those of its path; empty: those of the document.
    pub servers: Vec<Server>,
    /// What is said of how it pages, the weightiest first.
    pub pages: Vec<PageClaim>,
}

/// A parameter (OAS 3.1 §4.8.12).
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it was written.
    pub place: Place,
    /// Its name on the wire.
    pub name: String,
    /// Where it goes.
    pub location: ParameterLocation,
    /// Must be given. Always true of path parameters.
    pub required: bool,
    /// Can be sent without a value (OAS 3.1 §4.8.12.2.1, `allowEmptyValue`).
    pub allow_empty: bool,
    /// Should no longer be used.
    pub deprecated: bool,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// The type of its value.
    pub schema: SchemaId,
    /// How its value is written.
    pub serialization: Serialization,
    /// An example of its value.
    pub example: Option<serde_json::Value>,
}

/// How the value of a parameter is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Serialization {
    /// By the rules of OAS 3.1 §4.8.12.2.
    Style {
        /// The style.
        style: ParameterStyle,
        /// Each item or member as a parameter of its own.
        explode: bool,
        /// RFC 3986's reserved characters stay as they are.
        allow_reserved: bool,
    },
    /// As a text of this media type.
    Content(MediaType),
}

/// A request body (OAS 3.1 §4.8.13).
#[derive(Debug)]
pub struct RequestBody {
    /// Where it was written.
    pub place: Place,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// Must be given.
    pub required: bool,
    /// The media types that it can have, in their order.
    pub content: Vec<Content>,
}

/// A body of one media type (OAS 3.1 §4.8.14).
#[derive(Debug)]
pub struct Content {
    /// Where it was written.
    pub place: Place,
    /// The media type or range.
    pub media_type: MediaType,
    /// What the body holds, if that is said.
    pub schema: Option<SchemaId>,
    /// What each item of it holds, if it is a sequence of them (OAS 3.2 §4.14.1).
    pub item: Option<SchemaId>,
    /// How it is read item by item, if it is a sequence of them.
    pub stream: Option<Stream>,
    /// How its members are written, by their names, or of parts without names by their indices.
    pub encoding: IndexMap<String, Encoding>,
    /// How the parts are written that have neither a name nor an index there.
    pub item_encoding: Option<Encoding>,
    /// An example of the body.
    pub example: Option<serde_json::Value>,
}

/// How a body is read item by item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    /// How the items are told apart.
    pub framing: Framing,
    /// What they are.
    pub item: StreamItem,
    /// Data of an event that says that the stream is at its end.
    pub ends: Vec<String>,
    /// Names or data of events after which nothing comes.
    pub last: Vec<String>,
}

/// What the items of a stream are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamItem {
    /// Nothing is said of them: any JSON, or events as they are.
    Unsaid,
    /// JSON texts, or the data of events.
    Value(SchemaId, EventData),
    /// Objects of the fields of events (OAS 3.2 §4.14.4.3).
    Event(SchemaId, EventData),
    /// The same, or perhaps what the data says: the description does not tell.
    Either(SchemaId, EventData),
}

/// What the data of events holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventData {
    /// A text.
    Text,
    /// JSON.
    Json,
    /// JSON, or a text that is none.
    JsonOrText,
    /// JSON in events of these names, a text in all others.
    JsonOf(Vec<String>),
}

/// How a member of a form or a part of a body is written (OAS 3.1 §4.8.15).
#[derive(Debug, Clone)]
pub struct Encoding {
    /// Where it was written.
    pub place: Place,
    /// The media types that its value can have, or ranges of them.
    pub media_types: Vec<MediaType>,
    /// The style of its value, which then has no media type.
    pub style: Option<Serialization>,
    /// The header fields that a part can have, in their order.
    pub headers: Vec<Header>,
}

/// A response (OAS 3.1 §4.8.17).
#[derive(Debug)]
pub struct Response {
    /// Where it was written.
    pub place: Place,
    /// Which statuses it describes.
    pub status: StatusPattern,
    /// A text in CommonMark.
    pub description: String,
    /// The header fields that it declares, in their order.
    pub headers: Vec<Header>,
    /// The media types that it can have, in their order; none: no body.
    pub content: Vec<Content>,
}

/// A header field of a response (OAS 3.1 §4.8.21).
#[derive(Debug, Clone)]
pub struct Header {
    /// Where it was written.
    pub place: Place,
    /// The field's name.
    pub name: String,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// Always there.
    pub required: bool,
    /// The type of its value.
    pub schema: SchemaId,
    /// How its value is written.
    pub serialization: Serialization,
}
