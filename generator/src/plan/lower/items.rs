use std::collections::BTreeSet;

use super::docs;
use super::traits::TraitFacts;
use super::types::Types;
use super::variants::variant_name;
use crate::ir::facts::{self, Boxes};
use crate::ir::{self, Api, Shape, TypeId, TypeRef};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Alias, Item, RustType, Traits, Union, UnionVariant, Wrapper};

/// Lowers types to what is emitted for them.
pub(super) struct Items<'a> {
    api: &'a Api,
    pub(super) types: Types<'a>,
    pub(super) traits: TraitFacts,
    boxes: Boxes,
    endless: BTreeSet<TypeId>,
}

impl<'a> Items<'a> {
    pub(super) fn new(types: Types<'a>) -> Self {
        let api = types.api;
        Self {
            api,
            traits: TraitFacts::new(api),
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

    /// The type with every other name for it replaced by what it names, so that equal types are equal.
    fn spelled(&self, id: TypeId) -> RustType {
        let part = |part: &TypeRef| {
            let inner = self.spelled(part.id);
            if part.nullable {
                inner.optional()
            } else {
                inner
            }
        };
        match &self.api.ty(id).shape {
            Shape::Alias(_) | Shape::Array(_) | Shape::Map(_) | Shape::Patterned(_)
                if self.endless.contains(&id) =>
            {
                self.types.of(id)
            }
            Shape::Alias(target) => part(target),
            Shape::Array(items) => RustType::Vec(Box::new(part(items))),
            Shape::Map(values) => RustType::Map(Box::new(part(values))),
            Shape::Patterned(values) => RustType::OpenMap(Box::new(part(values))),
            Shape::Any | Shape::Primitive(_) => self.types.shape(id),
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_) => {
                self.types.of(id)
            }
        }
    }

    fn union(&self, id: TypeId, ident: Ident, docs: Vec<String>, shape: &ir::Union) -> Union {
        let wanted: Vec<String> = shape
            .variants
            .iter()
            .enumerate()
            .map(|(index, _)| variant_name(self.api, id, index))
            .collect();
        let names: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let mut scope = Scope::new(Case::Variant);
        let idents = scope.claim_all(&names);
        let getters: Vec<String> = idents
            .iter()
            .map(|ident| format!("as {}", ident.unraw()))
            .collect();
        let getters: Vec<&str> = getters.iter().map(String::as_str).collect();
        let getters = Scope::new(Case::Value).claim_all(&getters);
        let types: Vec<RustType> = shape
            .variants
            .iter()
            .map(|variant| self.spelled(variant.ty.id))
            .collect();
        let variants = (shape.variants.iter().zip(idents).zip(getters).enumerate())
            .map(|(index, ((variant, ident), getter))| UnionVariant {
                ident,
                getter,
                docs: docs::of_variant(self, variant, wanted.get(index).map_or("", String::as_str)),
                ty: self.boxed(self.types.of(variant.ty.id), id, index),
                from: is_only(&types, index),
            })
            .collect();
        Union {
            ident,
            docs,
            deprecated: self.api.ty(id).docs.deprecated,
            traits: self.traits.of(self.api, id),
            variants,
            distinction: facts::distinction(self.api, shape),
            unknown: unknown(&mut scope),
        }
    }
}

/// Whether no other variant has the type, and none is the type that unknown values have.
fn is_only(types: &[RustType], index: usize) -> bool {
    let Some(own) = types.get(index) else {
        return false;
    };
    types.iter().filter(|ty| *ty == own).count() == 1
}

/// What the variant is called that keeps any other value, for values of which one may be called so itself.
pub(super) fn unknown(scope: &mut Scope) -> Ident {
    scope.claim_first(&["Unknown", "Unlisted", "Not Listed"].map(str::to_owned))
}
