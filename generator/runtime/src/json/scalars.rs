use crate::json::{Decode, Encode, Fault, Number, Reader, Writer};

impl Decode for bool {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.bool()
    }
}

impl Encode for bool {
    fn encode(&self, writer: &mut Writer) {
        writer.bool(*self);
    }
}

macro_rules! integers {
    ($($integer:ident $read:ident $write:ident $expected:literal;)*) => {
        $(
            impl Decode for $integer {
                fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
                    let value = reader.whole($expected)?.$read();
                    value
                        .and_then(|value| value.try_into().ok())
                        .ok_or_else(|| reader.invalid($expected))
                }
            }

            impl Encode for $integer {
                fn encode(&self, writer: &mut Writer) {
                    writer.$write((*self).into());
                }
            }
        )*
    };
}

integers! {
    i8 signed integer "an integer of 8 bits";
    i16 signed integer "an integer of 16 bits";
    i32 signed integer "an integer of 32 bits";
    i64 signed integer "an integer";
    u8 unsigned natural "a natural number of 8 bits";
    u16 unsigned natural "a natural number of 16 bits";
    u32 unsigned natural "a natural number of 32 bits";
    u64 unsigned natural "a natural number";
}

impl Decode for f64 {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = reader.number_text("a number")?;
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            Ok(_) | Err(_) => Err(reader.invalid("a number of 64 bits")),
        }
    }
}

impl Encode for f64 {
    fn encode(&self, writer: &mut Writer) {
        writer.float(*self);
    }
}

impl Decode for f32 {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = reader.number_text("a number")?;
        match text.parse::<f32>() {
            Ok(value) if value.is_finite() => Ok(value),
            Ok(_) | Err(_) => Err(reader.invalid("a number of 32 bits")),
        }
    }
}

impl Encode for f32 {
    fn encode(&self, writer: &mut Writer) {
        writer.float32(*self);
    }
}

impl Decode for Number {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.number()
    }
}

impl Encode for Number {
    fn encode(&self, writer: &mut Writer) {
        writer.number(self);
    }
}

impl Decode for String {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        reader.string().map(Into::into)
    }
}

impl Encode for String {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Encode for str {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }
}
