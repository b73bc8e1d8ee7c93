use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use crate::json::{self, Encode, Json, JsonObject, Number};

/// What `Serialize` of a type with a codec is.
///
/// # Errors
/// If the value cannot be written as JSON, or if the serializer fails.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let json = json::to_json(value).map_err(S::Error::custom)?;
    json.serialize(serializer)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => value.serialize(serializer),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(value) => serializer.collect_seq(value),
            Self::Object(value) => value.serialize(serializer),
        }
    }
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Integers of up to 128 bits are exact; any other number becomes the nearest `f64`, since serde
/// knows no others.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(value) = self.as_i64() {
            return serializer.serialize_i64(value);
        }
        if let Some(value) = self.as_u64() {
            return serializer.serialize_u64(value);
        }
        if let Ok(value) = self.to_string().parse() {
            return serializer.serialize_i128(value);
        }
        match self.as_f64() {
            Some(value) => serializer.serialize_f64(value),
            None => Err(S::Error::custom("a number is beyond the range of an f64")),
        }
    }
}
