use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};

use super::body::Written;
use crate::diagnostic::Code;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::swagger::keyword;

/// How deeply items may hold items before the rest is taken as text.
const MAX_DEPTH: usize = 16;

/// Types that stand in a parameter, a header or their items themselves (Swagger 2.0 §4.3.9, §4.3.15, §4.3.16).
impl<'s> Reader<'s, '_> {
    /// What a parameter or a header holds, and where that is written. Some write `schema`, as OpenAPI 3.0 has it.
    pub(in crate::document::swagger) fn input_schema(&mut self, node: &Node<'s>) -> Written {
        let Some(schema) = node.field("schema") else {
            return (ReferenceOr::Item(self.items_type(node)), node.place.clone());
        };
        (self.schema(&schema), schema.place)
    }

    /// The type that an object says of itself.
    pub(in crate::document::swagger) fn items_type(&mut self, node: &Node<'s>) -> Schema {
        self.items_below(node, 0)
    }

    fn items_below(&mut self, node: &Node<'s>, depth: usize) -> Schema {
        let mut data = SchemaData {
            nullable: self.flag(node, "nullable").unwrap_or_default()
                || self.flag(node, "x-nullable").unwrap_or_default(),
            default: node.field("default").map(|default| default.value.clone()),
            extensions: self.extensions(node),
            ..SchemaData::default()
        };
        let mut any = AnySchema {
            typ: self.types(node, &mut data),
            format: self.format(node),
            pattern: self.text(node, "pattern"),
            enumeration: self.enumeration(node),
            min_length: self.count(node, "minLength"),
            max_length: self.count(node, "maxLength"),
            min_items: self.count(node, "minItems"),
            max_items: self.count(node, "maxItems"),
            unique_items: self.flag(node, "uniqueItems"),
            ..AnySchema::default()
        };
        self.bounds(node, &mut any, &mut data);
        self.supply_type(node, &mut any);
        if any.typ.as_deref() == Some("array") {
            any.items = Some(self.items_of(node, depth));
        }
        Schema {
            schema_data: data,
            schema_kind: SchemaKind::Any(any),
        }
    }

    /// A type is required here, and what says none is text, if nothing else is evident.
    fn supply_type(&mut self, node: &Node<'s>, any: &mut AnySchema) {
        if any.typ.is_some() || node.has("type") {
            return;
        }
        let name = match node.has("items") {
            true => "array",
            false if any.enumeration.iter().all(serde_json::Value::is_string) => "string",
            false => return,
        };
        any.typ = Some(name.to_owned());
        self.missing(
            &node.place,
            "type",
            "a parameter or header",
            &format!("taken as `{name}`"),
        );
    }

    fn items_of(&mut self, node: &Node<'s>, depth: usize) -> ReferenceOr<Box<Schema>> {
        let items = node.field("items").filter(|items| items.value.is_object());
        let Some(items) = items.filter(|_| depth < MAX_DEPTH) else {
            let label = "taken as an array of texts";
            match node.field("items") {
                Some(items) if depth < MAX_DEPTH => self.wrong_type("items", "an object", &items),
                Some(items) => self.say(
                    Code::TooDeep,
                    &items.place,
                    "items are nested too deeply",
                    label,
                ),
                None => self.missing(&node.place, "items", "an array", label),
            }
            let text = AnySchema {
                typ: Some("string".to_owned()),
                ..AnySchema::default()
            };
            return ReferenceOr::Item(Box::new(Schema {
                schema_data: SchemaData::default(),
                schema_kind: SchemaKind::Any(text),
            }));
        };
        if items.has("$ref") {
            return boxed(self.schema(&items));
        }
        self.check_swagger_keywords(&items, &keyword::ITEMS);
        match items.field("schema") {
            Some(schema) => boxed(self.schema(&schema)),
            None => ReferenceOr::Item(Box::new(self.items_below(&items, depth + 1))),
        }
    }
}

pub(super) fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}
