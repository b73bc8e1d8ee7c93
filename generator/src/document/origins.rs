use std::collections::BTreeMap;

use super::further::Further;
use super::references::References;
use crate::source::{FileId, Place, Pointer};

/// A description in OpenAPI 3.0's words: one value, whatever number of files it was read from.
#[derive(Debug)]
pub struct Document {
    /// The description. Every `$ref` in it points into its own `components`.
    pub openapi: openapiv3::OpenAPI,
    /// What it has no field for.
    pub further: Further,
    /// Where its parts were written.
    pub origins: Origins,
    /// What its references name.
    pub references: References,
    /// The file that says how the description is read, if there is one.
    pub config: Option<FileId>,
}

/// Maps pointers into the united description to the places where the parts were written.
///
/// An entry holds for everything below it that has no entry of its own.
#[derive(Debug)]
pub struct Origins {
    root: FileId,
    moved: BTreeMap<Pointer, Place>,
}

impl Origins {
    /// A description that stands in `root` where nothing else is said.
    pub fn new(root: FileId) -> Self {
        Self {
            root,
            moved: BTreeMap::new(),
        }
    }

    /// Says that what `pointer` names was written at `place`.
    pub fn record(&mut self, pointer: Pointer, place: Place) {
        self.moved.insert(pointer, place);
    }

    /// Where the value was written that `pointer` names, if an entry says it of this very value.
    pub fn moved(&self, pointer: &Pointer) -> Option<&Place> {
        self.moved.get(pointer)
    }

    /// Where the value was written that `pointer` names in the united description.
    pub fn place(&self, pointer: &Pointer) -> Place {
        let mut holder = Some(pointer.clone());
        while let Some(candidate) = holder {
            if let Some(place) = self.moved.get(&candidate) {
                let below = pointer
                    .as_str()
                    .get(candidate.as_str().len()..)
                    .unwrap_or_default();
                let text = format!("{}{below}", place.pointer);
                return Place::new(place.file, Pointer::parse(&text).unwrap_or_default());
            }
            holder = candidate.parent();
        }
        Place::new(self.root, pointer.clone())
    }
}
