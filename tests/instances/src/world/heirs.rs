use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Id, References, Site};

/// A component that is built on a base.
#[derive(Debug, Clone)]
pub(crate) struct Heir<'d> {
    pub(crate) name: String,
    pub(crate) site: Site<'d>,
}

/// The heirs of each base with a discriminator: what names it in its `allOf`, over any number of steps.
pub(super) fn heirs<'d>(
    components: &[(String, Site<'d>)],
    references: &References<'d>,
) -> BTreeMap<Id, Vec<Heir<'d>>> {
    let mut heirs: BTreeMap<Id, Vec<Heir<'d>>> = BTreeMap::new();
    for (name, site) in components {
        for base in ancestors(*site, references) {
            let (name, site) = (name.clone(), *site);
            heirs.entry(base).or_default().push(Heir { name, site });
        }
    }
    heirs
}

/// The bases with a discriminator that a schema is built on.
fn ancestors<'d>(site: Site<'d>, references: &References<'d>) -> Vec<Id> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([site.id()]);
    let mut rest = site.list("allOf");
    while let Some(part) = rest.pop() {
        if !seen.insert(part.id()) {
            continue;
        }
        let target = part.text("$ref");
        let target = target.and_then(|target| references.resolve(part, target));
        if let Some(base) = target.filter(|target| is_base(*target)) {
            found.push(base.id());
        }
        rest.extend(target);
        rest.extend(part.list("allOf"));
    }
    found.sort();
    found.dedup();
    found.retain(|base| *base != site.id());
    found
}

/// Whether a schema has a discriminator, and does not list what it tells apart.
fn is_base(site: Site<'_>) -> bool {
    site.get("discriminator").is_some()
        && site.get("oneOf").is_none()
        && site.get("anyOf").is_none()
}
