use std::borrow::Cow;
use std::ops::{Deref, DerefMut};

use crate::json::{Decode, Encode, Fault, Map, Reader, UnknownFields, Writer};

/// The members of an object of which those whose names fit a pattern have values of one type, in
/// order. It is a [`Map`] of them; members of other values are kept beside it and sent back.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternMap<V> {
    fitting: Map<V>,
    others: UnknownFields,
}

impl<V> PatternMap<V> {
    /// The members whose values are of another type: their names do not fit the pattern.
    pub fn unknown_fields(&self) -> &UnknownFields {
        &self.others
    }

    /// The members whose values are of another type, to add to or take from.
    pub fn unknown_fields_mut(&mut self) -> &mut UnknownFields {
        &mut self.others
    }
}

impl<V: Decode> PatternMap<V> {
    fn read(&mut self, name: Cow<'_, str>, reader: &mut Reader<'_>) -> Result<(), Fault> {
        match reader.attempt(V::decode)? {
            Some(value) => _ = self.fitting.insert(name.into_owned(), value),
            None => reader.keep(name, &mut self.others)?,
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
        members: &mut PatternMap<V>,
    ) -> Result<(), Fault> {
        members.read(Cow::Borrowed(key), self)
    }
}

impl<V: Encode> PatternMap<V> {
    #[doc(hidden)]
    pub fn write(&self, writer: &mut Writer) {
        writer.members(&self.fitting);
        writer.unknown_fields(&self.others);
    }
}

impl<V: Eq> Eq for PatternMap<V> {}

impl<V> Default for PatternMap<V> {
    fn default() -> Self {
        Self::from(Map::new())
    }
}

impl<V> From<Map<V>> for PatternMap<V> {
    fn from(fitting: Map<V>) -> Self {
        Self {
            fitting,
            others: UnknownFields::default(),
        }
    }
}

impl<N: Into<String>, V> FromIterator<(N, V)> for PatternMap<V> {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let members = members.into_iter();
        Self::from(
            members
                .map(|(name, value)| (name.into(), value))
                .collect::<Map<V>>(),
        )
    }
}

impl<V> IntoIterator for PatternMap<V> {
    type Item = (String, V);
    type IntoIter = ::indexmap::map::IntoIter<String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.fitting.into_iter()
    }
}

impl<'a, V> IntoIterator for &'a PatternMap<V> {
    type Item = (&'a String, &'a V);
    type IntoIter = ::indexmap::map::Iter<'a, String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.fitting.iter()
    }
}

impl<V> Deref for PatternMap<V> {
    type Target = Map<V>;

    fn deref(&self) -> &Self::Target {
        &self.fitting
    }
}

impl<V> DerefMut for PatternMap<V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.fitting
    }
}

impl<V: Decode> Decode for PatternMap<V> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_object("")?;
        let mut members = Self::default();
        while let Some(name) = reader.next_key()? {
            members.read(name, reader)?;
        }
        Ok(members)
    }
}

impl<V: Encode> Encode for PatternMap<V> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        self.write(writer);
        writer.end_object();
    }
}
