use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::node::Node;
use crate::document::reader::Reader;

/// The schemas within a schema that OpenAPI 3.0 has keywords for.
impl<'s> Reader<'s, '_> {
    pub(super) fn children(&mut self, node: &Node<'s>, any: &mut AnySchema) {
        any.properties = self.properties(node);
        any.required = self.required(node);
        any.additional_properties = self.additional_properties(node);
        any.items = self.items(node);
        any.all_of = self.schema_list(node, "allOf");
        any.any_of = self.schema_list(node, "anyOf");
        any.one_of = self.schema_list(node, "oneOf");
        any.not = node.field("not").map(|not| Box::new(self.schema(&not)));
    }

    /// The schema of a parameter that says its type itself, as in Swagger 2.0.
    pub(in crate::document) fn bare_type(&mut self, node: &Node<'s>) -> Schema {
        let mut data = SchemaData {
            default: node.field("default").map(|default| default.value.clone()),
            ..SchemaData::default()
        };
        let any = AnySchema {
            typ: self.types(node, &mut data),
            format: self.format(node),
            enumeration: self.enumeration(node),
            items: self.items(node),
            ..AnySchema::default()
        };
        Schema {
            schema_data: data,
            schema_kind: SchemaKind::Any(any),
        }
    }

    fn properties(&mut self, node: &Node<'s>) -> IndexMap<String, ReferenceOr<Box<Schema>>> {
        let mut properties = IndexMap::new();
        for (name, property) in self.map(node, "properties") {
            properties.insert(name.to_owned(), boxed(self.schema(&property)));
        }
        properties
    }

    /// `required`, a list of names. As a flag within a property it belongs to JSON Schema's third draft.
    fn required(&mut self, node: &Node<'s>) -> Vec<String> {
        let Some(written) = node.field("required") else {
            return Vec::new();
        };
        if let Value::Bool(flag) = written.value {
            let name = node.place.pointer.last().unwrap_or_default();
            let message = format!("`required: {flag}` within a schema means nothing");
            let diagnostic =
                Diagnostic::new(Code::RequiredFlag, written.place, message).label("ignored");
            self.cx.report(match flag {
                true => diagnostic.help(format!(
                    "list `{name}` under `required` of the object that has it"
                )),
                false => diagnostic,
            });
            return Vec::new();
        }
        let mut names = Vec::new();
        for name in self.texts(node, "required") {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn additional_properties(&mut self, node: &Node<'s>) -> Option<AdditionalProperties> {
        let written = node.field("additionalProperties")?;
        Some(match written.value.as_bool() {
            Some(allowed) => AdditionalProperties::Any(allowed),
            None => AdditionalProperties::Schema(Box::new(self.schema(&written))),
        })
    }

    /// `items`. A list of schemas, as in earlier drafts of JSON Schema, is `prefixItems` and read there.
    fn items(&mut self, node: &Node<'s>) -> Option<ReferenceOr<Box<Schema>>> {
        let Some(written) = node.field("items") else {
            if node.peek("type") == Some("array") && !node.has("prefixItems") {
                self.missing(
                    &node.place,
                    "items",
                    "an array",
                    "taken as an array of any JSON",
                );
            }
            return None;
        };
        if written.value.is_array() {
            return node
                .field("additionalItems")
                .map(|rest| boxed(self.schema(&rest)));
        }
        Some(boxed(self.schema(&written)))
    }

    fn schema_list(&mut self, node: &Node<'s>, name: &str) -> Vec<ReferenceOr<Schema>> {
        let elements = self.list(node, name);
        elements
            .iter()
            .map(|element| self.schema(element))
            .collect()
    }
}

fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}
