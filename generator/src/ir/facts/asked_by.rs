use crate::ir::{Api, Operation, Shape, TypeRef};

/// The member of a body by which services are asked for a stream where they can answer otherwise too.
const STREAM: &str = "stream";

/// How many names of names and unions of unions are looked into; they may go round in a circle.
const MAX_DEPTH: usize = 4;

/// The member of a JSON body by which an operation is asked for a stream, if its body has one.
pub fn asked_by(api: &Api, operation: &Operation) -> Option<&'static str> {
    let contents = operation.body.iter().flat_map(|body| &body.contents);
    let mut types = contents.filter_map(|content| content.payload.as_json());
    types
        .any(|ty| has_member(api, ty, MAX_DEPTH))
        .then_some(STREAM)
}

fn has_member(api: &Api, ty: TypeRef, depth: usize) -> bool {
    let shape: &Shape = &api.ty(api.unaliased(ty).id).shape;
    if let Some(union) = shape.as_union() {
        let mut variants = union.variants.iter();
        return depth > 0 && variants.any(|variant| has_member(api, variant.ty, depth - 1));
    }
    let mut fields = shape.as_struct().into_iter().flat_map(|of| &of.fields);
    fields.any(|field| field.wire_name == STREAM)
}
