use std::collections::BTreeMap;

use crate::ir::{Additional, Api, Presence, Primitive, Shape, TypeId, TypeRef};

/// For each type, the number of the class of types that look exactly like it on the wire.
///
/// Starts with all types of one outline in one class, and splits classes until all members agree in the classes of
/// their parts as well: so recursive types can be twins too.
pub fn twins(api: &Api) -> Vec<usize> {
    let mut classes = numbered(api.type_ids().map(|id| (outline(api, id), Vec::new())));
    loop {
        let refined = numbered(api.type_ids().map(|id| {
            let parts = super::parts(api, id)
                .into_iter()
                .map(|part| class(&classes, part))
                .collect();
            (outline(api, id), parts)
        }));
        if count(&refined) == count(&classes) {
            return refined;
        }
        classes = refined;
    }
}

fn count(classes: &[usize]) -> usize {
    classes.iter().max().map_or(0, |last| last + 1)
}

fn class(classes: &[usize], part: TypeRef) -> (usize, bool) {
    (
        classes.get(part.id.index()).copied().unwrap_or(usize::MAX),
        part.nullable,
    )
}

/// Numbers distinct keys in the order in which they first occur.
fn numbered(keys: impl Iterator<Item = (Outline, Vec<(usize, bool)>)>) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    keys.map(|key| {
        let next = numbers.len();
        *numbers.entry(key).or_insert(next)
    })
    .collect()
}

/// What a type looks like without its parts. Components are themselves and nothing else: they were given a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Outline {
    Any,
    Primitive(Primitive),
    Array,
    Map,
    Patterned,
    Tuple {
        items: Vec<Presence>,
        typed: bool,
    },
    Component(String),
    Struct {
        fields: Vec<(String, Presence, bool, bool)>,
        rest: Rest,
    },
    Enum(Vec<String>),
    Union {
        discriminator: Option<String>,
        values: Vec<Vec<String>>,
    },
    Alias,
}

/// What becomes of members that have no names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    Kept,
    Typed,
    Patterned,
}

fn outline(api: &Api, id: TypeId) -> Outline {
    let ty = api.ty(id);
    if let crate::ir::Origin::Component(name) = &ty.origin {
        return Outline::Component(name.clone());
    }
    match &ty.shape {
        Shape::Any => Outline::Any,
        Shape::Primitive(primitive) => Outline::Primitive(*primitive),
        Shape::Array(_) => Outline::Array,
        Shape::Map(_) => Outline::Map,
        Shape::Patterned(_) => Outline::Patterned,
        Shape::Tuple(shape) => Outline::Tuple {
            items: shape.items.iter().map(|item| item.presence).collect(),
            typed: shape.rest.is_some(),
        },
        Shape::Alias(_) => Outline::Alias,
        Shape::Struct(shape) => Outline::Struct {
            fields: shape
                .fields
                .iter()
                .map(|field| {
                    (
                        field.wire_name.clone(),
                        field.presence,
                        field.read_only,
                        field.write_only,
                    )
                })
                .collect(),
            rest: match shape.additional {
                Additional::Kept => Rest::Kept,
                Additional::Typed(_) => Rest::Typed,
                Additional::Patterned(_) => Rest::Patterned,
            },
        },
        Shape::Enum(shape) => Outline::Enum(
            shape
                .values
                .iter()
                .map(|value| value.value.to_string())
                .collect(),
        ),
        Shape::Union(shape) => Outline::Union {
            discriminator: shape.discriminator.clone(),
            values: shape
                .variants
                .iter()
                .map(|variant| variant.discriminator_values.clone())
                .collect(),
        },
    }
}
