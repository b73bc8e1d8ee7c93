use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{
    Info, Operation, Schemas, SecurityScheme, Server, Shape, Tag, Type, TypeId, TypeRef, XmlNotes,
};

/// An API: what can be called, and the types of what goes over the wire.
#[derive(Debug)]
pub struct Api {
    /// What the description says of itself.
    pub info: Info,
    /// The servers of operations that name none themselves.
    pub servers: Vec<Server>,
    /// The tags, in their order.
    pub tags: Vec<Tag>,
    /// The security schemes, in their order, under their names.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Every operation, in the order of the paths.
    pub operations: Vec<Operation>,
    /// Every type; a [`TypeId`] is an index into it.
    pub types: Vec<Type>,
    /// The body of error answers that declare none.
    pub error: Option<TypeRef>,
    /// Which schema of the description is which of the types.
    pub schemas: Schemas,
    /// How types stand in XML.
    pub xml: XmlNotes,
}

impl Api {
    /// The type that `id` names.
    #[expect(
        clippy::indexing_slicing,
        reason = "a TypeId is only made by pushing its type"
    )]
    pub fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.index()]
    }

    /// How many types are components of the description.
    pub fn component_count(&self) -> usize {
        let names = self.types.iter().filter_map(|ty| ty.origin.component());
        names.collect::<BTreeSet<_>>().len()
    }

    /// The ids of all types, in their order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId::new)
    }

    /// What is left of a type when its aliases are followed; `null` anywhere on the way is kept.
    pub fn unaliased(&self, ty: TypeRef) -> TypeRef {
        let mut current = ty;
        // An alias cycle was reported when it was resolved; the bound keeps this loop finite all the same.
        for _ in 0..self.types.len() {
            let Shape::Alias(target) = &self.ty(current.id).shape else {
                break;
            };
            current = TypeRef {
                id: target.id,
                nullable: current.nullable || target.nullable,
            };
        }
        current
    }
}
