use super::docs;
use super::items::{Items, unknown};
use super::variants::variant_name;
use crate::ir::facts;
use crate::ir::{self, Shape, TypeId, TypeRef};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{RustType, Union, UnionVariant};

/// What the methods of a variant are called.
pub(super) struct MethodNames {
    tests: Vec<Ident>,
    getters: Vec<Ident>,
}

impl Items<'_> {
    pub(super) fn union(
        &self,
        id: TypeId,
        ident: Ident,
        docs: Vec<String>,
        shape: &ir::Union,
    ) -> Union {
        let wanted = self.variant_names(id);
        let (idents, mut scope) = idents(&wanted);
        let (MethodNames { tests, getters }, _) = method_names(&idents);
        let variants = shape.variants.iter();
        let types: Vec<RustType> = variants
            .map(|variant| self.spelled(variant.ty.id))
            .collect();
        let methods_of = tests.into_iter().zip(getters);
        let variants = (shape
            .variants
            .iter()
            .zip(idents)
            .zip(methods_of)
            .enumerate())
        .map(|(index, ((variant, ident), (test, getter)))| UnionVariant {
            ident,
            test,
            getter,
            docs: docs::of_variant(self, variant, wanted.get(index).map_or("", String::as_str)),
            ty: self.boxed(self.types.of(variant.ty.id), id, index),
            from: is_only(&types, index),
        })
        .collect();
        Union {
            ident,
            docs,
            deprecated: self.api().ty(id).docs.deprecated,
            traits: self.traits.of(self.api(), id),
            variants,
            shared: self.shared_fields(id),
            distinction: facts::distinction(self.api(), shape),
            unknown: unknown(&mut scope),
        }
    }

    fn variant_names(&self, id: TypeId) -> Vec<String> {
        let Shape::Union(shape) = &self.api().ty(id).shape else {
            return Vec::new();
        };
        let places = 0..shape.variants.len();
        places
            .map(|index| variant_name(self.api(), id, index))
            .collect()
    }

    /// The identifiers of the variants of a union.
    pub(super) fn variant_idents(&self, id: TypeId) -> Vec<Ident> {
        idents(&self.variant_names(id)).0
    }

    /// The type with every other name for it replaced by what it names, so that equal types are equal.
    pub(super) fn spelled(&self, id: TypeId) -> RustType {
        let part = |part: &TypeRef| {
            let inner = self.spelled(part.id);
            if part.nullable {
                inner.optional()
            } else {
                inner
            }
        };
        match &self.api().ty(id).shape {
            Shape::Alias(_) | Shape::Array(_) | Shape::Map(_) | Shape::Patterned(_)
                if self.endless.contains(&id) =>
            {
                self.types.of(id)
            }
            Shape::Alias(target) => part(target),
            Shape::Array(items) => RustType::Vec(Box::new(part(items))),
            Shape::Map(map) => self.types.map(map, part(&map.values)),
            Shape::Patterned(values) => RustType::OpenMap(Box::new(part(values))),
            Shape::Any | Shape::Primitive(_) => self.types.shape(id),
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_) => {
                self.types.of(id)
            }
        }
    }
}

fn idents(names: &[String]) -> (Vec<Ident>, Scope) {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut scope = Scope::new(Case::Variant);
    (scope.claim_all(&names), scope)
}

/// The names of the methods of a union, and what other methods can be called. Some names mean something else to whoever
/// reads Rust.
pub(super) fn method_names(variants: &[Ident]) -> (MethodNames, Scope) {
    let mut scope = Scope::new(Case::Value);
    for name in ["as_mut", "as_ref"] {
        scope.reserve(name);
    }
    let mut named = |verb: &str| {
        let names: Vec<String> = variants
            .iter()
            .map(|ident| format!("{verb} {}", ident.unraw()))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        scope.claim_all(&names)
    };
    let names = MethodNames {
        tests: named("is"),
        getters: named("as"),
    };
    (names, scope)
}

/// Whether no other variant has the type.
fn is_only(types: &[RustType], index: usize) -> bool {
    let Some(own) = types.get(index) else {
        return false;
    };
    types.iter().filter(|ty| *ty == own).count() == 1
}
