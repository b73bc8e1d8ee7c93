use crate::document::Origins;
use crate::source::{Place, Pointer};

/// A position in the united description, and where it was written.
#[derive(Debug, Clone)]
pub(super) struct At {
    pub(super) pointer: Pointer,
    pub(super) place: Place,
}

impl At {
    /// The position that `pointer` names.
    pub(super) fn new(origins: &Origins, pointer: Pointer) -> Self {
        Self {
            place: origins.place(&pointer),
            pointer,
        }
    }

    /// The member `name` of the object here.
    pub(super) fn child(&self, origins: &Origins, name: &str) -> Self {
        let pointer = self.pointer.child(name);
        let place = origins
            .moved(&pointer)
            .cloned()
            .unwrap_or_else(|| self.place.child(name));
        Self { pointer, place }
    }

    /// The element `index` of the array here.
    pub(super) fn index(&self, origins: &Origins, index: usize) -> Self {
        let pointer = self.pointer.index(index);
        let place = origins
            .moved(&pointer)
            .cloned()
            .unwrap_or_else(|| self.place.index(index));
        Self { pointer, place }
    }
}
