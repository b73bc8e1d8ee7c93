use super::{
    Command, HeaderFields, Item, Paging, Parts, Reexport, RustType, ServerTemplate, Stream,
};
use crate::naming::Ident;
use crate::terms::{Framing, Method, ParameterLocation, ParameterStyle, StatusPattern};

/// An operation: a request builder in a module of its own, with the types that stand in it.
#[derive(Debug)]
pub struct Operation {
    /// The method that begins a request.
    pub method_name: Ident,
    /// The module.
    pub module: Ident,
    /// The request builder.
    pub builder: Ident,
    /// The name in messages: operationId, or method and path.
    pub id: String,
    /// The same between the backticks of documentation.
    pub title: String,
    /// Method and path in documentation: `` `GET /pets/{id}` ``.
    pub request: String,
    /// The request method.
    pub method: Method,
    /// The path template.
    pub path: String,
    /// Lines of documentation of the method that begins a request.
    pub docs: Vec<String>,
    /// Lines of documentation of the request builder.
    pub builder_docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// The parameters, in their order.
    pub parameters: Vec<Parameter>,
    /// The forms of the request body.
    pub bodies: Vec<Body>,
    /// What must be given to begin, in this order.
    pub arguments: Vec<Argument>,
    /// Alternatives of scheme constants that must all be satisfied.
    pub security: Vec<Vec<Ident>>,
    /// What tokens have to be good for, by the constants of their schemes.
    pub scopes: Vec<(Ident, Vec<String>)>,
    /// The media types that can be read; empty: none.
    pub accept: String,
    /// A server of its own.
    pub server: Option<ServerTemplate>,
    /// Successes are of the classes 1XX and 3XX: the document declares none of 2XX, but some of these.
    pub redirects: bool,
    /// What a success is.
    pub success: Success,
    /// The success that is read while it arrives, if there is one.
    pub stream: Option<Stream>,
    /// What a failure is.
    pub failure: Failure,
    /// How it pages, if it does.
    pub paging: Option<Paging>,
    /// The header fields that successes declare, and those that failures declare.
    pub headers: Vec<HeaderFields>,
    /// The types that stand in it.
    pub items: Vec<Item>,
    /// The types that stand in it and in others.
    pub reexports: Vec<Reexport>,
    /// What it is on a command line.
    pub command: Command,
    /// The names that its group re-exports: the builder, the whole body, the whole answer.
    pub exports: Vec<Ident>,
}

/// What must be given to begin a request.
#[derive(Debug)]
pub struct Argument {
    /// Its name.
    pub ident: Ident,
    /// Its type.
    pub ty: RustType,
    /// What it is.
    pub kind: ArgumentKind,
}

/// What an argument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// The parameter with this index.
    Parameter(usize),
    /// The body with this index.
    Body(usize),
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter {
    /// The constant that describes it.
    pub constant: Ident,
    /// The setter, or the argument.
    pub ident: Ident,
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it goes.
    pub location: ParameterLocation,
    /// How its value is written.
    pub writing: Writing,
    /// The type of its value.
    pub ty: RustType,
    /// Must be given, so it is an argument.
    pub required: bool,
    /// The setter that sends it without a value, if that is allowed, and a line of documentation.
    pub empty: Option<(Ident, String)>,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
}

/// How the value of a parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// By the rules of OAS 3.1 §4.8.12.2.
    Style {
        /// The style.
        style: ParameterStyle,
        /// Each item or member as a parameter of its own.
        explode: bool,
        /// Reserved characters stay as they are.
        allow_reserved: bool,
    },
    /// As a JSON text.
    Json,
}

/// One form of the request body.
#[derive(Debug)]
pub struct Body {
    /// The setter, or the argument.
    pub ident: Ident,
    /// The media type that goes with it.
    pub content_type: String,
    /// What the caller gives.
    pub kind: BodyKind,
    /// Lines of documentation.
    pub docs: Vec<String>,
}

/// What the caller gives for a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyKind {
    /// A value that is sent as JSON.
    Json(RustType),
    /// A value that is sent as XML, and the table that says how.
    Xml(RustType, Ident),
    /// A value whose members are sent as names and values.
    Form {
        /// Its type.
        ty: RustType,
        /// The constant that describes the members, if there are any.
        constant: Ident,
        /// The members that are not written as their JSON type asks for.
        fields: Vec<FormField>,
    },
    /// Values of a type that are sent one after another in JSON.
    Items(RustType, Framing),
    /// Parts, which a struct of their own collects.
    Multipart(Parts, RustType),
    /// A text.
    Text,
    /// A value that is sent as the text that it is.
    Plain(RustType),
    /// Bytes, in memory or not.
    Bytes,
}

/// A member of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name on the wire.
    pub wire_name: String,
    /// How its value is written.
    pub writing: Writing,
}

impl BodyKind {
    /// The type of what the caller gives.
    pub fn ty(&self) -> RustType {
        match self {
            Self::Json(ty)
            | Self::Plain(ty)
            | Self::Xml(ty, _)
            | Self::Form { ty, .. }
            | Self::Multipart(_, ty) => ty.clone(),
            Self::Items(item, _) => RustType::Vec(Box::new(item.clone())),
            Self::Text => RustType::String,
            Self::Bytes => RustType::Body,
        }
    }
}

/// What a success is.
#[derive(Debug)]
pub enum Success {
    /// Every success is of one type.
    One(Answer),
    /// Successes differ by status, or by media type: an enum.
    Several {
        /// Its name.
        ident: Ident,
        /// Its variants.
        arms: Vec<Arm>,
    },
    /// Every success is read while it arrives: by the stream of the operation.
    Stream,
}

impl Success {
    /// Whether it is read as a whole.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::One(_) | Self::Several { .. } => true,
            Self::Stream => false,
        }
    }
}

/// What a failure is.
#[derive(Debug)]
pub enum Failure {
    /// Nothing is known of its body.
    Undecoded,
    /// Every failure has a body of one type.
    One(Answer),
    /// Failures differ by status, or by media type: an enum.
    Several {
        /// Its name.
        ident: Ident,
        /// Its variants.
        arms: Vec<Arm>,
    },
}

/// One of several successes or failures. Those of one status stand one after the other.
#[derive(Debug)]
pub struct Arm {
    /// The variant.
    pub ident: Ident,
    /// Which statuses.
    pub status: StatusMatch,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The media types that it is read from; empty: there is no body.
    pub media_types: Vec<String>,
    /// How the body is read.
    pub answer: Answer,
}

/// Which statuses an arm of a `match` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatusMatch(pub StatusPattern);

/// How the body of an answer is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is none.
    Empty,
    /// As JSON of this type.
    Json(RustType),
    /// As XML of this type, by this table.
    Xml(RustType, Ident),
    /// As a text.
    Text,
    /// As the text of one value of this type.
    Plain(RustType),
    /// As bytes.
    Bytes,
    /// By its media type, of which each gives a value of the same type; at least two.
    ByMediaType(Vec<Reading>),
}

/// How the body of an answer is read if it has one of these media types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The media types, or ranges of them.
    pub media_types: Vec<String>,
    /// How it is read; not by media type once more.
    pub answer: Answer,
}

impl Answer {
    /// The type of what is read.
    pub fn ty(&self) -> RustType {
        match self {
            Self::Empty => RustType::Unit,
            Self::Json(ty) | Self::Plain(ty) | Self::Xml(ty, _) => ty.clone(),
            Self::Text => RustType::String,
            Self::Bytes => RustType::Bytes,
            Self::ByMediaType(readings) => readings
                .first()
                .map_or(RustType::Unit, |reading| reading.answer.ty()),
        }
    }
}

impl Operation {
    /// The type of a success that is read as a whole.
    pub fn output(&self, path: impl Fn(&Ident) -> RustType) -> Option<RustType> {
        match &self.success {
            Success::One(answer) => Some(answer.ty()),
            Success::Several { ident, .. } => Some(path(ident)),
            Success::Stream => None,
        }
    }

    /// The type of the body of a failure.
    pub fn error(&self, path: impl Fn(&Ident) -> RustType) -> RustType {
        match &self.failure {
            Failure::Undecoded => RustType::Undecoded,
            Failure::One(answer) => answer.ty(),
            Failure::Several { ident, .. } => path(ident),
        }
    }
}
