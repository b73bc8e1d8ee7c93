use super::{Docs, Paging, SecurityRequirement, Serialization, Server, Stream, TypeRef, Xml};
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
    /// How it pages, if it does.
    pub pages: Option<Paging>,
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
    /// Can be sent without a value.
    pub allow_empty: bool,
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
    /// The forms in which its body is asked for and read, in their order; none: no body.
    pub contents: Vec<ResponseContent>,
    /// The types of its forms that are not asked for, or not read.
    pub others: Vec<TypeRef>,
}

/// The body of a response in one media type.
#[derive(Debug, Clone)]
pub struct ResponseContent {
    /// The media type, or a range of them.
    pub media_type: MediaType,
    /// What it holds.
    pub payload: Payload,
    /// The type of its items, if it is a sequence of them.
    pub item: Option<TypeRef>,
}

/// A header field of a response.
#[derive(Debug, Clone)]
pub struct Header {
    /// The field's name.
    pub name: String,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// Always there.
    pub required: bool,
    /// How its value is written.
    pub serialization: Serialization,
    /// The type of its value.
    pub ty: TypeRef,
}

/// What a body holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// Nothing.
    None,
    /// A JSON text of this type.
    Json(TypeRef),
    /// A text.
    Text,
    /// The text of one value of this type, or JSON where the media type is a range and it turns out to be JSON.
    Plain(TypeRef),
    /// Bytes that nothing is known of.
    Bytes,
    /// Names and values, percent-encoded.
    Form(Form),
    /// Parts, each with header fields and a body of its own.
    Multipart(Multipart),
    /// An XML document.
    Xml(XmlBody),
    /// Items one after another.
    Stream(Stream),
}

impl Payload {
    /// The type of the JSON text that it is, if it is one.
    pub fn as_json(&self) -> Option<TypeRef> {
        if let Self::Json(ty) = self {
            Some(*ty)
        } else {
            None
        }
    }

    /// The parts that it has, if it has such.
    pub fn as_multipart(&self) -> Option<&Multipart> {
        if let Self::Multipart(multipart) = self {
            Some(multipart)
        } else {
            None
        }
    }

    /// The XML document that it is, if it is one.
    pub fn as_xml(&self) -> Option<&XmlBody> {
        if let Self::Xml(body) = self {
            Some(body)
        } else {
            None
        }
    }

    /// The items that it has one after another, if it has such.
    pub fn as_stream(&self) -> Option<&Stream> {
        if let Self::Stream(stream) = self {
            Some(stream)
        } else {
            None
        }
    }

    /// The types that it names.
    pub fn types(&self) -> Vec<TypeRef> {
        match self {
            Self::None | Self::Text | Self::Bytes => Vec::new(),
            Self::Json(ty) | Self::Plain(ty) => vec![*ty],
            Self::Form(form) => vec![form.ty],
            Self::Xml(xml) => vec![xml.ty],
            Self::Multipart(multipart) => multipart.types(),
            Self::Stream(stream) => stream.item.ty().into_iter().collect(),
        }
    }
}

/// A body of XML.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct XmlBody {
    /// The type of the whole.
    pub ty: TypeRef,
    /// What is said of the whole where it is used.
    pub xml: Xml,
}

/// A form (`application/x-www-form-urlencoded`): each member of a value is a name with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The type of the whole.
    pub ty: TypeRef,
    /// The members of which the description says how they are written.
    pub fields: Vec<FormField>,
}

/// A member of a form that is not written as its JSON type asks for (OAS 3.1 §4.8.15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name on the wire.
    pub wire_name: String,
    /// How its value is written.
    pub serialization: Serialization,
}

/// A body of several parts (`multipart/…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multipart {
    /// The type of the whole, which a JSON text would have.
    pub ty: Option<TypeRef>,
    /// The parts that it names, in their order.
    pub parts: Vec<Part>,
}

impl Multipart {
    /// The types that it names.
    pub fn types(&self) -> Vec<TypeRef> {
        let parts = self.parts.iter().flat_map(|part| {
            let value = match part.kind {
                PartKind::File | PartKind::Files => None,
                PartKind::Value(ty) => Some(ty),
            };
            value
                .into_iter()
                .chain(part.headers.iter().map(|header| header.ty))
        });
        self.ty.into_iter().chain(parts).collect()
    }
}

/// One part of a body, or several of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name on the wire; empty: it has none, and its place tells what it is.
    pub wire_name: String,
    /// Must be there.
    pub required: bool,
    /// What it holds.
    pub kind: PartKind,
    /// The style of its value, which then has no media type.
    pub style: Option<Serialization>,
    /// The media types that it can have, or ranges of them, as the description has them; none: its value decides.
    pub media_types: Vec<MediaType>,
    /// The header fields that it can have.
    pub headers: Vec<PartHeader>,
    /// What is said of it, in CommonMark.
    pub description: Option<String>,
    /// Should no longer be used.
    pub deprecated: bool,
}

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Bytes, with or without the name of a file.
    File,
    /// Any number of files, one part each.
    Files,
    /// A value of this type.
    Value(TypeRef),
}

/// A header field of a part (OAS 3.1 §4.8.15.1.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartHeader {
    /// The field's name.
    pub name: String,
    /// Must be there.
    pub required: bool,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// The type of its value.
    pub ty: TypeRef,
}
