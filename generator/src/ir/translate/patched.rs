use std::collections::BTreeSet;

use crate::ir::{Additional, Operation, Payload, Presence, Shape, Type, TypeId, TypeRef};
use crate::terms::MediaType;

/// Lets `null` stand wherever a merge patch takes something away by it (RFC 7396 §2), whatever the schema says: in each
/// member that may be absent, and in each value of a map. What is in arrays is replaced as a whole.
pub(super) fn let_patches_take_away(types: &mut [Type], operations: &[Operation]) {
    let bodies = operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    let patches = contents.filter(|content| is_merge_patch(&content.media_type));
    let mut left = Vec::new();
    for content in patches {
        if let Payload::Json(ty) = &content.payload {
            left.push(ty.id);
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        if seen.insert(id)
            && let Some(ty) = types.get_mut(id.index())
        {
            left.extend(patched(&mut ty.shape));
        }
    }
}

fn is_merge_patch(media_type: &MediaType) -> bool {
    media_type.essence() == "application/merge-patch+json"
}

/// Lets members be `null`, and says of which types they are.
fn patched(shape: &mut Shape) -> Vec<TypeId> {
    match shape {
        Shape::Struct(shape) => {
            let optional = shape.fields.iter_mut();
            let optional = optional.filter(|field| field.presence == Presence::Optional);
            let members = optional.map(|field| &mut field.ty);
            let additional = match &mut shape.additional {
                Additional::Kept => None,
                Additional::Typed(values) | Additional::Patterned(values) => Some(values),
            };
            members.chain(additional).map(nullable).collect()
        }
        Shape::Map(map) => vec![nullable(&mut map.values)],
        Shape::Patterned(values) => vec![nullable(values)],
        Shape::Alias(ty) => vec![ty.id],
        Shape::Union(union) => union.variants.iter().map(|variant| variant.ty.id).collect(),
        Shape::Any | Shape::Primitive(_) | Shape::Array(_) | Shape::Tuple(_) | Shape::Enum(_) => {
            Vec::new()
        }
    }
}

fn nullable(ty: &mut TypeRef) -> TypeId {
    ty.nullable = true;
    ty.id
}
