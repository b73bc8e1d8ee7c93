use super::{FormatType, LibraryType};
use crate::naming::Ident;

/// A Rust type, as emitted code spells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RustType {
    /// `()`
    Unit,
    /// `bool`
    Bool,
    /// `i8` to `u64`
    Integer {
        /// 8, 16, 32 or 64.
        bits: u8,
        /// `i` or `u`.
        signed: bool,
    },
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `String`
    String,
    /// The runtime's `Number`: all digits of a number.
    Number,
    /// A type of the runtime's `formats`.
    Format(FormatType),
    /// A type of a library that was chosen.
    Library(LibraryType),
    /// The runtime's `Bytes`.
    Bytes,
    /// The runtime's `Body`: of a request, in memory or not.
    Body,
    /// The runtime's `Json`: any JSON.
    Json,
    /// The runtime's `JsonObject`: a JSON object of which nothing is known.
    JsonObject,
    /// `Vec<T>`
    Vec(Box<RustType>),
    /// The runtime's `Map<T>`: string keys, order kept.
    Map(Box<RustType>),
    /// The runtime's `Map<T, K>`: keys that a type lists, order kept.
    KeyedMap(Box<RustType>, Box<RustType>),
    /// The runtime's `OpenMap<T>`: string keys of which some may have other values, order kept.
    OpenMap(Box<RustType>),
    /// `Option<T>`
    Option(Box<RustType>),
    /// The runtime's `Nullable<T>`: absent, null, or a value.
    Nullable(Box<RustType>),
    /// `Box<T>`
    Boxed(Box<RustType>),
    /// A type of the crate itself.
    Named(Path),
    /// The runtime's type of error bodies that nothing is known of.
    Undecoded,
}

impl RustType {
    /// `i64`
    pub const I64: Self = Self::Integer {
        bits: 64,
        signed: true,
    };

    /// Whether functions take a value of the very type, not what can be made into it: a literal without a suffix is an
    /// `i32` or an `f64` where several types would do, and neither can be made into every number.
    pub fn is_taken_as_it_is(&self) -> bool {
        match self {
            Self::Integer { bits, signed } => !signed || *bits < 32,
            Self::F32 => true,
            Self::Unit
            | Self::Bool
            | Self::F64
            | Self::Number
            | Self::String
            | Self::Format(_)
            | Self::Library(_)
            | Self::Bytes
            | Self::Body
            | Self::Json
            | Self::JsonObject
            | Self::Vec(_)
            | Self::Map(_)
            | Self::KeyedMap(..)
            | Self::OpenMap(_)
            | Self::Option(_)
            | Self::Nullable(_)
            | Self::Boxed(_)
            | Self::Named(_)
            | Self::Undecoded => false,
        }
    }

    /// The type without the pointer that only its place needs, and whether there was one.
    pub fn unboxed(&self) -> (&Self, bool) {
        if let Self::Boxed(inner) = self {
            (inner, true)
        } else {
            (self, false)
        }
    }

    /// The type of the crate itself that it is, or that it holds.
    pub(super) fn named(&self) -> Option<&Path> {
        match self {
            Self::Named(path) => Some(path),
            Self::Vec(inner)
            | Self::Map(inner)
            | Self::KeyedMap(_, inner)
            | Self::OpenMap(inner)
            | Self::Option(inner)
            | Self::Nullable(inner)
            | Self::Boxed(inner) => inner.named(),
            Self::Unit
            | Self::Bool
            | Self::Integer { .. }
            | Self::F32
            | Self::Number
            | Self::F64
            | Self::String
            | Self::Format(_)
            | Self::Library(_)
            | Self::Bytes
            | Self::Body
            | Self::Json
            | Self::JsonObject
            | Self::Undecoded => None,
        }
    }

    /// `Option<Self>`, but not twice: a type that can be `None` already can be so for one reason more.
    pub(super) fn optional(self) -> Self {
        if matches!(self, Self::Option(_)) {
            self
        } else {
            Self::Option(Box::new(self))
        }
    }
}

/// Where a type of the crate is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// In which module.
    pub module: Module,
    /// Its name there.
    pub ident: Ident,
}

/// A type that belongs to a module by its meaning and is in another one.
#[derive(Debug, Clone)]
pub struct Reexport {
    /// Its name in this module.
    pub ident: Ident,
    /// Where it is.
    pub path: Path,
}

/// A module that holds types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Module {
    /// `crate::types`: the components.
    Types,
    /// `crate::types::…`: what stands inside of a component.
    Component(Ident),
    /// `crate::types::shared`: what stands inside of several of them, or of several operations.
    Shared,
    /// `crate::<group>::<operation>`.
    Operation(Ident, Ident),
}

impl Module {
    /// The names on the way from the crate's root.
    pub fn segments(&self) -> Vec<&str> {
        match self {
            Self::Types => vec!["types"],
            Self::Component(module) => vec!["types", module.as_str()],
            Self::Shared => vec!["types", "shared"],
            Self::Operation(group, operation) => vec![group.as_str(), operation.as_str()],
        }
    }
}
