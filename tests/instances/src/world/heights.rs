use std::collections::BTreeMap;

use serde_json::Value;

use super::schemas::Schemas;
use crate::document::{Dialect, Id, References, Site};

/// How many levels the smallest instance of each schema has.
///
/// A schema that needs itself has no end at first, and keeps that unless one of its choices leads out.
pub(super) fn heights<'d>(schemas: &Schemas<'d>, references: &References<'d>) -> BTreeMap<Id, u32> {
    let all = schemas.all().iter();
    let mut heights: BTreeMap<Id, u32> = all.map(|site| (site.id(), u32::MAX)).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for &site in schemas.all().iter().rev() {
            let height = measure(site, schemas, references, &heights);
            if height < of(&heights, site) {
                heights.insert(site.id(), height);
                changed = true;
            }
        }
    }
    heights
}

fn of(heights: &BTreeMap<Id, u32>, site: Site<'_>) -> u32 {
    heights.get(&site.id()).copied().unwrap_or(u32::MAX)
}

fn measure<'d>(
    site: Site<'d>,
    schemas: &Schemas<'d>,
    references: &References<'d>,
    heights: &BTreeMap<Id, u32>,
) -> u32 {
    let height = |site: Site<'d>| of(heights, site);
    let target = schemas
        .reference(site)
        .and_then(|target| references.resolve(site, target));
    if schemas.dialect() == Dialect::Draft4 && schemas.reference(site).is_some() {
        return target.map_or(0, height);
    }
    if is_short(site) {
        return 0;
    }
    let mut most = target.map_or(0, height);
    for part in site.list("allOf") {
        most = most.max(height(part));
    }
    for keyword in ["oneOf", "anyOf"] {
        let branches = site.list(keyword).into_iter().map(height);
        most = most.max(branches.min().unwrap_or(0));
    }
    needed(site)
        .into_iter()
        .fold(most, |most, part| most.max(height(part).saturating_add(1)))
}

/// Whether there are instances that hold nothing, whatever else is said.
fn is_short(site: Site<'_>) -> bool {
    let says = |keyword: &str| site.get(keyword) == Some(&Value::Bool(true));
    says("nullable")
        || says("x-nullable")
        || site.get("enum").is_some()
        || site.get("const").is_some()
}

/// What no instance can do without.
fn needed(site: Site<'_>) -> Vec<Site<'_>> {
    let required = site.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    let properties = site.get("properties");
    let mut found: Vec<Site<'_>> = required
        .filter_map(|name| Some(site.within(properties?.get(name)?)))
        .collect();
    let least = |keyword: &str| site.get(keyword).and_then(Value::as_u64).unwrap_or(0);
    if least("minItems") > 0 {
        found.extend(site.at("items").filter(|items| items.value.is_object()));
        found.extend(site.list("prefixItems"));
    }
    found.extend(site.at("contains"));
    if least("minProperties") > 0 {
        let further = site.at("additionalProperties");
        found.extend(further.filter(|further| further.value.is_object()));
    }
    found
}
