use serde_json::Value;

use super::World;
use crate::document::{Dialect, Site};

/// The most references and compositions that are looked through.
const DEPTH: usize = 12;

/// Whether `null` is worth a try: the judge has the last word.
pub(super) fn accepts_null<'d>(world: &World<'d>, site: Site<'d>) -> bool {
    accepts(world, site, DEPTH)
}

fn accepts<'d>(world: &World<'d>, site: Site<'d>, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    let Some(schema) = site.object() else {
        return site.value != &Value::Bool(false);
    };
    let old = world.dialect() == Dialect::Draft4;
    if let Some(reference) = site.text("$ref")
        && let Some(target) = world.resolve(site, reference)
    {
        let own = old || own(world, site, depth, old);
        return own && accepts(world, target, depth);
    }
    !schema.is_empty() && own(world, site, depth, old)
}

fn own<'d>(world: &World<'d>, site: Site<'d>, depth: usize, old: bool) -> bool {
    let says = |keyword: &str| site.get(keyword) == Some(&Value::Bool(true));
    if old && (says("nullable") || says("x-nullable")) {
        return true;
    }
    let named = |value: &Value| match value {
        Value::Array(list) => list.contains(&"null".into()),
        Value::String(name) => name == "null",
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    let listed = |value: &Value| {
        value
            .as_array()
            .is_some_and(|list| list.contains(&Value::Null))
    };
    let said = [
        site.get("type").map(named),
        site.get("enum").map(listed),
        site.get("const").map(Value::is_null),
    ];
    let says_something = said.iter().any(Option::is_some) || is_composed(site);
    let typed = says_something && said.into_iter().flatten().all(|fits| fits);
    let fits = |part: Site<'d>| accepts(world, part, depth);
    let any = |keyword: &str| {
        let branches = site.list(keyword);
        branches.is_empty() || branches.into_iter().any(fits)
    };
    typed && site.list("allOf").into_iter().all(fits) && any("oneOf") && any("anyOf")
}

fn is_composed(site: Site<'_>) -> bool {
    let composing = ["$ref", "allOf", "oneOf", "anyOf"];
    composing.iter().any(|keyword| site.get(keyword).is_some())
}
