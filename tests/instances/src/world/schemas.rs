use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Dialect, Id, References, Site, parts};

/// Every schema that can be reached, and the numbers of those that the judge knows by themselves.
#[derive(Debug)]
pub(crate) struct Schemas<'d> {
    dialect: Dialect,
    all: Vec<Site<'d>>,
    numbered: Vec<Site<'d>>,
    numbers: BTreeMap<Id, usize>,
}

/// What makes it worth to ask the judge about a part before the whole is made: making cannot be sure of it.
const CHECKED: &[&str] = &[
    "oneOf",
    "not",
    "if",
    "contains",
    "pattern",
    "format",
    "propertyNames",
    "patternProperties",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
    "unevaluatedItems",
];

impl<'d> Schemas<'d> {
    pub(crate) fn new(entries: &[Site<'d>], references: &References<'d>, dialect: Dialect) -> Self {
        let mut schemas = Self {
            dialect,
            all: Vec::new(),
            numbered: Vec::new(),
            numbers: BTreeMap::new(),
        };
        let mut seen = BTreeSet::new();
        let mut rest: Vec<Site<'d>> = entries.iter().rev().copied().collect();
        entries.iter().for_each(|site| schemas.enlist(*site));
        while let Some(site) = rest.pop() {
            if !seen.insert(site.id()) {
                continue;
            }
            schemas.all.push(site);
            let target = schemas.reference(site);
            if let Some(target) = target.and_then(|target| references.resolve(site, target)) {
                schemas.enlist(target);
                rest.push(target);
            }
            if is_checked(site) {
                schemas.enlist(site);
            }
            rest.extend(parts(site, dialect).into_iter().map(|part| part.site));
        }
        schemas
    }

    fn enlist(&mut self, site: Site<'d>) {
        let next = self.numbered.len();
        if *self.numbers.entry(site.id()).or_insert(next) == next {
            self.numbered.push(site);
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.dialect
    }

    pub(crate) fn all(&self) -> &[Site<'d>] {
        &self.all
    }

    /// The schemas with a number, in its order.
    pub(crate) fn numbered(&self) -> &[Site<'d>] {
        &self.numbered
    }

    /// The schemas of which making cannot be sure.
    pub(crate) fn checked(&self) -> impl Iterator<Item = Site<'d>> {
        self.all.iter().copied().filter(|site| is_checked(*site))
    }

    pub(crate) fn number(&self, site: Site<'d>) -> Option<usize> {
        self.numbers.get(&site.id()).copied()
    }

    /// What a schema refers to, in words. A `$dynamicRef` is taken for a `$ref`.
    pub(crate) fn reference(&self, site: Site<'d>) -> Option<&'d str> {
        match self.dialect {
            Dialect::Draft4 => site.text("$ref"),
            Dialect::Draft202012 => site.text("$ref").or_else(|| site.text("$dynamicRef")),
        }
    }
}

fn is_checked(site: Site<'_>) -> bool {
    CHECKED.iter().any(|keyword| site.get(keyword).is_some())
}
