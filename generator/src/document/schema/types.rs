use openapiv3::{AnySchema, SchemaData};
use serde_json::Value;

use crate::diagnostic::Code;
use crate::document::extension;
use crate::document::node::Node;
use crate::document::reader::Reader;

/// The types of JSON Schema but `null`.
const TYPES: &[&str] = &["boolean", "object", "array", "number", "integer", "string"];

/// The type, the values and the format of a schema.
impl<'s> Reader<'s, '_> {
    /// `type`, a name or a list of names. `null` among others makes the schema nullable; several types are carried.
    pub(in crate::document) fn types(
        &mut self,
        node: &Node<'s>,
        data: &mut SchemaData,
    ) -> Option<String> {
        let written = node.field("type")?;
        let elements = if written.value.is_array() {
            written.elements()
        } else {
            vec![written]
        };
        let mut types: Vec<String> = Vec::new();
        for element in &elements {
            if let Some(name) = self.type_name(element)
                && !types.contains(&name)
            {
                types.push(name);
            }
        }
        if types.iter().any(|name| name == "null") {
            data.nullable = true;
            if types.len() > 1 {
                types.retain(|name| name != "null");
            }
        }
        match types.as_slice() {
            [] => None,
            [only] if only != "null" => types.pop(),
            _ => {
                let types = types.into_iter().map(Value::String).collect();
                data.extensions
                    .insert(extension::TYPES.to_owned(), Value::Array(types));
                None
            }
        }
    }

    /// One name of a type, in the spelling of the standard.
    fn type_name(&mut self, node: &Node<'s>) -> Option<String> {
        let written = if node.value.is_null() {
            "null".to_owned()
        } else {
            self.text_of("type", node)?
        };
        let known = |name: &str| name == "null" || TYPES.contains(&name);
        if known(&written) {
            return Some(written);
        }
        if written == "file" && self.is_swagger(&node.place) {
            return Some("string".to_owned());
        }
        let lower = written.trim().to_ascii_lowercase();
        let meant = if known(&lower) {
            Some((lower.as_str(), None))
        } else {
            meant(&lower)
        };
        let taken = match meant {
            Some((name, None)) => format!("taken as `{name}`"),
            Some((name, Some(format))) => format!("taken as `{name}` of format `{format}`"),
            None => "taken as any type".to_owned(),
        };
        let message = format!("`{written}` is no type");
        self.say(Code::InvalidValue, &node.place, message, taken);
        meant.map(|(name, _)| name.to_owned())
    }

    /// `enum`, or the one value of `const`.
    pub(in crate::document) fn enumeration(&mut self, node: &Node<'s>) -> Vec<Value> {
        let constant = node.field("const").map(|constant| constant.value.clone());
        let listed: Vec<Value> = self
            .list(node, "enum")
            .iter()
            .map(|element| element.value.clone())
            .collect();
        if listed.is_empty() && node.field("enum").is_some_and(|list| list.value.is_array()) {
            let place = node.place.child("enum");
            self.say(
                Code::InvalidValue,
                &place,
                "`enum` lists no value",
                "taken as if it were not there",
            );
        }
        constant.map_or(listed, |constant| vec![constant])
    }

    /// `format`, or the one that says what `contentEncoding` and `contentMediaType` say (OAS 3.1 §4.4.2).
    pub(in crate::document) fn format(&mut self, node: &Node<'s>) -> Option<String> {
        if let Some(format) = self.text(node, "format") {
            return Some(format);
        }
        match self.text(node, "contentEncoding").as_deref() {
            Some("base64") => return Some("byte".to_owned()),
            Some("base64url") => return Some("base64url".to_owned()),
            Some(_) => return None,
            None => {}
        }
        let word = node.peek("type").unwrap_or_default().trim();
        if let Some((_, Some(format))) = meant(&word.to_ascii_lowercase()) {
            return Some(format.to_owned());
        }
        let media_type = self.text(node, "contentMediaType")?;
        media_type
            .eq_ignore_ascii_case("application/octet-stream")
            .then(|| "binary".to_owned())
    }

    /// The type of a schema that says none, where its other keywords make sense of one type only and no one is known to
    /// send another.
    pub(in crate::document) fn infer_type(
        &mut self,
        node: &Node<'s>,
        any: &mut AnySchema,
        data: &SchemaData,
    ) {
        if node.has("type") {
            return;
        }
        let composed = !any.all_of.is_empty()
            || !any.any_of.is_empty()
            || !any.one_of.is_empty()
            || any.not.is_some();
        if composed || node.has("$ref") || node.has("$dynamicRef") || !any.enumeration.is_empty() {
            return;
        }
        let evidence =
            |keywords: &[&'static str]| keywords.iter().copied().find(|keyword| node.has(keyword));
        let inferred = evidence(&["properties", "additionalProperties", "patternProperties"])
            .map(|keyword| ("object", keyword))
            .or_else(|| evidence(&["prefixItems", "items"]).map(|keyword| ("array", keyword)));
        if let Some((name, keyword)) = inferred {
            let taken = match keyword {
                // Some write `items` and send an object: the type is left open.
                "items" => "taken as an array, or as what comes instead".to_owned(),
                _ => {
                    any.typ = Some(name.to_owned());
                    format!("taken as `{name}`")
                }
            };
            let message = format!("a schema with `{keyword}` says no `type`");
            self.say(Code::MissingType, &node.place, message, taken);
        } else if data.nullable
            && node.has("nullable")
            && node.object().is_some_and(|members| members.len() == 1)
        {
            let message = "`nullable` means nothing without `type`";
            self.say(
                Code::NullableWithoutType,
                &node.place.child("nullable"),
                message,
                "taken as any JSON",
            );
        }
    }
}

/// The type, and the format, that a word means which is no type; of formats, those that the client knows.
fn meant(word: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match word {
        "int" | "long" | "short" | "biginteger" => ("integer", None),
        "int32" => ("integer", Some("int32")),
        "int64" => ("integer", Some("int64")),
        "bool" => ("boolean", None),
        "str" | "text" | "char" | "enum" | "url" | "uri" | "email" => ("string", None),
        "uuid" | "guid" => ("string", Some("uuid")),
        "date" => ("string", Some("date")),
        "date-time" | "datetime" | "timestamp" => ("string", Some("date-time")),
        "file" | "binary" => ("string", Some("binary")),
        "byte" | "base64" => ("string", Some("byte")),
        "float" => ("number", Some("float")),
        "double" => ("number", Some("double")),
        "decimal" | "bigdecimal" | "numeric" => ("number", None),
        "list" => ("array", None),
        "map" | "dict" | "hash" => ("object", None),
        _ => return None,
    })
}
