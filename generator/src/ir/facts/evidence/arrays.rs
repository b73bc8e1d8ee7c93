use super::leaves::Leaf;
use super::records::Evidence;
use super::told::Search;
use crate::ir::{Item, Presence, Shape, TypeRef};

/// What tells arrays apart by their elements.
pub(super) fn arrays(
    search: &mut Search<'_>,
    leaves: &[Leaf],
    depth: usize,
    evidence: &mut [Evidence],
) {
    let arrays: Vec<Option<Elements<'_>>> = leaves
        .iter()
        .map(|leaf| elements(&search.api.ty(leaf.ty.id).shape))
        .collect();
    if arrays.iter().flatten().count() < 2 {
        return;
    }
    let places = arrays.iter().flatten().map(|array| array.first.len()).max();
    for place in 0..places.unwrap_or_default() {
        let types: Vec<Option<TypeRef>> = arrays
            .iter()
            .map(|array| array.and_then(|array| array.at(place)))
            .collect();
        let told = search.some_told(&types, depth + 1);
        let holders = arrays.iter().zip(told).zip(&mut *evidence);
        for ((array, told), evidence) in holders {
            if array.is_some_and(|array| place < array.first.len()) {
                evidence.prefix.extend(told);
            }
        }
    }
    let rests: Vec<Option<TypeRef>> = arrays
        .iter()
        .map(|array| array.and_then(|array| array.rest))
        .collect();
    let told = search.some_told(&rests, depth + 1);
    for ((array, told), evidence) in arrays.iter().zip(told).zip(evidence) {
        evidence.items = told.map(Box::new);
        evidence.least = array.map_or(0, Elements::least);
    }
}

/// What an array says of its elements.
#[derive(Clone, Copy)]
struct Elements<'a> {
    first: &'a [Item],
    rest: Option<TypeRef>,
}

fn elements(shape: &Shape) -> Option<Elements<'_>> {
    match shape {
        Shape::Array(items) => Some(Elements {
            first: &[],
            rest: Some(*items),
        }),
        Shape::Tuple(shape) => Some(Elements {
            first: &shape.items,
            rest: shape.rest,
        }),
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Alias(_)
        | Shape::Struct(_)
        | Shape::Enum(_)
        | Shape::Union(_) => None,
    }
}

impl Elements<'_> {
    fn at(self, place: usize) -> Option<TypeRef> {
        self.first.get(place).map(|item| item.ty).or(self.rest)
    }

    /// How many elements are always there.
    fn least(self) -> usize {
        let required = |item: &&Item| item.presence == Presence::Required;
        self.first.iter().filter(required).count()
    }
}
