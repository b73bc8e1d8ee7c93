use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::heights::heights;
use super::heirs::{Heir, heirs};
use super::nulls::nullable;
use super::schemas::Schemas;
use crate::document::{Dialect, Document, Id, References, Site, components};
use crate::judge::{Judge, Reading};

/// A description with everything that is found out once: what its references lead to, how deep its schemas reach, and a
/// judge over all of them.
#[derive(Debug)]
pub struct World<'d> {
    document: &'d Document,
    references: References<'d>,
    names: BTreeMap<Id, String>,
    schemas: Schemas<'d>,
    heights: BTreeMap<Id, u32>,
    nullable: BTreeSet<Id>,
    targets: BTreeMap<Id, Site<'d>>,
    checked: BTreeSet<Id>,
    heirs: BTreeMap<Id, Vec<Heir<'d>>>,
    judge: Judge,
    loose: OnceCell<Judge>,
}

impl<'d> World<'d> {
    /// Looks over the components of a document, and over the schemas at `pointers`: `#/paths/…/schema` of a root.
    pub fn new(document: &'d Document, pointers: &[String]) -> Self {
        let references = References::new(document);
        let named = components(document).into_iter();
        let entries: Vec<(String, Site<'d>)> = named
            .filter_map(|component| {
                let file = document.file(&component.file)?;
                let site = references.resolve(file, &component.pointer)?;
                Some((component.name, site))
            })
            .collect();
        let further = pointers
            .iter()
            .filter_map(|pointer| entry(document, &references, pointer));
        let sites: Vec<Site<'d>> = entries
            .iter()
            .map(|(_, site)| *site)
            .chain(further)
            .collect();
        let schemas = Schemas::new(&sites, &references, document.dialect());
        let heirs = heirs(&entries, &references);
        let judge = Judge::new(&schemas, &references, Reading::Strict);
        let all = schemas.all().iter().copied();
        let target = |site: Site<'d>| {
            let reference = schemas.reference(site)?;
            Some((site.id(), references.resolve(site, reference)?))
        };
        Self {
            document,
            heights: heights(&schemas, &references),
            nullable: nullable(&schemas, &references),
            checked: schemas.checked().map(|site| site.id()).collect(),
            targets: all.filter_map(target).collect(),
            names: entries
                .into_iter()
                .map(|(name, site)| (site.id(), name))
                .collect(),
            heirs,
            judge,
            loose: OnceCell::new(),
            schemas,
            references,
        }
    }

    /// The words that the description is written in.
    pub fn dialect(&self) -> Dialect {
        self.schemas.dialect()
    }

    /// Whether a value fits the schema of a component's name or of a pointer, in the judge's view; a schema that was not
    /// looked over fits nothing.
    pub fn fits(&self, name: &str, value: &Value, reading: Reading) -> bool {
        let site = self.entry(name);
        let number = site.and_then(|site| self.schemas.number(site));
        number.is_some_and(|number| self.judge(reading).fits(number, value))
    }

    fn judge(&self, reading: Reading) -> &Judge {
        let loose = || Judge::new(&self.schemas, &self.references, Reading::Loose);
        match reading {
            Reading::Strict => &self.judge,
            Reading::Loose => self.loose.get_or_init(loose),
        }
    }

    /// Why the judge lets nothing pass, if so.
    pub fn fault(&self) -> Option<&str> {
        self.judge.fault()
    }

    /// The schema of a component's name, or at a pointer of a root.
    pub(crate) fn entry(&self, name: &str) -> Option<Site<'d>> {
        let component = self.references.component(name);
        component.or_else(|| entry(self.document, &self.references, name))
    }

    /// Whether a value fits a schema that is judged by itself; one that is not is judged with what it is in.
    pub(crate) fn passes(&self, site: Site<'d>, value: &Value, reading: Reading) -> bool {
        let number = self.schemas.number(site);
        number.is_none_or(|number| self.judge(reading).fits(number, value))
    }

    /// The schema that a schema refers to.
    pub(crate) fn target(&self, site: Site<'d>) -> Option<Site<'d>> {
        self.targets.get(&site.id()).copied()
    }

    pub(crate) fn resolve(&self, site: Site<'d>, reference: &str) -> Option<Site<'d>> {
        self.references.resolve(site, reference)
    }

    pub(crate) fn component(&self, name: &str) -> Option<Site<'d>> {
        self.references.component(name)
    }

    /// The name of a component.
    pub(crate) fn name(&self, site: Site<'d>) -> Option<&str> {
        self.names.get(&site.id()).map(String::as_str)
    }

    /// How many levels the smallest instance has; the most there are, if every instance is endless.
    pub(crate) fn height(&self, site: Site<'d>) -> u32 {
        self.heights.get(&site.id()).copied().unwrap_or(0)
    }

    /// The schemas that are built on a base with a discriminator.
    pub(crate) fn heirs(&self, base: Site<'d>) -> &[Heir<'d>] {
        self.heirs.get(&base.id()).map_or(&[], Vec::as_slice)
    }

    /// Whether `null` is worth a try.
    pub(crate) fn accepts_null(&self, site: Site<'d>) -> bool {
        self.nullable.contains(&site.id())
    }

    /// Whether a value can break a schema although all of it was heeded when the value was made.
    pub(crate) fn is_checked(&self, site: Site<'d>) -> bool {
        self.checked.contains(&site.id())
    }
}

/// The schema at a pointer of the first root that has it, or of the file that is written before it.
fn entry<'d>(
    document: &'d Document,
    references: &References<'d>,
    pointer: &str,
) -> Option<Site<'d>> {
    let base = document.roots().next().map(|(path, _)| path)?;
    if !pointer.starts_with('#') {
        return references.resolve(document.file(base)?, pointer);
    }
    let mut roots = document.roots().filter_map(|(path, _)| document.file(path));
    roots.find_map(|root| references.resolve(root, pointer))
}
