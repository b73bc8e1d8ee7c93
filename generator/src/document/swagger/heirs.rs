use std::collections::{BTreeMap, BTreeSet, VecDeque};

use indexmap::IndexMap;

use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::reference::step;
use crate::source::Place;

/// Which definitions extend which: those that have them in their `allOf`.
///
/// A discriminator of Swagger 2.0 (§4.3.19) says only a property; its values are the names of the definitions that extend
/// the one that has it, or what an extension of theirs says.
#[derive(Debug, Default)]
pub(in crate::document) struct Heirs {
    /// By the place of what they extend, in the order in which they stand in their files.
    of: BTreeMap<Place, Vec<Place>>,
}

/// Extensions by which a definition says the value of the discriminator that names it.
const VALUES: &[&str] = &["x-ms-discriminator-value", "x-discriminator-value"];

impl<'s> Reader<'s, '_> {
    /// The references to the definitions that extend the one at `base`, by the value of the discriminator.
    pub(in crate::document) fn heirs_of(&mut self, base: &Node<'s>) -> IndexMap<String, String> {
        if self.heirs.is_none() {
            self.heirs = Some(self.find_heirs());
        }
        let mut mapping = IndexMap::new();
        let mut seen = BTreeSet::from([base.place.clone()]);
        let mut pending = VecDeque::from([base.place.clone()]);
        while let Some(place) = pending.pop_front() {
            for heir in self.direct_heirs(&place) {
                if !seen.insert(heir.clone()) {
                    continue;
                }
                let Some(node) = Node::root(self.sources, heir.file).below(&heir.pointer) else {
                    continue;
                };
                let reference = self.component_at(&node);
                mapping.entry(value_of(&node)).or_insert(reference);
                pending.push_back(heir);
            }
        }
        mapping
    }

    fn direct_heirs(&self, place: &Place) -> Vec<Place> {
        let heirs = self.heirs.as_ref().and_then(|heirs| heirs.of.get(place));
        heirs.cloned().unwrap_or_default()
    }

    fn find_heirs(&self) -> Heirs {
        let mut heirs = Heirs::default();
        for file in self.library.files() {
            let root = Node::root(self.sources, file);
            let definitions = root.field("definitions");
            for (_, definition) in definitions.into_iter().flat_map(|node| node.members()) {
                let parts = definition.field("allOf");
                for part in parts.into_iter().flat_map(|node| node.elements()) {
                    let Some(reference) = part.peek("$ref") else {
                        continue;
                    };
                    if let Ok(base) = step(self.sources, &self.library, &part, reference) {
                        let base = self.end(&base).place;
                        heirs
                            .of
                            .entry(base)
                            .or_default()
                            .push(definition.place.clone());
                    }
                }
            }
        }
        heirs
    }
}

/// The value of the discriminator that names a definition.
fn value_of(definition: &Node<'_>) -> String {
    let said = VALUES.iter().find_map(|name| definition.peek(name));
    match said {
        Some(said) => said.to_owned(),
        None => definition
            .place
            .pointer
            .last()
            .map(|name| name.to_string())
            .unwrap_or_default(),
    }
}
