use crate::json::{Decode, Decoded, Encode, Reader};

/// Reads a value of one type, which then writes itself.
pub type Codec = fn(&mut Reader<'_>) -> Decoded<Box<dyn Encode>>;

/// The codec of a type.
///
/// # Errors
/// If no value of the type stands there.
pub fn codec<T: Decode + Encode + 'static>(reader: &mut Reader<'_>) -> Decoded<Box<dyn Encode>> {
    T::decode(reader).map(|value| Box::new(value) as Box<dyn Encode>)
}
