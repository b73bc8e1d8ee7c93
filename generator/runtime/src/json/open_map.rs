use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

use crate::json::object::unordered_hash;
use crate::json::{Decode, Encode, Fault, Map, Reader, UnknownFields, Writer};

/// The members of an object that have no names in its type, in order. It is a [`Map`] of those
/// whose values are of one type; members of other values are kept beside it and sent back.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenMap<V> {
    fitting: Map<V>,
    others: UnknownFields,
}

impl<V> OpenMap<V> {
    /// The members whose values are of another type.
    pub fn unknown_fields(&self) -> &UnknownFields {
        &self.others
    }

    /// The members whose values are of another type, to add to or take from.
    pub fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.others
    }
}

impl<V: Decode> OpenMap<V> {
    fn read(&mut self, name: Cow<'_, str>, reader: &mut Reader<'_>) -> Result<(), Fault> {
        match reader.attempt(V::decode)? {
            Some(value) => {
                self.others.forget(&name);
                self.fitting.insert(name.into_owned(), value);
            }
            None => {
                self.fitting.swap_remove(&*name);
                reader.keep(name, &mut self.others)?;
            }
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Reads the value of a member that has no name in the type: it is one of `members`, or it is
    /// kept beside them if it is not of their type.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn insert_fitting<V: Decode>(
        &mut self,
        key: &str,
        members: &mut OpenMap<V>,
    ) -> Result<(), Fault> {
        members.read(Cow::Borrowed(key), self)
    }
}

impl<V: Eq> Eq for OpenMap<V> {}

impl<V: Hash> Hash for OpenMap<V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(unordered_hash(&self.fitting));
        self.others.hash(state);
    }
}

impl<V> Default for OpenMap<V> {
    fn default() -> Self {
        Self::from(Map::new())
    }
}

impl<V> From<Map<V>> for OpenMap<V> {
    fn from(fitting: Map<V>) -> Self {
        Self {
            fitting,
            others: UnknownFields::default(),
        }
    }
}

impl<N: Into<String>, V> FromIterator<(N, V)> for OpenMap<V> {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let members = members.into_iter();
        Self::from(
            members
                .map(|(name, value)| (name.into(), value))
                .collect::<Map<V>>(),
        )
    }
}

impl<V> IntoIterator for OpenMap<V> {
    type Item = (String, V);
    type IntoIter = ::indexmap::map::IntoIter<String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.fitting.into_iter()
    }
}

impl<'a, V> IntoIterator for &'a OpenMap<V> {
    type Item = (&'a String, &'a V);
    type IntoIter = ::indexmap::map::Iter<'a, String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.fitting.iter()
    }
}

impl<V> Deref for OpenMap<V> {
    type Target = Map<V>;

    fn deref(&self) -> &Self::Target {
        &self.fitting
    }
}

impl<V> DerefMut for OpenMap<V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.fitting
    }
}

impl<V: Decode> Decode for OpenMap<V> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_object("")?;
        let mut members = Self::default();
        while let Some(name) = reader.next_key()? {
            members.read(name, reader)?;
        }
        Ok(members)
    }
}

impl<V: Encode> Encode for OpenMap<V> {
    fn encode(&self, writer: &mut Writer) {
        writer.object(&[], self);
    }
}
