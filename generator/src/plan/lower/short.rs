use super::variants::variant_name;
use crate::ir::{Api, Origin, Shape, TypeId};
use crate::naming::{singular, words};

/// The shortest name that says what an inline type is, in the module of what it stands in.
pub(super) fn short(api: &Api, id: TypeId) -> String {
    match &api.ty(id).origin {
        Origin::Component(name) => name.clone(),
        Origin::Body(operation) => format!("{} Body", operation_name(api, *operation)),
        Origin::Response(operation, status) if status.is_success() => {
            format!("{} Response", operation_name(api, *operation))
        }
        Origin::Response(operation, status) => {
            format!("{} {status}", operation_name(api, *operation))
        }
        Origin::Item(operation) => format!("{} Item", operation_name(api, *operation)),
        Origin::Parameter(_, name) | Origin::Header(_, name) => name.clone(),
        Origin::Property(parent, name) if says_little(name) => {
            format!("{} {name}", whole(api, *parent))
        }
        Origin::Property(_, name) => name.clone(),
        Origin::Items(parent) => one_of(&whole(api, *parent), "Item"),
        Origin::ItemAt(parent, index) => format!("{} Item {index}", whole(api, *parent)),
        Origin::Values(parent) => one_of(&whole(api, *parent), "Value"),
        Origin::Keys(parent) => format!("{} Key", whole(api, *parent)),
        Origin::Variant(parent, index) => format!(
            "{} {}",
            short(api, *parent),
            variant_name(api, *parent, place(api, *parent, id).unwrap_or(*index))
        ),
    }
}

/// The place that a type has among the variants of a union now that those are left out which were said twice.
fn place(api: &Api, union: TypeId, variant: TypeId) -> Option<usize> {
    let Shape::Union(union) = &api.ty(union).shape else {
        return None;
    };
    let mut variants = union.variants.iter();
    variants.position(|known| known.ty.id == variant)
}

/// Longer names, for when the short one is taken: the short name behind those of more and more of what it stands in.
pub(super) fn candidates(api: &Api, id: TypeId, name: &str) -> Vec<String> {
    let mut candidates = vec![name.to_owned()];
    let mut holder = named_holder(api, id);
    while let Some(parent) = holder {
        let last = candidates.last().cloned().unwrap_or_default();
        let prefix = short(api, parent);
        if !last.starts_with(&prefix) {
            candidates.push(format!("{prefix} {last}"));
        }
        holder = named_holder(api, parent);
    }
    candidates
}

/// The nearest type around an inline type that has a name of its own.
pub(super) fn named_holder(api: &Api, id: TypeId) -> Option<TypeId> {
    let mut parent = api.ty(id).origin.parent()?;
    while !is_named(api, parent) {
        parent = api.ty(parent).origin.parent()?;
    }
    Some(parent)
}

/// Whether emitted code has a type for it, rather than spelling it out.
pub(super) fn is_named(api: &Api, id: TypeId) -> bool {
    let ty = api.ty(id);
    let shaped = match &ty.shape {
        Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_) => true,
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Alias(_) => false,
    };
    shaped || matches!(ty.origin, Origin::Component(_))
}

/// The name of an operation: its id, or its method and path.
pub(super) fn operation_name(api: &Api, index: usize) -> String {
    let Some(operation) = api.operations.get(index) else {
        return String::new();
    };
    match operation.id.as_deref().filter(|id| !words(id).is_empty()) {
        Some(id) => id.to_owned(),
        None => format!(
            "{} {}",
            operation.method.field(),
            path_name(&operation.path)
        ),
    }
}

/// The words of a path; `{id}` as `by id`.
fn path_name(path: &str) -> String {
    let segment = |segment: &str| segment.replace('{', " by ").replace('}', " ");
    path.split('/').map(segment).collect::<Vec<_>>().join(" ")
}

/// What a member of a type is called after: a whole body is called after its operation.
fn whole(api: &Api, id: TypeId) -> String {
    match &api.ty(id).origin {
        Origin::Body(operation) | Origin::Response(operation, _) => operation_name(api, *operation),
        Origin::Component(_)
        | Origin::Header(..)
        | Origin::Item(_)
        | Origin::Parameter(..)
        | Origin::Property(..)
        | Origin::Items(_)
        | Origin::ItemAt(..)
        | Origin::Values(_)
        | Origin::Keys(_)
        | Origin::Variant(..) => short(api, id),
    }
}

/// One of many: `products` → `product`; `metadata` → `metadata Value`.
fn one_of(many: &str, noun: &str) -> String {
    let one = singular(many);
    if one == many {
        format!("{many} {noun}")
    } else {
        one
    }
}

/// Words that name nothing unless it is said whose they are.
fn says_little(name: &str) -> bool {
    const LITTLE: &[&str] = &[
        "type", "kind", "value", "data", "item", "object", "name", "id", "key", "result",
    ];
    matches!(words(name).as_slice(), [only] if LITTLE.contains(&only.as_str()))
}
