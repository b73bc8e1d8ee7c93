use std::borrow::Cow;
use std::hash::Hash;

use crate::json::{Decode, Encode, Fault, JsonObject, Reader, Writer};

/// The members of an object whose names the type does not say, in order.
pub type Map<V, K = String> = ::indexmap::IndexMap<K, V>;

/// What names of members can be.
pub trait Key: Eq + Hash {
    /// The name.
    fn of_name(name: Cow<'_, str>) -> Self;

    /// The name, as it is written.
    fn name(&self) -> &str;
}

impl Key for String {
    fn of_name(name: Cow<'_, str>) -> Self {
        name.into_owned()
    }

    fn name(&self) -> &str {
        self
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_array()?;
        let mut items = Self::new();
        while reader.next_item()? {
            items.push(T::decode(reader)?);
        }
        Ok(items)
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_array();
        for item in self {
            writer.item(item);
        }
        writer.end_array();
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, writer: &mut Writer) {
        self.as_slice().encode(writer);
    }
}

impl<K: Key, V: Decode> Decode for Map<V, K> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_object("")?;
        let mut members = Self::new();
        while let Some(name) = reader.next_key()? {
            members.insert(K::of_name(name), V::decode(reader)?);
        }
        Ok(members)
    }
}

impl<K: Key, V: Encode> Encode for Map<V, K> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        for (name, value) in self {
            writer.field(name.name(), value);
        }
        writer.end_object();
    }
}

impl Decode for JsonObject {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_object("")?;
        let mut members = Self::new();
        while let Some(name) = reader.next_key()? {
            members.insert(name, crate::json::Json::decode(reader)?);
        }
        Ok(members)
    }
}

impl Encode for JsonObject {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        for (name, value) in self {
            writer.field(name, value);
        }
        writer.end_object();
    }
}

/// `null` is `None`.
impl<T: Decode> Decode for Option<T> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        if reader.null()? {
            return Ok(None);
        }
        T::decode(reader).map(Some)
    }
}

/// `None` is left out as a member, and `null` elsewhere.
impl<T: Encode> Encode for Option<T> {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.encode(writer),
            None => writer.null(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        T::decode(reader).map(Self::new)
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, writer: &mut Writer) {
        (**self).encode(writer);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self, writer: &mut Writer) {
        (**self).encode(writer);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}
