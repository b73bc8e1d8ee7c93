use std::collections::BTreeMap;

use super::node::Node;
use super::reader::Reader;
use crate::source::{FileId, Place};

/// Which part of the files each `$ref` names, as it was written: what is united has other places.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// The files that are descriptions themselves, the first one first; the others are only referred to.
    pub documents: Vec<FileId>,
    /// Where a reference stands, and where what it names stands.
    pub targets: BTreeMap<Place, Place>,
}

impl<'s> Reader<'s, '_> {
    /// Keeps where the `$ref` of `holder` leads, if `reference` is what it says.
    pub(super) fn refers(&mut self, holder: &Node<'s>, reference: &str, target: &Node<'s>) {
        if holder.peek("$ref") == Some(reference) {
            let target = target.place.clone();
            self.references.targets.insert(holder.place.clone(), target);
        }
    }
}
