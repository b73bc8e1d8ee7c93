//! The type of `url`, for those who chose it: what is none is an error.

use ::url::Url;

use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for Url {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let url = Self::parse(&text).ok();
        url.ok_or_else(|| reader.invalid("an absolute URL"))
    }
}

impl Encode for Url {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}
