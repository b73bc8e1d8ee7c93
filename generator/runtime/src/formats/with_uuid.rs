//! The type of `uuid`, for those who chose it: what is none is an error.

use ::uuid::Uuid;

use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for Uuid {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let uuid = Self::parse_str(&text).ok();
        uuid.ok_or_else(|| reader.invalid("a UUID"))
    }
}

/// With hyphens, in lower case.
impl Encode for Uuid {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}
