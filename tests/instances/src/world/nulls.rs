use std::collections::BTreeSet;

use serde_json::Value;

use super::Schemas;
use crate::document::{Dialect, Id, References, Site};

/// The schemas for which `null` is worth a try: the judge has the last word.
///
/// What a schema is composed of is looked up in what was found so far, until nothing more is found.
pub(super) fn nullable<'d>(schemas: &Schemas<'d>, references: &References<'d>) -> BTreeSet<Id> {
    let mut search = Search {
        schemas,
        references,
        found: BTreeSet::new(),
    };
    let mut before = usize::MAX;
    while search.found.len() != before {
        before = search.found.len();
        for &site in schemas.all().iter().rev() {
            if search.accepts(site) {
                search.found.insert(site.id());
            }
        }
    }
    search.found
}

struct Search<'s, 'd> {
    schemas: &'s Schemas<'d>,
    references: &'s References<'d>,
    found: BTreeSet<Id>,
}

impl<'d> Search<'_, 'd> {
    fn accepts(&self, site: Site<'d>) -> bool {
        let old = self.schemas.dialect() == Dialect::Draft4;
        let reference = self.schemas.reference(site);
        let target = reference.and_then(|target| self.references.resolve(site, target));
        let target = target.map(|target| self.found.contains(&target.id()));
        if old && reference.is_some() {
            return target.unwrap_or(false);
        }
        let says = |keyword: &str| site.get(keyword) == Some(&Value::Bool(true));
        if old && (says("nullable") || says("x-nullable")) {
            return true;
        }
        let said = said(site);
        let fits = |part: Site<'d>| self.found.contains(&part.id());
        let any = |keyword: &str| {
            let branches = site.list(keyword);
            (!branches.is_empty()).then(|| branches.into_iter().any(fits))
        };
        let all = site.list("allOf");
        let all = (!all.is_empty()).then(|| all.into_iter().all(fits));
        let mut verdicts = said
            .into_iter()
            .chain([target, all, any("oneOf"), any("anyOf")])
            .flatten()
            .peekable();
        verdicts.peek().is_some() && verdicts.all(|fits| fits)
    }
}

/// What the keywords say that are about values of every type; nothing, if they are not there.
fn said(site: Site<'_>) -> [Option<bool>; 3] {
    let named = |value: &Value| match value.as_array() {
        Some(list) => list.iter().any(|name| name == "null"),
        None => value == "null",
    };
    let listed = |value: &Value| {
        let list = value.as_array().into_iter().flatten();
        list.into_iter().any(Value::is_null)
    };
    [
        site.get("type").map(named),
        site.get("enum").map(listed),
        site.get("const").map(Value::is_null),
    ]
}
