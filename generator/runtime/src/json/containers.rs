use crate::json::{Decode, Encode, Fault, JsonObject, Reader, Writer};

/// The members of an object whose names the type does not say, in order.
pub type Map<V> = ::indexmap::IndexMap<String, V>;

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

impl<V: Decode> Decode for Map<V> {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.begin_object("")?;
        let mut members = Self::new();
        while let Some(name) = reader.next_key()? {
            members.insert(name.into_owned(), V::decode(reader)?);
        }
        Ok(members)
    }
}

impl<V: Encode> Encode for Map<V> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        for (name, value) in self {
            writer.field(name, value);
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
