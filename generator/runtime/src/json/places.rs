use crate::json::{Decode, Fault, Json, ObjectStart, Reader, UnknownFields};

/// Objects, read member by member into places that are there already: the shortest code for a
/// struct, since there is little to drop wherever it may fail.
impl<'a> Reader<'a> {
    /// Reads an object: `member` is called for each member with its name, and reads its value.
    /// `expected` is the name of the type, as messages show it.
    ///
    /// # Errors
    /// If no object begins here, or if `member` fails.
    pub fn object(
        &mut self,
        expected: &'static str,
        member: &mut dyn FnMut(&mut Self, &str) -> Result<(), Fault>,
    ) -> Result<ObjectStart, Fault> {
        let start = self.begin_object(expected)?;
        while let Some(key) = self.next_key()? {
            member(self, &key)?;
        }
        Ok(start)
    }

    /// Reads a value into its place.
    ///
    /// # Errors
    /// If it is not of this type.
    pub fn set<T: Decode>(&mut self, place: &mut T) -> Result<(), Fault> {
        *place = T::decode(self)?;
        Ok(())
    }

    /// Reads the value of a required member into its place.
    ///
    /// # Errors
    /// If it is not of this type.
    pub fn set_some<T: Decode>(&mut self, place: &mut Option<T>) -> Result<(), Fault> {
        *place = Some(T::decode(self)?);
        Ok(())
    }

    /// Reads the value of an optional member into its place. A `null`, which the type does not
    /// allow, is kept as an unknown field, so that it is sent back.
    ///
    /// # Errors
    /// If it is not of this type.
    pub fn set_optional<T: Decode>(
        &mut self,
        key: &str,
        place: &mut Option<T>,
        unknown: &mut UnknownFields,
    ) -> Result<(), Fault> {
        if self.null()? {
            *place = None;
            unknown.insert(key, Json::Null);
            return Ok(());
        }
        self.set_some(place)
    }

    /// The fault that the object which began at `start`, and has been read, lacks one of these
    /// members: the first of them.
    #[cold]
    pub fn incomplete(&self, start: ObjectStart, required: &'static [&'static str]) -> Fault {
        let names = self.names(start);
        let lacking = required.iter().find(|name| !names.contains(**name));
        self.missing(start, lacking.copied().unwrap_or_default())
    }
}
