use super::docs;
use super::fields::{field_idents, field_kind, is_optional};
use super::items::Items;
use super::unions::method_names;
use crate::ir::{Field, Shape, Struct, TypeId, Union};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{RustType, SharedField, SharedPlace};

/// How deep unions stand within each other of which a member is shared.
const DEEPEST: usize = 4;

/// A member that a type has, whichever of its forms a value has.
struct Held {
    place: SharedPlace,
    /// The type of its value, with every other name for it replaced by what it names.
    spelled: RustType,
    /// The same as it is written.
    ty: RustType,
}

impl Items<'_> {
    /// The members that all variants of a union have, as far as they have the same type everywhere.
    pub(super) fn shared_fields(&self, id: TypeId) -> Vec<SharedField> {
        self.shared_within(id, 0)
    }

    fn shared_within(&self, id: TypeId, depth: usize) -> Vec<SharedField> {
        let Shape::Union(shape) = &self.api().ty(id).shape else {
            return Vec::new();
        };
        if depth >= DEEPEST {
            return Vec::new();
        }
        let (_, mut scope) = method_names(&self.variant_idents(id));
        let named = shape.shared.iter().map(|name| (name, scope.claim(name)));
        named
            .filter_map(|(name, ident)| self.shared_field(shape, name, ident, depth))
            .collect()
    }

    fn shared_field(
        &self,
        shape: &Union,
        name: &str,
        ident: Ident,
        depth: usize,
    ) -> Option<SharedField> {
        let mut places = Vec::with_capacity(shape.variants.len());
        let mut first: Option<(RustType, RustType)> = None;
        for variant in &shape.variants {
            let Some(held) = self.held(variant.ty.id, name, depth) else {
                places.push(SharedPlace::None);
                continue;
            };
            match &first {
                Some((spelled, _)) if *spelled != held.spelled => return None,
                Some(_) => {}
                None => first = Some((held.spelled, held.ty)),
            }
            places.push(held.place);
        }
        let (_, ty) = first?;
        Some(SharedField {
            ident,
            wire_name: name.to_owned(),
            docs: docs::of_shared(name),
            ty,
            places,
        })
    }

    /// The member of this name that a type has.
    fn held(&self, id: TypeId, name: &str, depth: usize) -> Option<Held> {
        let id = self.types.names.canonical(self.unaliased(id));
        match &self.api().ty(id).shape {
            Shape::Struct(shape) => self.held_by_struct(id, shape, name),
            Shape::Union(_) => {
                let shared = self.shared_within(id, depth + 1).into_iter();
                let mut same = shared.filter(|field| field.wire_name == name);
                let field = same.next()?;
                Some(Held {
                    place: SharedPlace::Method(field.ident),
                    spelled: field.ty.clone(),
                    ty: field.ty,
                })
            }
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Tuple(_)
            | Shape::Alias(_)
            | Shape::Enum(_) => None,
        }
    }

    fn held_by_struct(&self, id: TypeId, shape: &Struct, name: &str) -> Option<Held> {
        let idents = field_idents(shape, &mut Scope::new(Case::Value));
        let is_named = |(_, (field, _)): &(usize, (&Field, Ident))| field.wire_name == name;
        let mut fields = shape.fields.iter().zip(idents).enumerate();
        let (index, (field, ident)) = fields.find(is_named)?;
        let inner = self.types.of(field.ty.id);
        let nullable = self.types.is_nullable(field.ty);
        let (ty, kind) = field_kind(inner, is_optional(field), nullable);
        if field.docs.deprecated || matches!(self.boxed(ty.clone(), id, index), RustType::Boxed(_))
        {
            return None;
        }
        let (spelled, _) = field_kind(self.spelled(field.ty.id), is_optional(field), nullable);
        Some(Held {
            place: SharedPlace::Field(ident, kind),
            spelled,
            ty,
        })
    }

    fn unaliased(&self, id: TypeId) -> TypeId {
        let ty = crate::ir::TypeRef {
            id,
            nullable: false,
        };
        self.api().unaliased(ty).id
    }
}
