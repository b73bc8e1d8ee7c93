use std::collections::{BTreeMap, BTreeSet};

use super::types::Types;
use crate::ir::{Api, Presence, Shape, TypeId, facts};
use crate::plan::{RustType, Traits};

/// Which types hold what keeps them from a trait.
pub(super) struct TraitFacts {
    no_eq: BTreeSet<TypeId>,
    no_hash: BTreeSet<TypeId>,
}

impl TraitFacts {
    pub(super) fn new(types: &Types<'_>) -> Self {
        let api = types.api;
        let float = |id: &TypeId| {
            matches!(api.ty(*id).shape, Shape::Primitive(_))
                && matches!(types.shape(*id), RustType::F32 | RustType::F64)
        };
        let no_eq = holders(api, api.type_ids().filter(float).collect());
        let maps = api.type_ids().filter(|id| is_typed_map(api, *id));
        let no_hash = holders(api, maps.chain(no_eq.iter().copied()).collect());
        Self { no_eq, no_hash }
    }

    /// The traits of a type. Only a struct that needs no value has a default.
    pub(super) fn of(&self, api: &Api, id: TypeId) -> Traits {
        let default = match &api.ty(id).shape {
            Shape::Struct(shape) => (shape.fields.iter())
                .all(|field| field.presence == Presence::Optional || field.read_only),
            Shape::Tuple(shape) => shape
                .items
                .iter()
                .all(|item| item.presence == Presence::Optional),
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Alias(_)
            | Shape::Enum(_)
            | Shape::Union(_) => false,
        };
        Traits {
            eq: !self.no_eq.contains(&id),
            hash: !self.no_hash.contains(&id),
            default,
        }
    }
}

/// Maps of typed values keep their order and have no `Hash`; those that are the runtime's have their own.
fn is_typed_map(api: &Api, id: TypeId) -> bool {
    let typed =
        |values: crate::ir::TypeRef| !matches!(api.ty(api.unaliased(values).id).shape, Shape::Any);
    let map = api.ty(id).shape.as_map();
    map.is_some_and(|map| typed(map.values) || map.keys.is_some())
}

/// The types given, and all that hold them, however deep.
fn holders(api: &Api, found: BTreeSet<TypeId>) -> BTreeSet<TypeId> {
    let mut by_part: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for id in api.type_ids() {
        for part in facts::parts(api, id) {
            by_part.entry(part.id).or_default().push(id);
        }
    }
    let mut waiting: Vec<TypeId> = found.iter().copied().collect();
    let mut found = found;
    while let Some(part) = waiting.pop() {
        let holders = by_part.get(&part).into_iter().flatten();
        waiting.extend(holders.filter(|id| found.insert(**id)));
    }
    found
}
