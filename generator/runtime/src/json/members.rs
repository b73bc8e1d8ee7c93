use crate::json::{Decode, Fault, Json, Reader, UnknownFields};

impl Reader<'_> {
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
                self.rewind_failed(mark);
                Ok(None)
            }
        }
    }
}
