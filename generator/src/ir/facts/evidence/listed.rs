use serde_json::Value;

use super::records::Constant;
use crate::ir::{Api, TypeRef};

/// So many values make no list that tells anything.
const MOST: usize = 64;

/// The values that a type lists; none, if it lists none, or not only such as have no parts.
pub(super) fn listed(api: &Api, ty: TypeRef) -> Vec<Constant> {
    let all = all_listed(api, ty);
    if all.len() > MOST { Vec::new() } else { all }
}

/// The values that a type lists, however many.
pub(super) fn all_listed(api: &Api, ty: TypeRef) -> Vec<Constant> {
    let Some(shape) = api.ty(api.unaliased(ty).id).shape.as_enum() else {
        return Vec::new();
    };
    let values = shape.values.iter().map(|listed| constant(&listed.value));
    values.collect::<Option<_>>().unwrap_or_default()
}

fn constant(value: &Value) -> Option<Constant> {
    match value {
        Value::String(text) => Some(Constant::Text(text.clone())),
        Value::Bool(truth) => Some(Constant::Boolean(*truth)),
        Value::Number(number) => number.as_i64().map(Constant::Integer),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
