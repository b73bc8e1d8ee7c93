use std::collections::BTreeSet;

use serde_json::Value;

use crate::ir::{
    Api, Field, Item, Presence, Primitive, Shape, Struct, Tuple, TypeRef, Union, Variant,
};

/// What tells the values of one variant from those of the others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// The JSON types that its values have.
    pub kinds: BTreeSet<Kind>,
    /// The values that it lists, if it lists any: texts only.
    pub texts: Vec<String>,
    /// Members that have one of few values, and which.
    pub constants: Vec<(String, Vec<Constant>)>,
    /// Members that are always there.
    pub required: Vec<String>,
    /// Members that have names.
    pub known: Vec<String>,
    /// What tells of the first elements of an array, one each.
    pub prefix: Vec<Evidence>,
    /// How many of the first elements of an array are always there.
    pub least: usize,
    /// What tells of the elements of an array, those apart of which more is told.
    pub items: Option<Box<Evidence>>,
}

/// A type of JSON values, with whole numbers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A value that a member always has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

/// What tells the values of `variant` from those of the other variants of `union`.
pub fn evidence(api: &Api, union: &Union, variant: &Variant) -> Evidence {
    let mut evidence = of(api, variant.ty, 0);
    if let (Some(property), false) = (
        &union.discriminator,
        variant.discriminator_values.is_empty(),
    ) {
        let values = variant
            .discriminator_values
            .iter()
            .cloned()
            .map(Constant::Text)
            .collect();
        evidence.constants.retain(|(name, _)| name != property);
        // What the discriminator of the default does not say is no reason against it.
        if !variant.is_default {
            evidence.constants.insert(0, (property.clone(), values));
        }
    }
    evidence
}

/// Arrays of arrays of arrays tell no more.
const DEPTH: usize = 8;

fn of(api: &Api, ty: TypeRef, depth: usize) -> Evidence {
    let ty = api.unaliased(ty);
    let mut evidence = match &api.ty(ty.id).shape {
        Shape::Any | Shape::Alias(_) => of_kinds(&[
            Kind::Boolean,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object,
        ]),
        Shape::Primitive(primitive) => of_kinds(&[primitive_kind(*primitive)]),
        Shape::Array(items) => Evidence {
            items: (depth < DEPTH).then(|| Box::new(of(api, *items, depth + 1))),
            ..of_kinds(&[Kind::Array])
        },
        Shape::Map(_) | Shape::Patterned(_) => of_kinds(&[Kind::Object]),
        Shape::Tuple(shape) => of_tuple(api, shape, depth),
        Shape::Struct(shape) => of_struct(api, shape),
        Shape::Enum(shape) => of_values(shape.values.iter().map(|listed| &listed.value)),
        Shape::Union(shape) => of_union(api, shape, depth),
    };
    if ty.nullable {
        evidence.kinds.insert(Kind::Null);
    }
    evidence
}

fn of_kinds(kinds: &[Kind]) -> Evidence {
    Evidence {
        kinds: kinds.iter().copied().collect(),
        ..Evidence::default()
    }
}

fn primitive_kind(primitive: Primitive) -> Kind {
    match primitive {
        Primitive::Boolean => Kind::Boolean,
        Primitive::Integer(_) => Kind::Integer,
        Primitive::Number(_) => Kind::Number,
        Primitive::String | Primitive::Text(_) => Kind::String,
    }
}

fn of_tuple(api: &Api, shape: &Tuple, depth: usize) -> Evidence {
    if depth >= DEPTH {
        return of_kinds(&[Kind::Array]);
    }
    let required = |item: &&Item| item.presence == Presence::Required;
    Evidence {
        prefix: shape
            .items
            .iter()
            .map(|item| of(api, item.ty, depth + 1))
            .collect(),
        least: shape.items.iter().filter(required).count(),
        items: shape.rest.map(|rest| Box::new(of(api, rest, depth + 1))),
        ..of_kinds(&[Kind::Array])
    }
}

fn of_struct(api: &Api, shape: &Struct) -> Evidence {
    let required = |field: &&Field| field.presence == Presence::Required && !field.write_only;
    Evidence {
        constants: shape
            .fields
            .iter()
            .filter_map(|field| constants(api, field))
            .collect(),
        required: shape
            .fields
            .iter()
            .filter(required)
            .map(|field| field.wire_name.clone())
            .collect(),
        known: shape
            .fields
            .iter()
            .map(|field| field.wire_name.clone())
            .collect(),
        ..of_kinds(&[Kind::Object])
    }
}

/// A member that lists its values tells what a value is, whether or not the list is complete.
fn constants(api: &Api, field: &Field) -> Option<(String, Vec<Constant>)> {
    let Shape::Enum(shape) = &api.ty(api.unaliased(field.ty).id).shape else {
        return None;
    };
    let values: Option<Vec<Constant>> = shape
        .values
        .iter()
        .map(|listed| constant(&listed.value))
        .collect();
    Some((field.wire_name.clone(), values?))
}

fn constant(value: &Value) -> Option<Constant> {
    match value {
        Value::String(text) => Some(Constant::Text(text.clone())),
        Value::Bool(truth) => Some(Constant::Boolean(*truth)),
        Value::Number(number) => number.as_i64().map(Constant::Integer),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn of_values<'a>(values: impl Iterator<Item = &'a Value>) -> Evidence {
    let mut evidence = Evidence::default();
    for value in values {
        evidence.kinds.insert(match value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Boolean,
            Value::Number(number) if number.is_i64() || number.is_u64() => Kind::Integer,
            Value::Number(_) => Kind::Number,
            Value::String(_) => Kind::String,
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        });
        evidence.texts.extend(value.as_str().map(str::to_owned));
    }
    evidence
}

/// A union tells what all of its variants have in common.
fn of_union(api: &Api, shape: &Union, depth: usize) -> Evidence {
    if depth >= DEPTH {
        return of_kinds(&[
            Kind::Boolean,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object,
        ]);
    }
    let mut all = shape
        .variants
        .iter()
        .map(|variant| of(api, variant.ty, depth + 1));
    let Some(mut common) = all.next() else {
        return Evidence::default();
    };
    for other in all {
        common.kinds.extend(other.kinds);
        common.texts.retain(|text| other.texts.contains(text));
        common.required.retain(|name| other.required.contains(name));
        common.constants = joined(&common.constants, &other.constants);
        common.known.extend(other.known);
        common.least = common.least.min(other.least);
        if common.prefix != other.prefix {
            common.prefix.clear();
        }
        common.items = common
            .items
            .zip(other.items)
            .filter(|(left, right)| left == right)
            .map(|(left, _)| left);
    }
    common.known.sort();
    common.known.dedup();
    common
}

/// The members that both sides say the values of, with the values of both.
fn joined(
    left: &[(String, Vec<Constant>)],
    right: &[(String, Vec<Constant>)],
) -> Vec<(String, Vec<Constant>)> {
    let both = left.iter().filter_map(|(name, values)| {
        let (_, others) = right.iter().find(|(other, _)| other == name)?;
        let added = others.iter().filter(|value| !values.contains(value));
        Some((name.clone(), values.iter().chain(added).cloned().collect()))
    });
    both.collect()
}
