use openapiv3::{AnySchema, SchemaData};
use serde_json::Value;

use super::EnumValue;
use super::at::At;
use super::resolver::Resolver;
use crate::diagnostic::Code;
use crate::source::{canonical, same_value};

/// Extensions that name the values of an enumeration, in the order in which they are looked for.
const NAMES: &[&str] = &[
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-speakeasy-enums",
    "x-enum-elements",
    "x-ms-enum",
];

/// Extensions that describe the values of an enumeration, in the order in which they are looked for.
const DESCRIPTIONS: &[&str] = &[
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-elements",
    "x-ms-enum",
    "x-enum",
];

/// Extensions that say which values of an enumeration should no longer be used.
const DEPRECATED: &[&str] = &[
    "x-enum-deprecated",
    "x-enumDeprecated",
    "x-deprecated-enum-values",
    "x-deprecated-values",
    "x-enum-elements",
    "x-ms-enum",
];

impl Resolver<'_, '_> {
    /// The values of an enumeration, each once, with what extensions say of them.
    pub(super) fn enumeration(
        &mut self,
        any: &AnySchema,
        data: &SchemaData,
        at: &At,
    ) -> Vec<EnumValue> {
        let written = &any.enumeration;
        if written.is_empty() {
            return Vec::new();
        }
        let names = self.texts(NAMES, "name", written, data, at);
        let descriptions = self.texts(DESCRIPTIONS, "description", written, data, at);
        let deprecated = deprecated(data, written);
        let listed = |index: usize| {
            Some(EnumValue {
                value: written.get(index)?.clone(),
                name: names.get(index).cloned().flatten(),
                description: descriptions.get(index).cloned().flatten(),
                deprecated: deprecated.get(index).copied().unwrap_or_default(),
            })
        };
        let kept = self.distinct(written, at);
        kept.into_iter().filter_map(listed).collect()
    }

    /// The indices of values that do not stand there already.
    fn distinct(&mut self, values: &[Value], at: &At) -> Vec<usize> {
        let mut seen = std::collections::BTreeSet::new();
        let mut kept = Vec::new();
        for (index, value) in values.iter().enumerate() {
            if seen.insert(canonical(value)) {
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

    /// One text for each value that has one, from the first extension that says any.
    fn texts(
        &mut self,
        extensions: &[&str],
        field: &str,
        values: &[Value],
        data: &SchemaData,
        at: &At,
    ) -> Vec<Option<String>> {
        let said = extensions
            .iter()
            .filter_map(|name| Some((*name, data.extensions.get(*name)?)));
        let said = said.map(|(name, extension)| (name, per_value(extension, field, values)));
        let mut said = said.filter(|(_, texts)| texts.iter().any(Option::is_some));
        let Some((name, texts)) = said.next() else {
            return Vec::new();
        };
        if texts.len() == values.len() {
            let text = |text: Option<&Value>| text.and_then(Value::as_str).map(str::to_owned);
            let texts = texts.into_iter().map(text);
            return texts
                .map(|text| text.filter(|text| !text.trim().is_empty()))
                .collect();
        }
        let message = format!(
            "`{name}` has {} texts for {} values",
            texts.len(),
            values.len()
        );
        let place = self.child(at, name).place;
        self.say(Code::InvalidValue, &place, message, "ignored");
        Vec::new()
    }
}

/// Whether each of the values should no longer be used: a list says so value by value by `true`, or it is a list of
/// those that should not.
fn deprecated(data: &SchemaData, values: &[Value]) -> Vec<bool> {
    let mut found = DEPRECATED
        .iter()
        .filter_map(|name| data.extensions.get(*name));
    let Some(said) = found.next() else {
        return Vec::new();
    };
    match said.as_array() {
        Some(list)
            if list
                .iter()
                .any(|item| !item.is_boolean() && !item.is_object()) =>
        {
            let old = |value: &Value| list.iter().any(|item| same_value(item, value));
            values.iter().map(old).collect()
        }
        Some(_) | None => per_value(said, "deprecated", values)
            .into_iter()
            // A reason is a way to say so.
            .map(|said| said.is_some_and(|said| said.as_bool() != Some(false) && !said.is_null()))
            .collect(),
    }
}

/// What an extension says of each of the values: a list in their order, an object with the values for keys, or
/// `{value, name, description}` one by one, in any order, itself or as the `values` of `x-ms-enum`.
fn per_value<'a>(extension: &'a Value, field: &str, values: &[Value]) -> Vec<Option<&'a Value>> {
    let entries = extension.get("values").unwrap_or(extension);
    match (entries, extension) {
        (Value::Array(list), _) if list.iter().all(Value::is_object) => {
            let names_values = list.iter().any(|entry| entry.get("value").is_some());
            let of = |(index, value): (usize, &Value)| {
                let by_value = |entry: &&Value| {
                    let of = entry.get("value");
                    of.is_some_and(|of| key(of) == key(value))
                };
                let entry = match names_values {
                    true => list.iter().find(by_value),
                    false => list.get(index),
                };
                entry?.get(field)
            };
            values.iter().enumerate().map(of).collect()
        }
        (Value::Array(list), Value::Array(_)) => list.iter().map(Some).collect(),
        (_, Value::Object(by_value)) => {
            let of = |value: &Value| by_value.get(&key(value));
            values.iter().map(of).collect()
        }
        _ => Vec::new(),
    }
}

/// A value as the key of an object would write it.
fn key(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
