use serde_json::Value;

use super::{Constraints, EnumValue};
use crate::source::Place;
use crate::terms::{IntegerFormat, NumberFormat, StatusPattern, TextFormat};

/// Names a type of an [`Api`](super::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(u32);

impl TypeId {
    /// The id of the type at `index`.
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index of the type.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A type where it is used: which one, and whether `null` may stand in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeRef {
    /// Which type.
    pub id: TypeId,
    /// `null` is a value.
    pub nullable: bool,
}

/// A type: what values look like, where it was written, what is said of it.
#[derive(Debug, Clone)]
pub struct Type {
    /// Where it was written.
    pub place: Place,
    /// What it is called after.
    pub origin: Origin,
    /// What is said of it.
    pub docs: Docs,
    /// What values look like.
    pub shape: Shape,
}

/// Where a type stands in the description; what an inline type is named after.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// In `components.schemas`, under this name.
    Component(String),
    /// The request body of the operation with this index.
    Body(usize),
    /// A response of the operation with this index.
    Response(usize, StatusPattern),
    /// A header field of a response of the operation with this index.
    Header(usize, String),
    /// The items of a sequence that the operation with this index sends or receives.
    Item(usize),
    /// A parameter of the operation with this index.
    Parameter(usize, String),
    /// The value of a member of an object.
    Property(TypeId, String),
    /// The elements of an array.
    Items(TypeId),
    /// The element of an array that has this place, from 0.
    ItemAt(TypeId, usize),
    /// The values of a map.
    Values(TypeId),
    /// The names of the members of a map.
    Keys(TypeId),
    /// One variant of a union, by its place in the order.
    Variant(TypeId, usize),
}

impl Origin {
    /// The name of the component that it is, if it is one.
    pub fn component(&self) -> Option<&str> {
        match self {
            Self::Component(name) => Some(name),
            Self::Body(_)
            | Self::Response(..)
            | Self::Header(..)
            | Self::Item(_)
            | Self::Parameter(..)
            | Self::Property(..)
            | Self::Items(_)
            | Self::ItemAt(..)
            | Self::Values(_)
            | Self::Keys(_)
            | Self::Variant(..) => None,
        }
    }

    /// The type in which this one stands.
    pub fn parent(&self) -> Option<TypeId> {
        match self {
            Self::Property(parent, _)
            | Self::Items(parent)
            | Self::ItemAt(parent, _)
            | Self::Values(parent)
            | Self::Keys(parent)
            | Self::Variant(parent, _) => Some(*parent),
            Self::Component(_)
            | Self::Body(_)
            | Self::Response(..)
            | Self::Header(..)
            | Self::Item(_)
            | Self::Parameter(..) => None,
        }
    }
}

/// What the description says of a type, a field, a value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Docs {
    /// A short name.
    pub title: Option<String>,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// An example.
    pub example: Option<Value>,
    /// The value that the server takes where none is given.
    pub default: Option<Value>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// Bounds.
    pub constraints: Constraints,
    /// What a text or number holds more exactly, as the description writes it.
    pub format: Option<String>,
}

/// What the values of a type look like.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Any JSON.
    Any,
    /// A value without parts.
    Primitive(Primitive),
    /// A JSON array.
    Array(TypeRef),
    /// A JSON object whose members have no names of their own.
    Map(Map),
    /// A JSON object whose members have values of one type if their names fit a pattern, else any.
    Patterned(TypeRef),
    /// A JSON array whose first elements have a type each.
    Tuple(Tuple),
    /// Another name of a type.
    Alias(TypeRef),
    /// A JSON object with named members.
    Struct(Struct),
    /// One of listed values.
    Enum(Enum),
    /// One of several types.
    Union(Union),
}

impl Shape {
    /// The value without parts that it is, if it is one.
    pub fn as_primitive(&self) -> Option<Primitive> {
        if let Self::Primitive(primitive) = self {
            Some(*primitive)
        } else {
            None
        }
    }

    /// The map that it is, if it is one.
    pub fn as_map(&self) -> Option<&Map> {
        if let Self::Map(map) = self {
            Some(map)
        } else {
            None
        }
    }

    /// The object with named members that it is, if it is one.
    pub fn as_struct(&self) -> Option<&Struct> {
        if let Self::Struct(shape) = self {
            Some(shape)
        } else {
            None
        }
    }

    /// What its items are, if it is an array.
    pub fn as_array(&self) -> Option<TypeRef> {
        if let Self::Array(items) = self {
            Some(*items)
        } else {
            None
        }
    }

    /// The union that it is, if it is one.
    pub fn as_union(&self) -> Option<&Union> {
        if let Self::Union(shape) = self {
            Some(shape)
        } else {
            None
        }
    }

    /// The list of values that it is, if it is one.
    pub fn as_enum(&self) -> Option<&Enum> {
        if let Self::Enum(shape) = self {
            Some(shape)
        } else {
            None
        }
    }
}

/// A value without parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Primitive {
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer(IntegerFormat),
    /// A number.
    Number(NumberFormat),
    /// A text.
    String,
    /// A text that holds something else.
    Text(TextFormat),
}

/// A JSON object whose members have no names of their own.
#[derive(Debug, Clone, Copy)]
pub struct Map {
    /// The type of their values.
    pub values: TypeRef,
    /// An enumeration of their names, if they are listed.
    pub keys: Option<TypeRef>,
}

/// A JSON object with named members.
#[derive(Debug, Clone)]
pub struct Struct {
    /// The members that have names, in their order.
    pub fields: Vec<Field>,
    /// The members that have none.
    pub additional: Additional,
}

/// The members of an object that its description does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Additional {
    /// They are kept as they are.
    Kept,
    /// Their values have this type.
    Typed(TypeRef),
    /// Their values have this type if their names fit a pattern; the others are kept as they are.
    Patterned(TypeRef),
}

/// A JSON array whose first elements have a type each.
#[derive(Debug, Clone)]
pub struct Tuple {
    /// The first elements, in their order; those that may be absent come last.
    pub items: Vec<Item>,
    /// The type of the elements behind them; `None`: nothing is known of such elements, and they are kept as they are.
    pub rest: Option<TypeRef>,
}

/// An element that has a place of its own in an array.
#[derive(Debug, Clone)]
pub struct Item {
    /// Whether it may be absent.
    pub presence: Presence,
    /// Its type.
    pub ty: TypeRef,
    /// What is said of it.
    pub docs: Docs,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name on the wire.
    pub wire_name: String,
    /// Whether it may be absent.
    pub presence: Presence,
    /// The type of its value.
    pub ty: TypeRef,
    /// Never sent.
    pub read_only: bool,
    /// Never received.
    pub write_only: bool,
    /// What is said of it.
    pub docs: Docs,
}

/// Whether a member may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Always there.
    Required,
    /// May be absent.
    Optional,
}

/// One of listed values; any other value is kept as it is.
#[derive(Debug, Clone)]
pub struct Enum {
    /// The listed values, in their order, none twice.
    pub values: Vec<EnumValue>,
}

/// One of several types; a value that fits none is kept as it is.
#[derive(Debug, Clone)]
pub struct Union {
    /// The types, in their order.
    pub variants: Vec<Variant>,
    /// The member that tells them apart.
    pub discriminator: Option<String>,
    /// The members that were described once for all of them, by name.
    pub shared: Vec<String>,
}

/// One of the types of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The type.
    pub ty: TypeRef,
    /// The values of the discriminator that name it; none: the discriminator does not tell.
    pub discriminator_values: Vec<String>,
    /// It is what a value is whose discriminator is not there or names none (OAS 3.2 §4.25.1).
    pub is_default: bool,
    /// What is said of it.
    pub docs: Docs,
}
