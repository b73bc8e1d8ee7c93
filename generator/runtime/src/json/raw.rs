use crate::json::{Decode, Decoded, Fault, Kind, Reader};

/// A JSON value as it was written: not looked at but for where it ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Decode for RawJson {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let start = reader.at;
        match reader.peek()? {
            Kind::Array | Kind::Object => reader.skip_brackets()?,
            Kind::Null | Kind::Bool | Kind::Number | Kind::String => reader.skip()?,
        }
        Ok(Self(reader.slice(start, reader.at).into()))
    }
}

impl Reader<'_> {
    /// Moves behind an array or object, however deep it is. Whoever reads it sees whether it is one.
    fn skip_brackets(&mut self) -> Decoded<()> {
        let mut open = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => {
                    self.skip()?;
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Ok(());
            }
        }
        Err(Fault::broken(self.at, "the end of a value"))
    }
}
