use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::leaves::Leaf;
use super::listed::all_listed;
use super::records::{Constant, Tagged, Tags};
use crate::ir::{Api, Field, Presence, TypeRef, Union};

/// The member that names variants, and how far each leaf is named by it.
pub(super) fn tags(api: &Api, union: &Union, leaves: &[Leaf]) -> (Option<Tags>, Vec<Tagged>) {
    let is_default = |leaf: &Leaf| {
        let variant = union.variants.get(leaf.owner);
        variant.is_some_and(|variant| variant.is_default)
    };
    let Some((tags, is_said)) = said(api, union, leaves)
        .map(|tags| (tags, true))
        .or_else(|| implied(api, leaves).map(|tags| (tags, false)))
    else {
        return (None, vec![Tagged::No; leaves.len()]);
    };
    let tagged = leaves.iter().map(|leaf| {
        let field = field(api, leaf, &tags.property);
        let listed = field.map(|field| texts(api, field.ty)).unwrap_or_default();
        let is_told = match is_said {
            true => tags.values.iter().any(|(_, owner)| *owner == leaf.owner),
            false => {
                let only = listed.first().filter(|_| listed.len() == 1);
                only.is_some_and(|only| tags.values.iter().any(|(value, _)| value == only))
            }
        };
        let needed = field.is_some_and(|field| {
            field.presence == Presence::Required && !field.read_only && !field.write_only
        });
        match (is_told && !is_default(leaf), needed) {
            (false, _) => Tagged::No,
            (true, false) => Tagged::Optional,
            (true, true) => Tagged::Always,
        }
    });
    let tagged = tagged.collect();
    (Some(tags), tagged)
}

/// The discriminator that the description names, with the values of its mapping, the names of components, and the values
/// that the variants list for it themselves.
fn said(api: &Api, union: &Union, leaves: &[Leaf]) -> Option<Tags> {
    let property = union.discriminator.clone()?;
    let mut values: BTreeMap<String, usize> = BTreeMap::new();
    for (owner, variant) in union.variants.iter().enumerate() {
        for value in &variant.discriminator_values {
            values.entry(value.clone()).or_insert(owner);
        }
    }
    let lists = leaves.iter().map(|leaf| {
        let field = field(api, leaf, &property);
        (
            leaf.owner,
            field.map(|field| texts(api, field.ty)).unwrap_or_default(),
        )
    });
    let listed = unique(lists);
    for (value, owner) in listed {
        values.entry(value).or_insert(owner);
    }
    (!values.is_empty()).then(|| Tags {
        property,
        values: values.into_iter().collect(),
    })
}

/// A member of which several variants list values that no other one lists: the one that tells most of them.
fn implied(api: &Api, leaves: &[Leaf]) -> Option<Tags> {
    let mut lists: IndexMap<&str, Vec<(usize, Vec<String>)>> = IndexMap::new();
    for leaf in leaves {
        for field in fields(api, leaf) {
            let listed = texts(api, field.ty);
            if !listed.is_empty() {
                let lists = lists.entry(&field.wire_name).or_default();
                lists.push((leaf.owner, listed));
            }
        }
    }
    let mut best: Option<(usize, Tags)> = None;
    for (property, lists) in lists {
        let values = unique(lists.into_iter());
        let owners: BTreeSet<usize> = values.iter().map(|(_, owner)| *owner).collect();
        let least = best.as_ref().map_or(1, |(told, _)| *told);
        if owners.len() > least {
            let property = property.to_owned();
            best = Some((owners.len(), Tags { property, values }));
        }
    }
    best.map(|(_, tags)| tags)
}

/// The values that only one owner lists, sorted.
fn unique(lists: impl Iterator<Item = (usize, Vec<String>)>) -> Vec<(String, usize)> {
    let mut owners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (owner, values) in lists {
        for value in values {
            owners.entry(value).or_default().insert(owner);
        }
    }
    let only = |owners: BTreeSet<usize>| match owners.len() {
        1 => owners.first().copied(),
        _ => None,
    };
    let unique = owners.into_iter();
    unique
        .filter_map(|(value, owners)| Some((value, only(owners)?)))
        .collect()
}

fn fields<'a>(api: &'a Api, leaf: &Leaf) -> &'a [Field] {
    let shape = api.ty(leaf.ty.id).shape.as_struct();
    shape.map_or(&[], |shape| &shape.fields)
}

fn field<'a>(api: &'a Api, leaf: &Leaf, name: &str) -> Option<&'a Field> {
    fields(api, leaf)
        .iter()
        .find(|field| field.wire_name == name)
}

/// The values that a type lists, as a tag writes them.
fn texts(api: &Api, ty: TypeRef) -> Vec<String> {
    let listed = all_listed(api, ty).into_iter();
    listed
        .map(|constant| match constant {
            Constant::Text(text) => text,
            Constant::Integer(number) => number.to_string(),
            Constant::Boolean(truth) => truth.to_string(),
        })
        .collect()
}
