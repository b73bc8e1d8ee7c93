use serde_json::Value;

use super::resolver::Resolver;
use super::{JsonType, Schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{kind_of, same_value};

/// Defaults and examples, compared with what their schemas allow: types and values, not formats and bounds.
impl Resolver<'_, '_> {
    /// Reports defaults that do not fit one by one, since callers rely on them; examples all in one, since some
    /// descriptions have thousands. An example that does not fit is dropped.
    pub(super) fn check_values(&mut self) {
        let mut misfits: Vec<Diagnostic> = Vec::new();
        for schema in &mut self.schemas {
            if let Some(why) = schema
                .default
                .as_ref()
                .and_then(|value| misfit(schema, value))
            {
                let place = schema.place.child("default");
                let message = format!("the default {why}");
                let diagnostic = Diagnostic::new(Code::InvalidDefault, place, message);
                self.cx.report(diagnostic.label("documented all the same"));
            }
            if let Some(why) = schema
                .example
                .as_ref()
                .and_then(|value| misfit(schema, value))
            {
                let place = schema.place.child("example");
                let message = format!("the example {why}");
                misfits.push(Diagnostic::new(Code::InvalidExample, place, message));
                schema.example = None;
            }
        }
        let others = misfits.len().saturating_sub(1);
        if let Some(mut first) = misfits.into_iter().next() {
            if others > 0 {
                let rest = match others {
                    1 => "1 other example does not fit either".to_owned(),
                    _ => format!("{others} other examples do not fit either"),
                };
                first.message = format!("{}; {rest}", first.message);
            }
            self.cx.report(first.label("left out of the documentation"));
        }
    }
}

/// Why the schema does not allow the value, if that is certain.
fn misfit(schema: &Schema, value: &Value) -> Option<String> {
    let fits = |wanted: &JsonType| fits(*wanted, value);
    if value.is_null() && schema.nullable {
        return None;
    }
    if !schema.types.is_empty() && !schema.types.iter().any(fits) {
        let types: Vec<&str> = schema.types.iter().map(|wanted| words(*wanted)).collect();
        return Some(format!(
            "is {}, and not {}",
            kind_of(value),
            types.join(" or ")
        ));
    }
    let is_listed = schema.enumeration.is_empty()
        || schema
            .enumeration
            .iter()
            .any(|listed| same_value(&listed.value, value));
    (!is_listed).then(|| "is not among the values of `enum`".to_owned())
}

fn fits(wanted: JsonType, value: &Value) -> bool {
    match wanted {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Object => value.is_object(),
        JsonType::Array => value.is_array(),
        JsonType::Number => value.is_number(),
        // JSON Schema 2020-12 core §4.2.3: `1.0` is an integer.
        JsonType::Integer => value
            .as_number()
            .is_some_and(|number| number.as_f64().is_none_or(|float| float.fract() == 0.0)),
        JsonType::String => value.is_string(),
    }
}

fn words(wanted: JsonType) -> &'static str {
    match wanted {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Object => "an object",
        JsonType::Array => "a list",
        JsonType::Number => "a number",
        JsonType::Integer => "an integer",
        JsonType::String => "a text",
    }
}
