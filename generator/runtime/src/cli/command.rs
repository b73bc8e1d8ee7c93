use crate::boxed::BoxFuture;
use crate::cli::{Input, Refusal, Reply};
use crate::description::Location;

/// The operations of one tag. A generated crate has a static for each.
#[derive(Debug)]
pub struct Group {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is, in a line.
    pub about: &'static str,
    /// Its operations.
    pub commands: &'static [Command],
}

/// An operation, as programs and people call it.
#[derive(Debug)]
pub struct Command {
    /// The `operationId`, as it is written; empty where the description gives none.
    pub id: &'static str,
    /// The request method.
    pub method: &'static str,
    /// The path template, as it is written.
    pub path: &'static str,
    /// What it is called on the command line, within its group.
    pub name: &'static str,
    /// What it does, in a line.
    pub about: &'static str,
    /// What else is to be said of it.
    pub details: &'static str,
    /// Its parameters.
    pub parameters: &'static [Argument],
    /// The forms that its body can have.
    pub bodies: &'static [Form],
    /// Makes the call through the typed request builder.
    pub call: fn(&Input<'_>) -> Called,
}

/// A parameter of an operation.
#[derive(Debug)]
pub struct Argument {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it goes.
    pub location: Location,
    /// What it is called on the command line, without the dashes.
    pub flag: &'static str,
    /// What it is, in a line.
    pub about: &'static str,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it is written in a style, in which an empty list is as good as none.
    pub styled: bool,
    /// Whether it is a list, to which each use of the flag adds.
    pub many: bool,
}

/// A form that the body of an operation can have.
#[derive(Debug)]
pub struct Form {
    /// The media type.
    pub content_type: &'static str,
    /// What it is given as.
    pub kind: FormKind,
}

/// What a body is given as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// The value of a type, in JSON.
    Value,
    /// A text.
    Text,
    /// Bytes.
    Bytes,
    /// Parts, by their names or places.
    Parts,
    /// Items, in an array of JSON, or one after another as they go over the wire.
    Items,
}

/// A call that is on its way, or why it cannot be made.
pub type Called = Result<BoxFuture<'static, Result<Reply, Refusal>>, Refusal>;

impl Argument {
    /// In the path, where it must be given.
    pub const fn path(name: &'static str, flag: &'static str, about: &'static str) -> Self {
        Self::new(Location::Path, name, flag, about).required()
    }

    /// In the query.
    pub const fn query(name: &'static str, flag: &'static str, about: &'static str) -> Self {
        Self::new(Location::Query, name, flag, about)
    }

    /// The whole query.
    pub const fn querystring(name: &'static str, flag: &'static str, about: &'static str) -> Self {
        Self::new(Location::QueryString, name, flag, about)
    }

    /// A header field.
    pub const fn header(name: &'static str, flag: &'static str, about: &'static str) -> Self {
        Self::new(Location::Header, name, flag, about)
    }

    /// A cookie.
    pub const fn cookie(name: &'static str, flag: &'static str, about: &'static str) -> Self {
        Self::new(Location::Cookie, name, flag, about)
    }

    /// Must be given.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Is a list, to which each use of the flag adds.
    pub const fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// Is written as JSON, in no style.
    pub const fn json(mut self) -> Self {
        self.styled = false;
        self
    }

    const fn new(
        location: Location,
        name: &'static str,
        flag: &'static str,
        about: &'static str,
    ) -> Self {
        Self {
            name,
            location,
            flag,
            about,
            required: false,
            styled: true,
            many: false,
        }
    }
}

impl Form {
    /// A body of this media type.
    pub const fn new(content_type: &'static str, kind: FormKind) -> Self {
        Self { content_type, kind }
    }
}

impl Command {
    /// Whether this is the operation: its `operationId`, or its method and path.
    pub(super) fn is(&self, wanted: &str) -> bool {
        let is_request = || {
            let (method, path) = wanted.split_once(' ').unwrap_or_default();
            method.eq_ignore_ascii_case(self.method) && path.trim_start() == self.path
        };
        (!self.id.is_empty() && self.id == wanted) || is_request()
    }
}
