use std::collections::BTreeSet;

use crate::ir::{Api, Origin, Shape, TypeId, TypeRef};

/// The components that are other names of arrays or maps which hold themselves without a struct or a union between.
///
/// Spelled out they would have no end, so each is a type of its own.
pub fn endless(api: &Api) -> BTreeSet<TypeId> {
    api.type_ids()
        .filter(|id| matches!(api.ty(*id).origin, Origin::Component(_)) && reaches_itself(api, *id))
        .collect()
}

fn reaches_itself(api: &Api, start: TypeId) -> bool {
    let mut seen = BTreeSet::new();
    let mut current = start;
    // Each of these types has one part, so the way is a line, which ends or comes back.
    while let Some(part) = only_part(api, current) {
        if part.id == start {
            return true;
        }
        if !seen.insert(part.id) {
            return false;
        }
        current = part.id;
    }
    false
}

fn only_part(api: &Api, id: TypeId) -> Option<TypeRef> {
    match &api.ty(id).shape {
        Shape::Array(part) | Shape::Patterned(part) | Shape::Alias(part) => Some(*part),
        Shape::Map(map) => Some(map.values),
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Tuple(_)
        | Shape::Struct(_)
        | Shape::Enum(_)
        | Shape::Union(_) => None,
    }
}
