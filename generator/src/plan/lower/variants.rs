use crate::ir::{Api, Field, Presence, Primitive, Shape, Struct, TypeId, TypeRef, Union, Variant};
use crate::naming::words;
use crate::terms::{IntegerFormat, TextFormat};

/// What a variant of a union is called: after its component, its title, its constant, what only it has, its JSON type.
pub(super) fn variant_name(api: &Api, union: TypeId, index: usize) -> String {
    let Shape::Union(union) = &api.ty(union).shape else {
        return index.to_string();
    };
    let Some(variant) = union.variants.get(index) else {
        return index.to_string();
    };
    if let Some(name) = api.ty(variant.ty.id).origin.component() {
        return name.to_owned();
    }
    let title = variant.docs.title.as_ref();
    if let Some(title) = title.filter(|title| !words(title).is_empty()) {
        return title.clone();
    }
    if let [value] = variant.discriminator_values.as_slice() {
        return value.clone();
    }
    if let Shape::Struct(shape) = &api.ty(variant.ty.id).shape {
        let others = others(api, union, variant);
        return constant(api, shape, &others)
            .or_else(|| unlike(shape, &others))
            .unwrap_or_else(|| "Object".to_owned());
    }
    of_shape(api, variant.ty)
}

/// The structs among the other variants.
fn others<'a>(api: &'a Api, union: &Union, variant: &Variant) -> Vec<&'a Struct> {
    let others = union.variants.iter().filter(|other| other.ty != variant.ty);
    others
        .filter_map(|other| api.ty(other.ty.id).shape.as_struct())
        .collect()
}

/// The value of the first member that has only one, and another one in the other structs.
fn constant(api: &Api, shape: &Struct, others: &[&Struct]) -> Option<String> {
    let is_told = |field: &Field, value: &str| {
        let says_the_same = |other: &&Struct| {
            let same = other
                .fields
                .iter()
                .find(|same| same.wire_name == field.wire_name);
            same.and_then(|same| only_value(api, same.ty)) == Some(value)
        };
        !others.iter().any(says_the_same)
    };
    shape.fields.iter().find_map(|field| {
        only_value(api, field.ty)
            .filter(|value| is_told(field, value))
            .map(str::to_owned)
    })
}

fn only_value(api: &Api, ty: TypeRef) -> Option<&str> {
    let listed = api.ty(api.unaliased(ty).id).shape.as_enum()?;
    match listed.values.as_slice() {
        [only] => only.value.as_str(),
        _ => None,
    }
}

/// How many members are looked at for two that no other struct has both of.
const PAIRED: usize = 8;

/// `With` the member, or the two, that no other struct has; what is always there comes first.
fn unlike(shape: &Struct, others: &[&Struct]) -> Option<String> {
    if others.is_empty() {
        return None;
    }
    let has = |other: &Struct, name: &str| other.fields.iter().any(|it| it.wire_name == name);
    let mut fields: Vec<&Field> = shape.fields.iter().collect();
    fields.sort_by_key(|field| field.presence == Presence::Optional);
    let names: Vec<&str> = fields
        .iter()
        .map(|field| field.wire_name.as_str())
        .filter(|name| !words(name).is_empty())
        .collect();
    let only = names
        .iter()
        .find(|name| !others.iter().any(|other| has(other, name)));
    if let Some(only) = only {
        return Some(format!("With {only}"));
    }
    let paired = || names.iter().take(PAIRED);
    let pairs = paired()
        .enumerate()
        .flat_map(|(index, first)| paired().skip(index + 1).map(move |second| (first, second)));
    let mut pairs = pairs.filter(|(first, second)| {
        !others
            .iter()
            .any(|other| has(other, first) && has(other, second))
    });
    pairs
        .next()
        .map(|(first, second)| format!("With {first} And {second}"))
}

/// What a type without a name is called after its JSON type.
fn of_shape(api: &Api, ty: TypeRef) -> String {
    match &api.ty(ty.id).shape {
        Shape::Any => "Json".to_owned(),
        Shape::Primitive(primitive) => primitive_name(*primitive).to_owned(),
        Shape::Array(items) => match api.ty(items.id).origin.component() {
            Some(name) => format!("{name}s"),
            None => format!("{}s", of_shape(api, *items)),
        },
        Shape::Map(_) | Shape::Patterned(_) => "Map".to_owned(),
        Shape::Tuple(_) => "Tuple".to_owned(),
        Shape::Alias(_) => "Other".to_owned(),
        Shape::Struct(_) => "Object".to_owned(),
        Shape::Enum(shape) => match shape.values.as_slice() {
            [only] => only
                .value
                .as_str()
                .map_or_else(|| only.value.to_string(), str::to_owned),
            _ => "Listed".to_owned(),
        },
        Shape::Union(_) => "Choice".to_owned(),
    }
}

fn primitive_name(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Boolean => "Boolean",
        Primitive::Integer(IntegerFormat::UnixTime(_)) => "Unix Time",
        Primitive::Integer(IntegerFormat::Width { .. }) => "Integer",
        Primitive::Number(_) => "Number",
        Primitive::String => "String",
        Primitive::Text(TextFormat::Base64 | TextFormat::Base64Url) => "Bytes",
        Primitive::Text(format) => format.as_str(),
    }
}
