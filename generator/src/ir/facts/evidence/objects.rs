use std::collections::{BTreeMap, BTreeSet};

use super::leaves::Leaf;
use super::records::{Evidence, Kind};
use super::told::Search;
use crate::ir::{Additional, Api, Field, Presence, Shape, Struct, TypeRef};

/// What tells objects apart: the members that have to be there, those that have names, and the values of both.
///
/// An object that is the only one among values of other JSON types needs no evidence.
pub(super) fn objects(
    search: &mut Search<'_>,
    leaves: &[Leaf],
    depth: usize,
    evidence: &mut [Evidence],
) {
    let api = search.api;
    let objects: Vec<Option<Object<'_>>> = leaves.iter().map(|leaf| object(api, leaf)).collect();
    let is_any = |told: &Evidence| told.kinds.contains(&Kind::String);
    let among_any = evidence
        .iter()
        .any(|told| told.kinds.contains(&Kind::Object) && is_any(told));
    if objects.iter().flatten().count() < if among_any { 1 } else { 2 } {
        return;
    }
    let names: BTreeSet<&str> = objects
        .iter()
        .flatten()
        .flat_map(|object| object.fields.keys().copied())
        .collect();
    for name in names {
        member(search, name, &objects, depth, among_any, evidence);
    }
    others(search, &objects, depth, evidence);
}

/// What an object says of its members.
struct Object<'a> {
    fields: BTreeMap<&'a str, &'a Field>,
    others: Option<TypeRef>,
    /// It is nothing but a map.
    is_map: bool,
}

fn object<'a>(api: &'a Api, leaf: &Leaf) -> Option<Object<'a>> {
    match &api.ty(leaf.ty.id).shape {
        Shape::Struct(shape) => Some(Object {
            fields: shape
                .fields
                .iter()
                .map(|field| (field.wire_name.as_str(), field))
                .collect(),
            others: typed(shape),
            is_map: false,
        }),
        Shape::Map(map) => Some(Object {
            fields: BTreeMap::new(),
            others: Some(map.values),
            is_map: true,
        }),
        Shape::Patterned(_) => Some(Object {
            fields: BTreeMap::new(),
            others: None,
            is_map: true,
        }),
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Tuple(_)
        | Shape::Alias(_)
        | Shape::Enum(_)
        | Shape::Union(_) => None,
    }
}

fn typed(shape: &Struct) -> Option<TypeRef> {
    match shape.additional {
        Additional::Typed(values) => Some(values),
        Additional::Kept | Additional::Patterned(_) => None,
    }
}

impl<'a> Object<'a> {
    fn field(&self, name: &str) -> Option<&'a Field> {
        self.fields.get(name).copied()
    }

    /// Whether a value without the member is none of this type.
    fn needs(&self, name: &str) -> Option<bool> {
        self.field(name).map(|field| {
            field.presence == Presence::Required && !field.read_only && !field.write_only
        })
    }

    fn member(&self, name: &str) -> Option<TypeRef> {
        self.field(name).map(|field| field.ty).or(self.others)
    }
}

/// What one member tells.
fn member(
    search: &mut Search<'_>,
    name: &str,
    objects: &[Option<Object<'_>>],
    depth: usize,
    among_any: bool,
    evidence: &mut [Evidence],
) {
    let types: Vec<Option<TypeRef>> = objects
        .iter()
        .map(|object| object.as_ref().and_then(|object| object.member(name)))
        .collect();
    let values = differing(search, &types, objects, depth);
    let mut needs = objects.iter().flatten().map(|object| object.needs(name));
    let first = needs.next().flatten();
    let is_everywhere_alike = first.is_some() && needs.all(|other| other == first);
    if is_everywhere_alike && !among_any && values.iter().all(Option::is_none) {
        return;
    }
    for ((object, value), evidence) in objects.iter().zip(values).zip(evidence) {
        match object.as_ref().and_then(|object| object.needs(name)) {
            Some(true) => evidence.required.push(name.to_owned()),
            Some(false) => evidence.known.push(name.to_owned()),
            None => continue,
        }
        evidence
            .values
            .extend(value.map(|value| (name.to_owned(), value)));
    }
}

/// What the values of a member tell; nothing, where they do not differ.
fn differing(
    search: &mut Search<'_>,
    types: &[Option<TypeRef>],
    objects: &[Option<Object<'_>>],
    depth: usize,
) -> Vec<Option<Evidence>> {
    let mut there = types.iter().flatten();
    let first = there.next().map(|first| search.api.unaliased(*first));
    let mut others = there.map(|other| search.api.unaliased(*other));
    let is_same = others.all(|other| Some(other) == first);
    let is_everywhere = objects.iter().flatten().count() == types.iter().flatten().count();
    if is_same && is_everywhere {
        return vec![None; types.len()];
    }
    let told = search.some_told(types, depth + 1);
    let is_only = |told: &Evidence| told.listed.len() == 1;
    let mut there = told.iter().flatten();
    let first = there.next();
    if there.all(|other| Some(other) == first) {
        let kept = first.is_some_and(|told| is_only(told) && !is_everywhere);
        return told.into_iter().map(|told| told.filter(|_| kept)).collect();
    }
    let kinds = first.map(|first| first.kinds.clone()).unwrap_or_default();
    let is_plain = |told: &Evidence| {
        *told
            == Evidence {
                kinds: kinds.clone(),
                ..Evidence::default()
            }
    };
    let same_kinds = told.iter().flatten().all(|told| told.kinds == kinds);
    told.into_iter()
        .map(|told| told.filter(|told| !(same_kinds && is_plain(told))))
        .collect()
}

/// What the values of members tell that have no names.
fn others(
    search: &mut Search<'_>,
    objects: &[Option<Object<'_>>],
    depth: usize,
    evidence: &mut [Evidence],
) {
    let types: Vec<Option<TypeRef>> = objects
        .iter()
        .map(|object| object.as_ref().and_then(|object| object.others))
        .collect();
    let told = search.some_told(&types, depth + 1);
    for ((object, told), evidence) in objects.iter().zip(told).zip(evidence) {
        let is_map = object.as_ref().is_some_and(|object| object.is_map);
        let any = || Evidence::of_kinds(super::kinds::EVERY);
        evidence.others = told.or_else(|| is_map.then(any)).map(Box::new);
    }
}
