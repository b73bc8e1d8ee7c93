use indexmap::IndexMap;
use serde_json::Value;

use super::Xml;
use crate::source::Place;

/// Names a schema of a [`Document`](super::Document), so that identity survives references and recursion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(u32);

impl SchemaId {
    /// The id of the schema at `index`.
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index of the schema.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A JSON type (JSON Schema 2020-12 validation §6.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JsonType {
    /// `null`
    Null,
    /// `boolean`
    Boolean,
    /// `object`
    Object,
    /// `array`
    Array,
    /// `number`
    Number,
    /// `integer`
    Integer,
    /// `string`
    String,
}

/// A schema as it was written, every reference replaced by the id of what it names.
///
/// A schema that is nothing but a reference does not occur, except as a component: that is a schema whose only
/// `all_of` is the other component.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Where it was written.
    pub place: Place,
    /// Its name in `components.schemas`.
    pub component: Option<String>,
    /// It is a component that only names another one; that is the one part of its `all_of`.
    pub is_alias: bool,
    /// A short name.
    pub title: Option<String>,
    /// A text in CommonMark.
    pub description: Option<String>,
    /// `null` is a value.
    pub nullable: bool,
    /// Should no longer be used.
    pub deprecated: bool,
    /// Never sent.
    pub read_only: bool,
    /// Never received.
    pub write_only: bool,
    /// The value that the server takes where none is given.
    pub default: Option<Value>,
    /// An example.
    pub example: Option<Value>,
    /// The JSON types that it allows; none: any.
    pub types: Vec<JsonType>,
    /// What the type holds more exactly.
    pub format: Option<String>,
    /// The values that it lists, in their order; none: any.
    pub enumeration: Vec<EnumValue>,
    /// The members that it names, in their order.
    pub properties: IndexMap<String, SchemaId>,
    /// The members that must be there, in their order.
    pub required: Vec<String>,
    /// The members that it does not name.
    pub additional_properties: AdditionalProperties,
    /// Members by a regular expression of their names.
    pub pattern_properties: IndexMap<String, SchemaId>,
    /// What the names of members fit.
    pub property_names: Option<SchemaId>,
    /// The elements of an array.
    pub items: Option<SchemaId>,
    /// The first elements of an array, one schema each.
    pub prefix_items: Vec<SchemaId>,
    /// No element twice.
    pub unique_items: bool,
    /// A value fits all of these.
    pub all_of: Vec<SchemaId>,
    /// A value fits one or more of these.
    pub any_of: Vec<SchemaId>,
    /// A value fits exactly one of these.
    pub one_of: Vec<SchemaId>,
    /// A value does not fit this.
    pub not: Option<SchemaId>,
    /// The member that tells variants apart.
    pub discriminator: Option<Discriminator>,
    /// How values stand in XML.
    pub xml: Xml,
    /// Bounds, which are documented.
    pub constraints: Constraints,
    /// What its texts hold, if they hold JSON.
    pub content: Option<SchemaId>,
    /// An extension says of an event that nothing comes after it.
    pub is_last: bool,
    /// Keywords of JSON Schema that no type expresses (`if`, `dependentSchemas` …), by name.
    pub inexpressible: Vec<String>,
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// The value itself.
    pub value: Value,
    /// The name that an extension gives it.
    pub name: Option<String>,
    /// What an extension says of it, in CommonMark.
    pub description: Option<String>,
    /// An extension says that it should no longer be used.
    pub deprecated: bool,
}

/// The members that a schema does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AdditionalProperties {
    /// Nothing is said of them.
    #[default]
    Unsaid,
    /// Any value.
    Any,
    /// Not allowed.
    None,
    /// Values that fit this schema.
    Schema(SchemaId),
}

/// The member that tells variants apart (OAS 3.1 §4.8.25).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discriminator {
    /// The name of the member.
    pub property: String,
    /// Value of the member → schema, where the description says it, in its order.
    pub mapping: IndexMap<String, SchemaId>,
    /// What a value is whose member is not there or says none of the values.
    pub default: Option<SchemaId>,
}

/// Bounds of a value, as they were written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Constraints {
    /// The least number.
    pub minimum: Option<serde_json::Number>,
    /// The least number itself is not allowed.
    pub exclusive_minimum: bool,
    /// The greatest number.
    pub maximum: Option<serde_json::Number>,
    /// The greatest number itself is not allowed.
    pub exclusive_maximum: bool,
    /// A number of which every value is a multiple.
    pub multiple_of: Option<serde_json::Number>,
    /// The least number of characters.
    pub min_length: Option<u64>,
    /// The greatest number of characters.
    pub max_length: Option<u64>,
    /// A regular expression (ECMA-262).
    pub pattern: Option<String>,
    /// The least number of elements.
    pub min_items: Option<u64>,
    /// The greatest number of elements.
    pub max_items: Option<u64>,
    /// The least number of members.
    pub min_properties: Option<u64>,
    /// The greatest number of members.
    pub max_properties: Option<u64>,
}
