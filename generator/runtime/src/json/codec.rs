use crate::json::{Fault, Reader, Writer};

/// A value that was read, or why it could not be.
pub type Decoded<T> = Result<T, Fault>;

/// A type whose values can be read from JSON.
pub trait Decode: Sized {
    /// Reads the value at which the reader stands, and leaves the reader behind it.
    ///
    /// # Errors
    /// If the text there is no JSON, or is no value of this type.
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self>;
}

/// A type whose values can be written as JSON.
pub trait Encode {
    /// Appends this value. What JSON cannot express is remembered by the writer.
    fn encode(&self, writer: &mut Writer);

    /// Whether there is nothing to write: an optional member is then left out.
    fn is_absent(&self) -> bool {
        false
    }
}
