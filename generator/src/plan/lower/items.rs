use std::collections::BTreeSet;

use super::docs;
use super::traits::TraitFacts;
use super::types::Types;
use super::xml::XmlBodies;
use crate::ir::facts::{self, Boxes};
use crate::ir::{Api, Shape, TypeId};
use crate::naming::{Ident, Scope};
use crate::plan::{Alias, Item, RustType, Traits, Wrapper};

/// Lowers types to what is emitted for them.
pub(super) struct Items<'a> {
    api: &'a Api,
    pub(super) types: Types<'a>,
    pub(super) traits: TraitFacts,
    /// The types whose values are names of members.
    pub(super) keys: BTreeSet<TypeId>,
    boxes: Boxes,
    /// How bodies stand in XML.
    pub(super) xml: XmlBodies,
    pub(super) endless: BTreeSet<TypeId>,
}

impl<'a> Items<'a> {
    pub(super) fn new(types: Types<'a>) -> Self {
        let api = types.api;
        Self {
            api,
            traits: TraitFacts::new(&types),
            keys: keys(&types),
            xml: XmlBodies::new(api),
            boxes: facts::boxes(api, &|id| types.names.canonical(id)),
            endless: facts::endless(api),
            types,
        }
    }

    /// What is emitted for a type that has a name.
    pub(super) fn item(&self, id: TypeId) -> Option<Item> {
        let ident = self.types.names.path(id)?.ident.clone();
        let docs = docs::of_type(self, id);
        Some(match &self.api.ty(id).shape {
            Shape::Struct(shape) => Item::Struct(self.structure(id, ident, docs, shape)),
            Shape::Enum(shape) => Item::Enum(self.enumeration(id, ident, docs, shape)),
            Shape::Union(shape) => Item::Union(self.union(id, ident, docs, shape)),
            Shape::Tuple(shape) => Item::Tuple(self.tuple(id, ident, docs, shape)),
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Alias(_)
                if self.endless.contains(&id) =>
            {
                Item::Wrapper(Wrapper {
                    ident,
                    docs,
                    traits: Traits {
                        default: false,
                        ..self.traits.of(self.api, id)
                    },
                    ty: self.types.shape(id),
                })
            }
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Alias(_) => Item::Alias(Alias {
                ident,
                docs,
                ty: self.types.shape(id),
            }),
        })
    }

    pub(super) fn api(&self) -> &'a Api {
        self.api
    }

    pub(super) fn boxed(&self, ty: RustType, id: TypeId, part: usize) -> RustType {
        if self.boxes.contains(&(id, part)) {
            RustType::Boxed(Box::new(ty))
        } else {
            ty
        }
    }
}

/// The types whose values are names of members, under the names that they are emitted by.
fn keys(types: &Types<'_>) -> BTreeSet<TypeId> {
    let api = types.api;
    let keys = api
        .type_ids()
        .filter_map(|id| api.ty(id).shape.as_map()?.keys);
    keys.map(|keys| types.names.canonical(api.unaliased(keys).id))
        .collect()
}

/// What the variant is called that keeps any other value, for values of which one may be called so itself.
pub(super) fn unknown(scope: &mut Scope) -> Ident {
    scope.claim_first(&["Unknown", "Unlisted", "Not Listed"].map(str::to_owned))
}
