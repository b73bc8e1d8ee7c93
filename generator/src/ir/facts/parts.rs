use crate::ir::{Additional, Api, Shape, TypeId, TypeRef};

/// The types that a type names directly, in their order.
pub fn parts(api: &Api, id: TypeId) -> Vec<TypeRef> {
    match &api.ty(id).shape {
        Shape::Any | Shape::Primitive(_) | Shape::Enum(_) => Vec::new(),
        Shape::Array(part) | Shape::Patterned(part) | Shape::Alias(part) => vec![*part],
        Shape::Map(map) => std::iter::once(map.values).chain(map.keys).collect(),
        Shape::Tuple(shape) => {
            let items = shape.items.iter().map(|item| item.ty);
            items.chain(shape.rest).collect()
        }
        Shape::Struct(shape) => {
            let mut parts: Vec<TypeRef> = shape.fields.iter().map(|field| field.ty).collect();
            match shape.additional {
                Additional::Typed(values) | Additional::Patterned(values) => parts.push(values),
                Additional::Kept => {}
            }
            parts
        }
        Shape::Union(shape) => shape.variants.iter().map(|variant| variant.ty).collect(),
    }
}
