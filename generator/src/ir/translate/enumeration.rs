use serde_json::Value;

use super::merge::Merged;
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Enum, EnumValue, Primitive, Shape};
use crate::resolved::JsonType;

impl Translator<'_> {
    /// Listed values. Booleans have no names better than their own.
    pub(super) fn enumeration(&mut self, merged: &Merged, values: &[EnumValue]) -> Shape {
        if !values.is_empty() && values.iter().all(|listed| listed.value.is_boolean()) {
            return Shape::Primitive(Primitive::Boolean);
        }
        let fitting: Vec<EnumValue> = values
            .iter()
            .filter(|listed| fits(&listed.value, merged))
            .cloned()
            .collect();
        if fitting.len() < values.len() {
            self.report(
                Diagnostic::new(
                    Code::EnumValueOfOtherType,
                    merged.place.child("enum"),
                    "some of the listed values are not of the schema's `type`",
                )
                .label("they stay variants: what is listed is what is sent"),
            );
        }
        if values.is_empty() {
            return Shape::Any;
        }
        Shape::Enum(Enum {
            values: values.to_vec(),
        })
    }
}

/// Whether there are arrays or objects among listed values, which have no names to be told apart by.
pub(super) fn lists_containers(values: &[EnumValue]) -> bool {
    values
        .iter()
        .any(|listed| listed.value.is_array() || listed.value.is_object())
}

/// Whether a value is of one of the types.
fn fits(value: &Value, merged: &Merged) -> bool {
    let Some(types) = &merged.types else {
        return true;
    };
    types.iter().any(|ty| match ty {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Object => value.is_object(),
        JsonType::Array => value.is_array(),
        JsonType::Number => value.is_number(),
        JsonType::Integer => {
            value.is_i64()
                || value.is_u64()
                || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        JsonType::String => value.is_string(),
    })
}
