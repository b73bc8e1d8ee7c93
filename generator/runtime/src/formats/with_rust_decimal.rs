//! The type of `rust_decimal`, for those who chose it: what it cannot hold exactly is an error.

use ::rust_decimal::Decimal;

use crate::json::{Decode, Decoded, Encode, Reader, Writer};

impl Decode for Decimal {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let text = reader.string()?;
        let exact = Self::from_str_exact(&text).ok();
        let decimal = exact.or_else(|| Self::from_scientific(&text).ok());
        decimal.ok_or_else(|| reader.invalid("a decimal number of 96 bits"))
    }
}

impl Encode for Decimal {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}
