use std::collections::BTreeSet;

use crate::ir::{Api, Shape, TypeId, TypeRef};

/// A type that is no union, among those of which a value has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The place of the type in which it was found.
    pub(super) owner: usize,
    /// The type, no alias.
    pub(super) ty: TypeRef,
}

/// So many types are told apart and no more.
const MOST: usize = 1_000;

/// The types themselves, and instead of unions their variants, however deep.
pub(super) fn leaves(api: &Api, types: &[TypeRef]) -> Vec<Leaf> {
    let mut leaves = Vec::with_capacity(types.len());
    for (owner, ty) in types.iter().enumerate() {
        let mut seen = BTreeSet::new();
        collect(api, owner, *ty, &mut seen, &mut leaves);
    }
    leaves
}

/// With a list of its own of what is still to do: unions can nest as deep as a description is long.
fn collect(
    api: &Api,
    owner: usize,
    ty: TypeRef,
    seen: &mut BTreeSet<TypeId>,
    leaves: &mut Vec<Leaf>,
) {
    let mut pending = vec![ty];
    while let Some(next) = pending.pop() {
        let next = api.unaliased(next);
        let Shape::Union(shape) = &api.ty(next.id).shape else {
            leaves.push(Leaf { owner, ty: next });
            continue;
        };
        if seen.insert(next.id) && leaves.len() < MOST {
            let variants = shape.variants.iter().rev();
            pending.extend(variants.map(|variant| TypeRef {
                nullable: variant.ty.nullable || next.nullable,
                ..variant.ty
            }));
        }
    }
}
