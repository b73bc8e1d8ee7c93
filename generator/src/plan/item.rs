use serde_json::Value;

use super::{Distinction, RustType};
use crate::naming::Ident;

/// A type to emit.
#[derive(Debug)]
pub enum Item {
    /// A `struct`.
    Struct(Struct),
    /// An open `enum` of listed values.
    Enum(Enum),
    /// An `enum` of types.
    Union(Union),
    /// A `type`.
    Alias(Alias),
    /// A `struct` of the items of an array.
    Tuple(Tuple),
    /// A `struct` around one value.
    Wrapper(Wrapper),
}

impl Item {
    /// Its name.
    pub fn ident(&self) -> &Ident {
        match self {
            Self::Struct(item) => &item.ident,
            Self::Enum(item) => &item.ident,
            Self::Union(item) => &item.ident,
            Self::Alias(item) => &item.ident,
            Self::Tuple(item) => &item.ident,
            Self::Wrapper(item) => &item.ident,
        }
    }

    /// Whether it has codecs of its own.
    pub fn has_codecs(&self) -> bool {
        !matches!(self, Self::Alias(_))
    }
}

/// The traits that a type can have beside `Clone`, `Debug` and `PartialEq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traits {
    /// `Eq`: it holds no floating-point number.
    pub eq: bool,
    /// `Hash`: it holds no floating-point number and no map that has none.
    pub hash: bool,
    /// `Default`: it needs no value.
    pub default: bool,
}

/// A JSON object with named members.
#[derive(Debug)]
pub struct Struct {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// What can be derived.
    pub traits: Traits,
    /// Its fields, in their order.
    pub fields: Vec<Field>,
    /// A public map of the members that have no names, if their values have a type.
    pub additional: Option<AdditionalMap>,
    /// The private field that keeps the members nothing is known of, if there is no such map.
    pub unknown_fields: Ident,
}

/// A public map of the members that have no names.
#[derive(Debug)]
pub struct AdditionalMap {
    /// The name of the field.
    pub ident: Ident,
    /// The type of their values; the map keeps members of other values as well.
    pub values: RustType,
}

/// A field of a struct.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub ident: Ident,
    /// The name of its setter, `with_…`.
    pub setter: Ident,
    /// The variable that holds its value while the struct is read.
    pub variable: Ident,
    /// Its name on the wire.
    pub wire_name: String,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// The type of its value, without what `kind` puts around it.
    pub ty: RustType,
    /// Whether it may be absent, and what that makes of its type.
    pub kind: FieldKind,
    /// What the constructor makes of it.
    pub start: FieldStart,
    /// The value that it has for the server where it is absent, if that can be written.
    pub default: Option<FieldDefault>,
    /// Received and never sent.
    pub read_only: bool,
}

/// What a constructor makes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldStart {
    /// It is an argument.
    Asked,
    /// It has the only value that is listed for it.
    Only(Ident),
    /// It is absent.
    Absent,
}

/// The value of a field that is absent.
#[derive(Debug)]
pub struct FieldDefault {
    /// `…_or_default`, the name of the method that returns it where there is no other.
    pub ident: Ident,
    /// What it is.
    pub value: DefaultValue,
}

/// A value that a method can return.
#[derive(Debug, Clone, PartialEq)]
pub enum DefaultValue {
    /// A boolean.
    Bool(bool),
    /// A number without a fraction, for a type that holds it.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A text.
    Text(String),
    /// A listed value, and whether it should no longer be used.
    Variant(Ident, bool),
}

/// Whether a field may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Always there: `T`.
    Required,
    /// May be absent: `Option<T>`.
    Optional,
    /// May be absent, may be null: `Nullable<T>`.
    Nullable,
}

impl Field {
    /// The type of the field as it is declared.
    pub fn declared(&self) -> RustType {
        match self.kind {
            FieldKind::Required => self.ty.clone(),
            FieldKind::Optional => RustType::Option(Box::new(self.ty.clone())),
            FieldKind::Nullable => RustType::Nullable(Box::new(self.ty.clone())),
        }
    }
}

/// An open enum of listed values.
#[derive(Debug)]
pub struct Enum {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// Which JSON types the values have.
    pub kind: EnumKind,
    /// The listed values, in their order.
    pub variants: Vec<EnumVariant>,
    /// The variant that keeps any other value.
    pub unknown: Ident,
    /// Its values are names of members.
    pub is_key: bool,
}

/// Which JSON types the values of an enum have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnumKind {
    /// Strings only.
    Text,
    /// So many strings that they are looked up.
    Texts,
    /// Whole numbers of 64 bits only.
    Integer,
    /// Anything else.
    Json,
}

/// A listed value.
#[derive(Debug)]
pub struct EnumVariant {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// The value on the wire.
    pub value: Value,
}

/// An enum of types.
#[derive(Debug)]
pub struct Union {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// What can be derived.
    pub traits: Traits,
    /// The types, in their order.
    pub variants: Vec<UnionVariant>,
    /// The members that all of them have.
    pub shared: Vec<SharedField>,
    /// What tells them apart.
    pub distinction: Distinction,
    /// The variant that keeps any other value.
    pub unknown: Ident,
}

/// A member that was described once for all variants of a union.
#[derive(Debug)]
pub struct SharedField {
    /// The name of the method that looks for it.
    pub ident: Ident,
    /// Its name on the wire.
    pub wire_name: String,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The type of its value.
    pub ty: RustType,
    /// Where each variant has it.
    pub places: Vec<SharedPlace>,
}

/// Where a variant of a union has a member.
#[derive(Debug)]
pub enum SharedPlace {
    /// In a field of its struct.
    Field(Ident, FieldKind),
    /// In each variant of the union that it is, which has a method for it.
    Method(Ident),
    /// Nowhere.
    None,
}

/// One of the types of a union.
#[derive(Debug)]
pub struct UnionVariant {
    /// Its name.
    pub ident: Ident,
    /// `is_…`, the name of the method that says whether it is the one.
    pub test: Ident,
    /// `as_…`, the name of the method that looks for it.
    pub getter: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Its type.
    pub ty: RustType,
    /// No other variant has this type, so `From` can make it.
    pub from: bool,
}

/// Another name of a type.
#[derive(Debug)]
pub struct Alias {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// What it names.
    pub ty: RustType,
}

/// A type of its own where another name would have no end.
#[derive(Debug)]
pub struct Wrapper {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// What can be derived.
    pub traits: Traits,
    /// What it holds.
    pub ty: RustType,
}

/// A JSON array whose first items have a type each.
#[derive(Debug)]
pub struct Tuple {
    /// Its name.
    pub ident: Ident,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// Should no longer be used.
    pub deprecated: bool,
    /// What can be derived.
    pub traits: Traits,
    /// The items, in their order; required ones first.
    pub fields: Vec<Field>,
    /// A public list of the items behind them, if they have a type: field name and item type.
    pub rest: Option<(Ident, RustType)>,
    /// The private field that keeps the items nothing is known of, if there is no such list.
    pub further_items: Ident,
}
