use openapiv3::{AnySchema, SchemaData};
use serde_json::Value;

use super::at::At;
use super::resolver::Resolver;
use crate::diagnostic::Code;

/// Extensions that name the values of an enumeration, in the order in which they are looked for.
const NAMES: &[&str] = &["x-enum-varnames", "x-enumNames", "x-enum-names"];

/// Extensions that describe the values of an enumeration, in the order in which they are looked for.
const DESCRIPTIONS: &[&str] = &["x-enum-descriptions", "x-enumDescriptions"];

impl Resolver<'_, '_> {
    /// The values of an enumeration, each once, with their names and their texts where an extension gives them.
    pub(super) fn enumeration(
        &mut self,
        any: &AnySchema,
        data: &SchemaData,
        at: &At,
    ) -> (Vec<Value>, Vec<String>, Vec<String>) {
        let written = &any.enumeration;
        if written.is_empty() {
            return (Vec::new(), Vec::new(), Vec::new());
        }
        let names = self.texts(NAMES, "name", written, data, at);
        let descriptions = self.texts(DESCRIPTIONS, "description", written, data, at);
        let kept = self.distinct(written, at);
        let keep = |texts: Vec<String>| {
            let texts = texts.into_iter().enumerate();
            texts
                .filter(|(index, _)| kept.contains(index))
                .map(|(_, text)| text)
                .collect()
        };
        let values = kept
            .iter()
            .filter_map(|index| written.get(*index))
            .cloned()
            .collect();
        (values, keep(names), keep(descriptions))
    }

    /// The indices of values that do not stand there already.
    fn distinct(&mut self, values: &[Value], at: &At) -> Vec<usize> {
        let mut seen = std::collections::BTreeSet::new();
        let mut kept = Vec::new();
        for (index, value) in values.iter().enumerate() {
            if seen.insert(value.to_string()) {
                kept.push(index);
            } else {
                let place = self.index(&self.child(at, "enum"), index).place;
                self.say(
                    Code::DuplicateValue,
                    &place,
                    format!("`{value}` is listed already"),
                    "taken once",
                );
            }
        }
        kept
    }

    /// One text for each value, from the first extension that has them; none if their number is another.
    fn texts(
        &mut self,
        extensions: &[&str],
        field: &str,
        values: &[Value],
        data: &SchemaData,
        at: &At,
    ) -> Vec<String> {
        let said = extensions
            .iter()
            .find_map(|name| Some((*name, data.extensions.get(*name)?)));
        let (name, texts) = match said {
            Some((name, Value::Object(by_value))) => (name, by_value_text(by_value, values)),
            Some((name, list)) => (name, list_of_texts(list)),
            None => match data.extensions.get("x-ms-enum") {
                Some(microsoft) => ("x-ms-enum", microsoft_texts(microsoft, field, values)),
                None => return Vec::new(),
            },
        };
        if texts.len() == values.len() || texts.is_empty() {
            return texts;
        }
        let message = format!(
            "`{name}` has {} texts for {} values",
            texts.len(),
            values.len()
        );
        self.say(
            Code::InvalidValue,
            &self.child(at, name).place,
            message,
            "ignored",
        );
        Vec::new()
    }
}

fn list_of_texts(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn by_value_text(texts: &serde_json::Map<String, Value>, values: &[Value]) -> Vec<String> {
    let text = |value: &Value| {
        texts
            .get(&key(value))
            .and_then(Value::as_str)
            .map(str::to_owned)
            .unwrap_or_default()
    };
    values.iter().map(text).collect()
}

/// `x-ms-enum: {values: [{value, name, description}]}`, whose order need not be that of `enum`.
fn microsoft_texts(extension: &Value, field: &str, values: &[Value]) -> Vec<String> {
    let entries: Vec<&Value> = extension
        .get("values")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .collect();
    let text = |value: &Value| {
        let entry = entries.iter().find(|entry| {
            entry
                .get("value")
                .is_some_and(|other| key(other) == key(value))
        });
        entry
            .and_then(|entry| entry.get(field))
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    values.iter().filter_map(text).collect()
}

/// A value as the key of an object would write it.
fn key(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
