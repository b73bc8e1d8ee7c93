use std::borrow::Cow;

use crate::json::{Decode, Fault, Json, ObjectStart, Reader, UnknownFields};

impl<'a> Reader<'a> {
    /// The value of a required member, if it was there.
    ///
    /// # Errors
    /// If it was not.
    pub fn required<T>(
        &self,
        start: ObjectStart,
        field: &'static str,
        value: Option<T>,
    ) -> Result<T, Fault> {
        match value {
            Some(value) => Ok(value),
            None => Err(self.missing(start, field)),
        }
    }

    /// Reads the value of an optional member. A `null`, which the type does not allow, is kept as
    /// an unknown field, so that it is sent back.
    ///
    /// # Errors
    /// If the value is not of this type.
    pub fn optional<T: Decode>(
        &mut self,
        key: Cow<'a, str>,
        unknown: &mut UnknownFields,
    ) -> Result<Option<T>, Fault> {
        if self.null()? {
            keep_null(key, unknown);
            return Ok(None);
        }
        T::decode(self).map(Some)
    }

    /// Reads and keeps the value of a member that has no name in the type.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn keep(
        &mut self,
        key: impl Into<String>,
        unknown: &mut UnknownFields,
    ) -> Result<(), Fault> {
        let value = Json::decode(self)?;
        unknown.insert(key, value);
        Ok(())
    }

    /// Reads a value; if it is not of the type, the reader is back where it was, for one of another
    /// type.
    ///
    /// # Errors
    /// If the text is no JSON, so that no other type fits either.
    pub fn attempt<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        let mark = self.mark();
        match decode(self) {
            Ok(value) => Ok(Some(value)),
            Err(fault) if fault.is_broken() => Err(fault),
            Err(_) => {
                self.rewind(mark);
                Ok(None)
            }
        }
    }

    /// Reads the chosen variant of a union; a value that it turns out not to be is read as the
    /// unknown one.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn variant<T: Decode, J: Decode, U>(
        &mut self,
        known: fn(T) -> U,
        unknown: fn(J) -> U,
    ) -> Result<U, Fault> {
        match self.attempt(T::decode)? {
            Some(value) => Ok(known(value)),
            None => J::decode(self).map(unknown),
        }
    }
}

#[cold]
fn keep_null(key: Cow<'_, str>, unknown: &mut UnknownFields) {
    unknown.insert(key, Json::Null);
}
