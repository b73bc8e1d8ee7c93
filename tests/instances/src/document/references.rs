use std::collections::BTreeMap;

use clientwright::source::Sources;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::components::named;
use super::{Document, Site};

/// What references lead to.
#[derive(Debug)]
pub(crate) struct References<'d> {
    document: &'d Document,
    /// By file and name.
    anchors: BTreeMap<(&'d str, &'d str), Site<'d>>,
    /// By `$id`, as it is written.
    ids: BTreeMap<&'d str, Site<'d>>,
    names: BTreeMap<&'d str, Site<'d>>,
}

/// The most references that the way of a pointer leads through.
const HOPS: usize = 32;

impl<'d> References<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        let mut references = Self {
            document,
            anchors: BTreeMap::new(),
            ids: BTreeMap::new(),
            names: named(document)
                .map(|(_, name, site)| (name, site))
                .collect(),
        };
        let mut rest: Vec<Site<'d>> = document.files().collect();
        while let Some(site) = rest.pop() {
            for keyword in ["$anchor", "$dynamicAnchor"] {
                if let Some(name) = site.text(keyword) {
                    references.anchors.insert((site.file, name), site);
                }
            }
            if let Some(id) = site.text("$id") {
                references.ids.insert(id.trim_end_matches('#'), site);
            }
            if let Some(map) = site.value.as_object() {
                rest.extend(map.values().map(|value| site.within(value)));
            }
            if let Some(list) = site.value.as_array() {
                rest.extend(list.iter().map(|value| site.within(value)));
            }
        }
        references
    }

    /// The component of a name.
    pub(crate) fn component(&self, name: &str) -> Option<Site<'d>> {
        self.names.get(name).copied()
    }

    /// What a reference that is written in `base` leads to; a component's bare name is taken for one, too.
    pub(crate) fn resolve(&self, base: Site<'d>, reference: &str) -> Option<Site<'d>> {
        self.hop(base, reference, HOPS)
            .or_else(|| self.component(reference))
    }

    fn hop(&self, base: Site<'d>, reference: &str, hops: usize) -> Option<Site<'d>> {
        let hops = hops.checked_sub(1)?;
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let fragment = percent_decode_str(fragment).decode_utf8().ok()?;
        let file = if path.is_empty() {
            self.document.file(base.file)?
        } else if let Some(site) = self.ids.get(path) {
            *site
        } else {
            self.document.file(&Sources::join(base.file, path)?)?
        };
        if !fragment.starts_with('/') {
            let anchor = (!fragment.is_empty()).then(|| (file.file, fragment.as_ref()));
            return anchor.map_or(Some(file), |key| self.anchor(key));
        }
        let own = Site {
            value: base.resource,
            ..base
        };
        let own = path.is_empty().then(|| self.walk(own, &fragment, hops));
        own.flatten().or_else(|| self.walk(file, &fragment, hops))
    }

    fn anchor(&self, key: (&str, &str)) -> Option<Site<'d>> {
        self.anchors.get(&key).copied()
    }

    /// Goes along a pointer, through the references that stand in its way.
    fn walk(&self, from: Site<'d>, pointer: &str, hops: usize) -> Option<Site<'d>> {
        let mut at = from;
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            if step(at.value, &token).is_none()
                && let Some(reference) = at.text("$ref")
            {
                at = self.hop(at, reference, hops)?;
            }
            at = at.within(step(at.value, &token)?);
        }
        Some(at)
    }
}

fn step<'d>(value: &'d Value, token: &str) -> Option<&'d Value> {
    match value.as_array() {
        Some(list) => list.get(token.parse::<usize>().ok()?),
        None => value.get(token),
    }
}
