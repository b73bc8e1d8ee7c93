use std::collections::BTreeMap;

use url::Url;

use crate::source::{FileId, Place, Pointer, Sources};

use super::node::Node;
use super::reference::{fragment_pointer, halves};

/// The schemas that say by `$id` under which URI they are to be found (JSON Schema 2020-12 core §8.2.1), and the documents
/// that do so by `$self` (OAS 3.2 §4.1.1). A URI only names them: nothing is fetched.
#[derive(Debug, Default)]
pub(super) struct Resources {
    places: BTreeMap<Url, Place>,
    uris: BTreeMap<Place, Url>,
}

impl Resources {
    /// Looks for them in these files.
    pub(super) fn of(sources: &Sources, files: impl Iterator<Item = FileId>) -> Self {
        let mut resources = Self::default();
        for file in files {
            let Some(base) = file_uri(sources, file) else {
                continue;
            };
            let mut pending = vec![(Node::root(sources, file), base)];
            while let Some((node, base)) = pending.pop() {
                let base = resources.add(&node, base);
                let members = node.members().into_iter();
                let schemas = members.filter(|(name, _)| !holds_values(name));
                pending.extend(schemas.map(|(_, member)| (member, base.clone())));
                let elements = node.elements().into_iter();
                pending.extend(elements.map(|element| (element, base.clone())));
            }
        }
        resources
    }

    /// What `reference`, written in `holder`, names by a URI, or within the schema around it that has one.
    ///
    /// `None` also of references that are right without: those to files and to the whole of a file.
    pub(super) fn step<'s>(
        &self,
        sources: &'s Sources,
        holder: &Node<'s>,
        reference: &str,
    ) -> Option<Node<'s>> {
        if self.places.is_empty() {
            return None;
        }
        let (path, fragment) = halves(reference);
        let around = self.around(&holder.place);
        let place = match path {
            "" => around?,
            path => {
                let own = around.and_then(|place| self.uris.get(place)).cloned();
                let base = own.or_else(|| file_uri(sources, holder.place.file))?;
                self.places.get(&base.join(path).ok()?)?
            }
        };
        let node = Node::root(sources, place.file).below(&place.pointer)?;
        match fragment_pointer(fragment) {
            Some(pointer) => node.below(&pointer),
            None => self.anchored(&node, fragment),
        }
    }

    /// The innermost schema with a URI that holds a place.
    fn around(&self, place: &Place) -> Option<&Place> {
        let mut pointer = Some(place.pointer.clone());
        while let Some(current) = pointer {
            let holder = Place::new(place.file, current.clone());
            if let Some((holder, _)) = self.uris.get_key_value(&holder) {
                return Some(holder);
            }
            pointer = current.parent();
        }
        None
    }

    /// The schema of this name in one that has a URI, those in it that have one of their own apart.
    fn anchored<'s>(&self, root: &Node<'s>, name: &str) -> Option<Node<'s>> {
        let mut pending = vec![root.clone()];
        while let Some(node) = pending.pop() {
            if node.place != root.place && self.uris.contains_key(&node.place) {
                continue;
            }
            if is_anchor(&node, name) {
                return Some(node);
            }
            pending.extend(node.members().into_iter().rev().map(|(_, member)| member));
            pending.extend(node.elements().into_iter().rev());
        }
        None
    }

    /// Remembers the URI of a value that says one, and gives the base of what it holds.
    fn add(&mut self, node: &Node<'_>, base: Url) -> Url {
        let own = match node.place.pointer == Pointer::root() {
            true => node.peek("$self").or_else(|| node.peek("$id")),
            false => node.peek("$id"),
        };
        let uri = own
            .filter(|own| !own.starts_with('#'))
            .and_then(|own| base.join(own).ok());
        let Some(mut uri) = uri else {
            return base;
        };
        uri.set_fragment(None);
        self.places
            .entry(uri.clone())
            .or_insert_with(|| node.place.clone());
        self.uris.insert(node.place.clone(), uri.clone());
        uri
    }
}

/// Whether a schema says that it is called so (JSON Schema 2020-12 core §8.2.2; draft 7 core §8.2.3).
pub(super) fn is_anchor(node: &Node<'_>, name: &str) -> bool {
    let says = |keyword: &str| node.peek(keyword) == Some(name);
    says("$anchor")
        || says("$dynamicAnchor")
        || node.peek("$id").and_then(|id| id.strip_prefix('#')) == Some(name)
}

/// Members that hold values and no schemas.
fn holds_values(name: &str) -> bool {
    matches!(name, "example" | "examples" | "default" | "enum" | "const")
}

/// A URI that stands for a file, so that relative ones in it have a base.
fn file_uri(sources: &Sources, file: FileId) -> Option<Url> {
    let mut uri = Url::parse("file:///").ok()?;
    uri.set_path(sources.path(file));
    Some(uri)
}
