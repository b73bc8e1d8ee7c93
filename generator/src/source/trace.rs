use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Place, Pointer};

/// Where the parts of a value were written that was put together from several texts.
///
/// Of what nothing is said, the text of the value tells the place.
#[derive(Debug, Clone)]
pub struct Trace {
    place: Place,
    /// The members of an object that stand elsewhere, or nowhere any more.
    members: BTreeMap<String, Option<Trace>>,
    /// Where each element of an array stands, if not all of them are where they were.
    elements: Option<Vec<Trace>>,
}

impl Trace {
    /// A value that stands in a text as a whole.
    pub fn written(place: Place) -> Self {
        Self {
            place,
            members: BTreeMap::new(),
            elements: None,
        }
    }

    /// The part that one name leads to: a member, or an element by its index.
    pub fn part(&self, name: &str) -> Self {
        self.known(name)
            .map_or_else(|| Self::written(self.place.clone()), Cow::into_owned)
    }

    /// What is known of a member, to be changed.
    pub fn member(&mut self, name: &str) -> &mut Self {
        let written = || Self::written(self.place.child(name));
        let part = self.members.entry(name.to_owned());
        part.or_default().get_or_insert_with(written)
    }

    /// Says where a member stands that is new, or that something else replaces.
    pub fn insert(&mut self, name: &str, part: Self) {
        self.members.insert(name.to_owned(), Some(part));
    }

    /// Says that a member is there no longer.
    pub fn remove(&mut self, name: &str) {
        self.members.insert(name.to_owned(), None);
    }

    /// Where the elements of an array of this length stand, to be changed as the array is.
    pub fn elements(&mut self, length: usize) -> &mut Vec<Self> {
        let written = |index| Self::written(self.place.index(index));
        self.elements
            .get_or_insert_with(|| (0..length).map(written).collect())
    }

    /// Where the value was written that `pointer` names below this one; of one that is nowhere, what would hold it.
    pub fn place(&self, pointer: &Pointer) -> Place {
        self.at(pointer).place.clone()
    }

    /// What is known of the value that `pointer` names below this one; of one that is nowhere, of what would hold it.
    pub fn at(&self, pointer: &Pointer) -> Cow<'_, Self> {
        let mut here = Cow::Borrowed(self);
        for segment in pointer.segments() {
            let part = match &here {
                Cow::Borrowed(trace) => trace.known(&segment),
                Cow::Owned(trace) => trace
                    .known(&segment)
                    .map(|part| Cow::Owned(part.into_owned())),
            };
            match part {
                Some(part) => here = part,
                None => break,
            }
        }
        here
    }

    /// What is known of a part; nothing of one that is not there.
    fn known(&self, name: &str) -> Option<Cow<'_, Self>> {
        if let Some(elements) = &self.elements {
            return elements.get(name.parse::<usize>().ok()?).map(Cow::Borrowed);
        }
        match self.members.get(name) {
            Some(part) => part.as_ref().map(Cow::Borrowed),
            None => Some(Cow::Owned(Self::written(self.place.child(name)))),
        }
    }
}
