use crate::json::{
    Decode, Decoded, Fault, Json, Nullable, ObjectStart, OpenMap, Reader, UnknownFields,
};

/// A member of an object that has a place in its type, to be read into.
pub enum Place<'p> {
    /// One that must be there.
    Required(&'static str, &'p mut dyn Slot),
    /// One that may be left out.
    Optional(&'static str, &'p mut dyn Slot),
}

/// Where the value of a member goes.
pub trait Slot {
    /// Reads the value.
    ///
    /// # Errors
    /// If it is not of the type.
    fn read(&mut self, reader: &mut Reader<'_>) -> Decoded<()>;

    /// Takes a `null`; whether the type has a value that says so.
    fn take_null(&mut self) -> bool;

    /// Whether nothing has been read.
    fn is_empty(&self) -> bool;
}

/// Where members go that have no place of their own.
pub trait Rest {
    /// Reads the value of a member.
    ///
    /// # Errors
    /// If the text is no JSON here.
    fn read(&mut self, key: &str, reader: &mut Reader<'_>) -> Decoded<()>;

    /// Keeps the `null` of a member whose type has none, so that it is sent back.
    fn keep_null(&mut self, key: &str);
}

impl Reader<'_> {
    /// Reads an object into places that are there already: a struct needs the shortest code so,
    /// for there is little to drop wherever it may fail. `expected` is the name of the type, as
    /// messages show it.
    ///
    /// # Errors
    /// If no object begins here, if a value is not of the type of its place, or if a required
    /// member is not there.
    pub fn object(
        &mut self,
        expected: &'static str,
        places: &mut [Place<'_>],
        rest: &mut dyn Rest,
    ) -> Decoded<ObjectStart> {
        let start = self.begin_object(expected)?;
        // Most members come in the order of the description.
        let mut likely = 0;
        while let Some(key) = self.next_key()? {
            match find(places, likely, &key) {
                Some(found) => {
                    likely = found + 1;
                    self.member(&key, places.get_mut(found), rest)?;
                }
                None => rest.read(&key, self)?,
            }
        }
        match places.iter().find_map(Place::lacking) {
            Some(name) => Err(self.missing(start, name)),
            None => Ok(start),
        }
    }

    /// Reads the value of a member into its place.
    fn member(
        &mut self,
        key: &str,
        place: Option<&mut Place<'_>>,
        rest: &mut dyn Rest,
    ) -> Decoded<()> {
        match place {
            Some(Place::Required(_, slot)) => slot.read(self),
            Some(Place::Optional(_, slot)) if self.null()? => {
                if !slot.take_null() {
                    rest.keep_null(key);
                }
                Ok(())
            }
            Some(Place::Optional(_, slot)) => slot.read(self),
            None => Ok(()),
        }
    }

    /// The fault that a required member of the object that began at `start` has no value, after
    /// all; [`object`](Self::object) has looked for them all and fails before.
    #[cold]
    pub fn incomplete(&self, start: ObjectStart) -> Fault {
        self.missing(start, "")
    }
}

/// The index of the place of a member, which is at `likely` or not far behind.
fn find(places: &[Place<'_>], likely: usize, key: &str) -> Option<usize> {
    let (before, behind) = places.split_at_checked(likely)?;
    let is_it = |place: &Place<'_>| place.name() == key;
    match behind.iter().position(is_it) {
        Some(index) => Some(likely + index),
        None => before.iter().position(is_it),
    }
}

impl Place<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Required(name, _) | Self::Optional(name, _) => name,
        }
    }

    /// The name of a member that must be there and is not.
    fn lacking(&self) -> Option<&'static str> {
        match self {
            Self::Required(name, slot) => slot.is_empty().then_some(*name),
            Self::Optional(..) => None,
        }
    }
}

impl<T: Decode> Slot for Option<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Decoded<()> {
        *self = Some(T::decode(reader)?);
        Ok(())
    }

    fn take_null(&mut self) -> bool {
        *self = None;
        false
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<T: Decode> Slot for Nullable<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Decoded<()> {
        *self = Self::Value(T::decode(reader)?);
        Ok(())
    }

    fn take_null(&mut self) -> bool {
        *self = Self::Null;
        true
    }

    fn is_empty(&self) -> bool {
        self.is_absent()
    }
}

impl Rest for UnknownFields {
    fn read(&mut self, key: &str, reader: &mut Reader<'_>) -> Decoded<()> {
        reader.keep(key, self)
    }

    fn keep_null(&mut self, key: &str) {
        self.insert(key, Json::Null);
    }
}

impl<V: Decode> Rest for OpenMap<V> {
    fn read(&mut self, key: &str, reader: &mut Reader<'_>) -> Decoded<()> {
        reader.insert_fitting(key, self)
    }

    fn keep_null(&mut self, key: &str) {
        self.unknown_fields_mut().insert(key, Json::Null);
    }
}
