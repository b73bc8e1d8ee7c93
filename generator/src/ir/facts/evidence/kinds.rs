use std::collections::BTreeSet;

use super::records::Kind;
use crate::ir::{Api, Primitive, Shape, TypeRef};

/// The JSON types of the values of a type, which is no alias and no union.
pub(super) fn kinds(api: &Api, ty: TypeRef) -> BTreeSet<Kind> {
    let mut kinds: BTreeSet<Kind> = match &api.ty(ty.id).shape {
        Shape::Any | Shape::Alias(_) | Shape::Union(_) => EVERY.iter().copied().collect(),
        Shape::Primitive(primitive) => BTreeSet::from([of_primitive(*primitive)]),
        Shape::Array(_) | Shape::Tuple(_) => BTreeSet::from([Kind::Array]),
        Shape::Map(_) | Shape::Patterned(_) | Shape::Struct(_) => BTreeSet::from([Kind::Object]),
        Shape::Enum(shape) => shape
            .values
            .iter()
            .map(|listed| of_value(&listed.value))
            .collect(),
    };
    if ty.nullable {
        kinds.insert(Kind::Null);
    }
    kinds
}

/// Any JSON.
pub(super) const EVERY: &[Kind] = &[
    Kind::Null,
    Kind::Boolean,
    Kind::Integer,
    Kind::Number,
    Kind::String,
    Kind::Array,
    Kind::Object,
];

fn of_primitive(primitive: Primitive) -> Kind {
    match primitive {
        Primitive::Boolean => Kind::Boolean,
        Primitive::Integer(_) => Kind::Integer,
        Primitive::Number(_) => Kind::Number,
        Primitive::String | Primitive::Text(_) => Kind::String,
    }
}

fn of_value(value: &serde_json::Value) -> Kind {
    use serde_json::Value;
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_i64() || number.is_u64() => Kind::Integer,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    }
}
