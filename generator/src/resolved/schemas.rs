use indexmap::IndexMap;
use openapiv3::{AnySchema, ReferenceOr, SchemaData, SchemaKind};
use serde_json::Value;

use super::at::At;
use super::resolver::{Resolver, component_name};
use super::{AdditionalProperties, Constraints, Discriminator, JsonType, Schema, SchemaId, Xml};
use crate::document::extension;
use crate::source::Place;

/// The schema of the united description, inline or by reference.
type SchemaOr = ReferenceOr<openapiv3::Schema>;

/// Schemas: one each, whether a component or inline.
impl<'d> Resolver<'d, '_> {
    /// Resolves the schemas of `components`, and gives those that are types of their own by name.
    pub(super) fn component_schemas(&mut self) -> IndexMap<String, SchemaId> {
        let components = self.components;
        for name in components.schemas.keys() {
            let place = self.at(&["components", "schemas", name]).place;
            let id = self.push(empty(place));
            self.named.insert(name, id);
        }
        let mut public = IndexMap::new();
        for (name, schema) in &components.schemas {
            let Some(&id) = self.named.get(name.as_str()) else {
                continue;
            };
            let at = self.at(&["components", "schemas", name]);
            let mut resolved = match schema {
                ReferenceOr::Item(schema) => self.schema_of(schema, &at),
                ReferenceOr::Reference { reference } => self.alias(reference, &at),
            };
            if !is_part(schema) {
                resolved.component = Some(name.clone());
                public.insert(name.clone(), id);
            }
            if let Some(slot) = self.schemas.get_mut(id.index()) {
                *slot = resolved;
            }
        }
        public
    }

    /// The id of a schema where it is used.
    pub(super) fn schema(&mut self, schema: &'d SchemaOr, at: &At) -> SchemaId {
        match schema {
            ReferenceOr::Item(schema) => self.inline(schema, at),
            ReferenceOr::Reference { reference } => self.reference(reference, at),
        }
    }

    /// A schema that is only a text.
    pub(super) fn text_schema(&mut self, place: Place) -> SchemaId {
        let schema = Schema {
            types: vec![JsonType::String],
            ..empty(place)
        };
        self.push(schema)
    }

    fn boxed(&mut self, schema: &'d ReferenceOr<Box<openapiv3::Schema>>, at: &At) -> SchemaId {
        match schema {
            ReferenceOr::Item(schema) => self.inline(schema, at),
            ReferenceOr::Reference { reference } => self.reference(reference, at),
        }
    }

    fn inline(&mut self, schema: &'d openapiv3::Schema, at: &At) -> SchemaId {
        let schema = self.schema_of(schema, at);
        self.push(schema)
    }

    /// The component that a reference names. The document stage leaves none that names nothing.
    fn reference(&mut self, reference: &str, at: &At) -> SchemaId {
        let name = component_name(reference, "schemas").unwrap_or_default();
        match self.named.get(name.as_str()) {
            Some(&id) => id,
            None => self.push(empty(at.place.clone())),
        }
    }

    fn push(&mut self, schema: Schema) -> SchemaId {
        let id = SchemaId::new(self.schemas.len());
        self.schemas.push(schema);
        id
    }

    fn alias(&mut self, reference: &str, at: &At) -> Schema {
        let target = self.reference(reference, at);
        Schema {
            is_alias: true,
            all_of: vec![target],
            ..empty(at.place.clone())
        }
    }

    fn schema_of(&mut self, schema: &'d openapiv3::Schema, at: &At) -> Schema {
        let data = &schema.schema_data;
        // The document stage builds no other kind.
        let SchemaKind::Any(any) = &schema.schema_kind else {
            return empty(at.place.clone());
        };
        Schema {
            place: at.place.clone(),
            component: None,
            is_alias: false,
            title: data.title.clone(),
            description: data.description.clone(),
            nullable: data.nullable,
            deprecated: data.deprecated,
            read_only: data.read_only,
            write_only: data.write_only,
            default: data.default.clone(),
            example: data.example.clone(),
            types: types(any, data),
            format: any.format.clone(),
            enumeration: self.enumeration(any, data, at),
            properties: self.properties(any, at),
            required: any.required.clone(),
            additional_properties: self.additional_properties(any, at),
            pattern_properties: self.pattern_properties(data, at),
            property_names: data
                .extensions
                .get(extension::PROPERTY_NAMES)
                .map(|part| self.part(part, at)),
            items: any
                .items
                .as_ref()
                .map(|items| self.boxed(items, &self.child(at, "items"))),
            prefix_items: self.prefix_items(data, at),
            unique_items: any.unique_items.unwrap_or_default(),
            all_of: self.list(&any.all_of, &self.child(at, "allOf")),
            any_of: self.list(&any.any_of, &self.child(at, "anyOf")),
            one_of: self.list(&any.one_of, &self.child(at, "oneOf")),
            not: any
                .not
                .as_ref()
                .map(|not| self.schema(not, &self.child(at, "not"))),
            discriminator: self.discriminator(data, at),
            xml: Xml::of(data),
            constraints: constraints(any, data),
            content: (data.extensions.get(extension::CONTENT_SCHEMA))
                .map(|part| self.part(part, at)),
            is_last: (data.extensions.get(TERMINAL_EVENT))
                .is_some_and(|said| said.as_bool() == Some(true)),
            inexpressible: inexpressible(data),
        }
    }

    fn list(&mut self, schemas: &'d [SchemaOr], at: &At) -> Vec<SchemaId> {
        let schemas = schemas.iter().enumerate();
        schemas
            .map(|(index, schema)| self.schema(schema, &self.index(at, index)))
            .collect()
    }

    fn properties(&mut self, any: &'d AnySchema, at: &At) -> IndexMap<String, SchemaId> {
        let at = self.child(at, "properties");
        let properties = any.properties.iter();
        properties
            .map(|(name, schema)| (name.clone(), self.boxed(schema, &self.child(&at, name))))
            .collect()
    }

    fn additional_properties(&mut self, any: &'d AnySchema, at: &At) -> AdditionalProperties {
        match &any.additional_properties {
            None => AdditionalProperties::Unsaid,
            Some(openapiv3::AdditionalProperties::Any(true)) => AdditionalProperties::Any,
            Some(openapiv3::AdditionalProperties::Any(false)) => AdditionalProperties::None,
            Some(openapiv3::AdditionalProperties::Schema(schema)) => {
                let at = self.child(at, "additionalProperties");
                AdditionalProperties::Schema(self.schema(schema, &at))
            }
        }
    }

    fn pattern_properties(&mut self, data: &SchemaData, at: &At) -> IndexMap<String, SchemaId> {
        let parts = data
            .extensions
            .get(extension::PATTERN_PROPERTIES)
            .and_then(Value::as_object);
        let parts = parts.into_iter().flatten();
        parts
            .map(|(pattern, part)| (pattern.clone(), self.part(part, at)))
            .collect()
    }

    fn prefix_items(&mut self, data: &SchemaData, at: &At) -> Vec<SchemaId> {
        let parts = data
            .extensions
            .get(extension::PREFIX_ITEMS)
            .and_then(Value::as_array);
        parts
            .into_iter()
            .flatten()
            .map(|part| self.part(part, at))
            .collect()
    }

    /// A schema that an extension refers to.
    pub(super) fn part(&mut self, part: &Value, at: &At) -> SchemaId {
        let reference = part.get("$ref").and_then(Value::as_str).unwrap_or_default();
        self.reference(reference, at)
    }

    fn discriminator(&mut self, data: &SchemaData, at: &At) -> Option<Discriminator> {
        let discriminator = data.discriminator.as_ref()?;
        let mapping = discriminator.mapping.iter();
        let mapping = mapping
            .map(|(value, reference)| (value.clone(), self.reference(reference, at)))
            .collect();
        let default = discriminator.extensions.get(extension::DEFAULT_MAPPING);
        let default = default.map(|part| self.part(part, at));
        Some(Discriminator {
            property: discriminator.property_name.clone(),
            mapping,
            default,
        })
    }
}

/// Says of an event that nothing comes after it; TypeSpec writes it.
const TERMINAL_EVENT: &str = "x-ms-sse-terminal-event";

/// A schema that says nothing.
pub(super) fn empty(place: Place) -> Schema {
    Schema {
        place,
        component: None,
        is_alias: false,
        title: None,
        description: None,
        nullable: false,
        deprecated: false,
        read_only: false,
        write_only: false,
        default: None,
        example: None,
        types: Vec::new(),
        format: None,
        enumeration: Vec::new(),
        properties: IndexMap::new(),
        required: Vec::new(),
        additional_properties: AdditionalProperties::Unsaid,
        pattern_properties: IndexMap::new(),
        property_names: None,
        items: None,
        prefix_items: Vec::new(),
        unique_items: false,
        all_of: Vec::new(),
        any_of: Vec::new(),
        one_of: Vec::new(),
        not: None,
        discriminator: None,
        xml: Xml::default(),
        constraints: Constraints::default(),
        content: None,
        is_last: false,
        inexpressible: Vec::new(),
    }
}

/// Whether a schema of `components` is there only because an extension refers to it.
fn is_part(schema: &SchemaOr) -> bool {
    match schema {
        ReferenceOr::Item(schema) => schema.schema_data.extensions.contains_key(extension::PART),
        ReferenceOr::Reference { .. } => false,
    }
}

/// The types of a schema: its one type, or those that 3.0 has no words for.
fn types(any: &AnySchema, data: &SchemaData) -> Vec<JsonType> {
    let several = data
        .extensions
        .get(extension::TYPES)
        .and_then(Value::as_array);
    let several = several.into_iter().flatten().filter_map(Value::as_str);
    any.typ
        .as_deref()
        .into_iter()
        .chain(several)
        .filter_map(json_type)
        .collect()
}

fn json_type(name: &str) -> Option<JsonType> {
    match name {
        "null" => Some(JsonType::Null),
        "boolean" => Some(JsonType::Boolean),
        "object" => Some(JsonType::Object),
        "array" => Some(JsonType::Array),
        "number" => Some(JsonType::Number),
        "integer" => Some(JsonType::Integer),
        "string" => Some(JsonType::String),
        _ => None,
    }
}

fn constraints(any: &AnySchema, data: &SchemaData) -> Constraints {
    let exact = data.extensions.get(extension::BOUNDS);
    let number = |name: &str, float: Option<f64>| {
        let written = exact
            .and_then(|bounds| bounds.get(name))
            .and_then(Value::as_number)
            .cloned();
        written.or_else(|| float.and_then(shortest))
    };
    let count = |count: Option<usize>| count.and_then(|count| u64::try_from(count).ok());
    Constraints {
        minimum: number("minimum", any.minimum),
        exclusive_minimum: any.exclusive_minimum.unwrap_or_default(),
        maximum: number("maximum", any.maximum),
        exclusive_maximum: any.exclusive_maximum.unwrap_or_default(),
        multiple_of: number("multipleOf", any.multiple_of),
        min_length: count(any.min_length),
        max_length: count(any.max_length),
        pattern: any.pattern.clone(),
        min_items: count(any.min_items),
        max_items: count(any.max_items),
        min_properties: count(any.min_properties),
        max_properties: count(any.max_properties),
    }
}

/// The number in the words that the document stage took for those of the author: `1`, not `1.0`.
fn shortest(float: f64) -> Option<serde_json::Number> {
    float.to_string().parse().ok()
}

fn inexpressible(data: &SchemaData) -> Vec<String> {
    let names = data
        .extensions
        .get(extension::INEXPRESSIBLE)
        .and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
