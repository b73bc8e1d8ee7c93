use serde_json::{Map, Value};

use crate::source::{FileId, Place, Pointer, Sources};

/// A value and where it was written.
#[derive(Debug, Clone)]
pub(super) struct Node<'s> {
    /// What was written.
    pub(super) value: &'s Value,
    /// Where.
    pub(super) place: Place,
}

impl<'s> Node<'s> {
    /// The whole value of a file.
    pub(super) fn root(sources: &'s Sources, file: FileId) -> Self {
        Self {
            value: sources.value(file),
            place: Place::new(file, Pointer::root()),
        }
    }

    /// The members, if this is an object.
    pub(super) fn object(&self) -> Option<&'s Map<String, Value>> {
        self.value.as_object()
    }

    /// Whether this is an object with a member `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.object()
            .is_some_and(|members| members.contains_key(name))
    }

    /// The member `name`, if this is an object that has it.
    pub(super) fn field(&self, name: &str) -> Option<Self> {
        let value = self.object()?.get(name)?;
        Some(Self {
            value,
            place: self.place.child(name),
        })
    }

    /// Every member of the object; none, if this is no object.
    pub(super) fn members(&self) -> Vec<(&'s str, Self)> {
        let members = self.object().into_iter().flatten();
        members
            .map(|(name, value)| {
                (
                    name.as_str(),
                    Self {
                        value,
                        place: self.place.child(name),
                    },
                )
            })
            .collect()
    }

    /// Every element of the array; none, if this is no array.
    pub(super) fn elements(&self) -> Vec<Self> {
        let elements = self.value.as_array().into_iter().flatten();
        elements
            .enumerate()
            .map(|(index, value)| Self {
                value,
                place: self.place.index(index),
            })
            .collect()
    }

    /// The text of the member `name`, if it is one. For looking ahead; nothing is reported.
    pub(super) fn peek(&self, name: &str) -> Option<&'s str> {
        self.object()?.get(name)?.as_str()
    }

    /// What one segment of a pointer names here: a member, or an element by its index.
    pub(super) fn step(&self, segment: &str) -> Option<Self> {
        let Some(elements) = self.value.as_array() else {
            return self.field(segment);
        };
        let index: usize = segment.parse().ok()?;
        Some(Self {
            value: elements.get(index)?,
            place: self.place.index(index),
        })
    }

    /// What `pointer` names below this value.
    pub(super) fn below(&self, pointer: &Pointer) -> Option<Self> {
        let mut node = self.clone();
        for segment in pointer.segments() {
            node = node.step(&segment)?;
        }
        Some(node)
    }
}
