use openapiv3::{AnySchema, SchemaData};
use serde_json::{Map, Number, Value};

use crate::document::extension;
use crate::document::node::Node;
use crate::document::reader::Reader;

/// One end of the range of a number.
struct Bound {
    value: Option<Number>,
    exclusive: Option<bool>,
}

impl<'s> Reader<'s, '_> {
    /// The bounds of a number. What a 64-bit float does not hold exactly is carried as it was written.
    pub(in crate::document) fn bounds(
        &mut self,
        node: &Node<'s>,
        any: &mut AnySchema,
        data: &mut SchemaData,
    ) {
        let minimum = self.bound(
            node,
            "minimum",
            "exclusiveMinimum",
            |inclusive, exclusive| exclusive >= inclusive,
        );
        let maximum = self.bound(
            node,
            "maximum",
            "exclusiveMaximum",
            |inclusive, exclusive| exclusive <= inclusive,
        );
        let multiple = self.number(node, "multipleOf");
        let mut exact = Map::new();
        any.minimum = float(minimum.value, "minimum", &mut exact);
        any.exclusive_minimum = minimum.exclusive;
        any.maximum = float(maximum.value, "maximum", &mut exact);
        any.exclusive_maximum = maximum.exclusive;
        any.multiple_of = float(multiple, "multipleOf", &mut exact);
        if !exact.is_empty() {
            data.extensions
                .insert(extension::BOUNDS.to_owned(), Value::Object(exact));
        }
    }

    /// One end. `exclusive…` is a boolean in OpenAPI 3.0 and a number of its own in JSON Schema; the tighter of two holds.
    fn bound(
        &mut self,
        node: &Node<'s>,
        inclusive: &str,
        exclusive: &str,
        is_tighter: impl Fn(f64, f64) -> bool,
    ) -> Bound {
        let value = self.number(node, inclusive);
        if node
            .field(exclusive)
            .is_none_or(|member| !member.value.is_number())
        {
            return Bound {
                value,
                exclusive: self.flag(node, exclusive),
            };
        }
        let own = self.number(node, exclusive);
        let numbers = (
            value.as_ref().and_then(Number::as_f64),
            own.as_ref().and_then(Number::as_f64),
        );
        match numbers {
            (Some(inclusive), Some(exclusive)) if !is_tighter(inclusive, exclusive) => Bound {
                value,
                exclusive: None,
            },
            _ => Bound {
                value: own,
                exclusive: Some(true),
            },
        }
    }
}

/// The number as a float; if that is not what was written, the number itself goes to `exact`.
fn float(number: Option<Number>, name: &str, exact: &mut Map<String, Value>) -> Option<f64> {
    let number = number?;
    let float = number.as_f64();
    let same = float.is_some_and(|float| float.to_string() == number.to_string());
    if !same {
        exact.insert(name.to_owned(), Value::Number(number));
    }
    float
}
