use openapiv3::SchemaData;
use serde_json::{Map, Value, json};

use crate::document::extension;
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::terms::MediaType;

/// Keywords of JSON Schema that no type expresses; what only belongs to them (`then`, `minContains`) is not named.
const INEXPRESSIBLE: &[&str] = &[
    "if",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "contains",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];

/// The schemas within a schema that OpenAPI 3.0 has no keywords for: each becomes a part of its own, which an
/// extension refers to.
impl<'s> Reader<'s, '_> {
    pub(super) fn parts(&mut self, node: &Node<'s>, data: &mut SchemaData) {
        let mut carry = |name: &str, value: Value| data.extensions.insert(name.to_owned(), value);
        let patterns = self.map(node, "patternProperties");
        if !patterns.is_empty() {
            let parts: Map<String, Value> = patterns
                .iter()
                .map(|(pattern, schema)| ((*pattern).to_owned(), self.part(schema)))
                .collect();
            carry(extension::PATTERN_PROPERTIES, Value::Object(parts));
        }
        if let Some(names) = node.field("propertyNames") {
            carry(extension::PROPERTY_NAMES, self.part(&names));
        }
        let prefix = self.prefix_items(node);
        if !prefix.is_empty() {
            let parts = prefix.iter().map(|schema| self.part(schema)).collect();
            carry(extension::PREFIX_ITEMS, Value::Array(parts));
        }
        if let Some(content) = node.field("contentSchema").filter(|_| is_json_text(node)) {
            carry(extension::CONTENT_SCHEMA, self.part(&content));
        }
        let inexpressible: Vec<Value> = INEXPRESSIBLE
            .iter()
            .filter(|keyword| says_something(node, keyword))
            .map(|keyword| json!(keyword))
            .collect();
        if !inexpressible.is_empty() {
            carry(extension::INEXPRESSIBLE, Value::Array(inexpressible));
        }
    }

    /// `prefixItems`, or `items` where it is a list.
    fn prefix_items(&mut self, node: &Node<'s>) -> Vec<Node<'s>> {
        if node.has("prefixItems") {
            return self.list(node, "prefixItems");
        }
        node.field("items")
            .map(|items| items.elements())
            .unwrap_or_default()
    }

    /// The reference to a schema that stands on its own.
    pub(in crate::document) fn part(&mut self, node: &Node<'s>) -> Value {
        let reference = match node.peek("$ref") {
            Some(reference) if node.object().is_some_and(|members| members.len() == 1) => {
                self.component(Kind::Schema, node, reference)
            }
            _ => None,
        };
        let reference = reference.unwrap_or_else(|| self.lift_part(node));
        json!({ "$ref": reference })
    }
}

/// Whether the texts that a schema describes hold JSON.
fn is_json_text(node: &Node<'_>) -> bool {
    let media_type = node.peek("contentMediaType");
    media_type.is_some_and(|name| MediaType::new(name).is_json())
}

/// Whether a keyword says what a type could express: `unevaluatedProperties: true` does not, nor does `false`, which
/// closes a schema as `additionalProperties: false` does.
fn says_something(node: &Node<'_>, keyword: &str) -> bool {
    node.field(keyword)
        .is_some_and(|member| !member.value.is_boolean())
}
