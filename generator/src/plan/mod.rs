//! Every Rust decision about the crate to come: names, modules, types, codecs, features, texts.

mod client;
mod command;
mod dump;
mod format_type;
mod header_fields;
mod item;
mod krate;
mod library_type;
mod lower;
mod operation;
mod paging;
mod parts;
mod rust_type;
mod schemas;
mod server;
mod stream;
mod xml;

pub use client::{Client, Flow, Grant, Scheme, SchemeKind};
pub use command::{Command, Flag};
pub use dump::dump;
pub use format_type::FormatType;
pub use header_fields::{HeaderField, HeaderFields, HeaderForm};
pub use item::{
    AdditionalMap, Alias, DefaultValue, Enum, EnumKind, EnumVariant, Field, FieldDefault,
    FieldKind, FieldStart, Item, SharedField, SharedPlace, Struct, Traits, Tuple, Union,
    UnionVariant, Wrapper,
};
pub use krate::{Crate, Group, Manifest, Readme, SharedModule, TypeModule};
pub use library_type::LibraryType;
pub use lower::lower;
pub use operation::{
    Answer, Argument, ArgumentKind, Arm, Body, BodyKind, Failure, FormField, Operation, Parameter,
    Reading, StatusMatch, Success, Writing,
};
pub use paging::Paging;
pub use parts::{PartField, PartHeader, PartKind, Parts};
pub use rust_type::{Module, Path, Reexport, RustType};
pub use schemas::{Codec, SchemaDocument, SchemaNode, SchemaReference, Schemas};
pub use server::{Server, ServerSetter, ServerTemplate, ServerValue, ServerValues, Servers};
pub use stream::{EventData, EventForm, EventPart, Stream, StreamItems};
pub use xml::{Xml, XmlMember, XmlTable, XmlTables, XmlType, XmlVariant};

// What tells the variants of a union apart means the same here, and how pages are asked for.
pub use crate::ir::facts::{Constant, Distinction, Evidence, Kind, Tagged};
pub use crate::ir::{PageTarget, PagingStyle};
