use crate::json::{Decode, Decoded, RawJson, Reader};

/// What a line asks for. What it says beside this is for nobody.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The operation to call.
    pub(super) operation: Option<String>,
    /// The schema whose value is read and written.
    pub(super) schema: Option<String>,
    /// The value, as it was written: its type is to see every digit of it.
    pub(super) value: Option<RawJson>,
}

impl Decode for Line {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let mut line = Self::default();
        reader.begin_object("")?;
        while let Some(name) = reader.next_key()? {
            match &*name {
                "operation" => line.operation = Decode::decode(reader)?,
                "schema" => line.schema = Decode::decode(reader)?,
                "value" => line.value = Some(Decode::decode(reader)?),
                _ => _ = RawJson::decode(reader)?,
            }
        }
        Ok(line)
    }
}
