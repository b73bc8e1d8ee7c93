use std::fmt;
use std::str::FromStr;

use crate::json::tokens::is_number;
use crate::json::{Decode, DecodeError, Encode, Fault, JsonObject, Kind, Number, Reader, Writer};

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, with all its digits.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, in the order of its members.
    Object(JsonObject),
}

impl Json {
    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The number, if it is an integer within the range of `i64`.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// The number, if it is an integer within the range of `u64`.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// The `f64` nearest to the number, if it is one within the range.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?.as_f64()
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The items, if it is an array.
    pub fn as_array(&self) -> Option<&[Json]> {
        if let Self::Array(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&JsonObject> {
        if let Self::Object(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The value of a member, if it is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.as_object()?.get(name)
    }

    /// The value at a JSON Pointer (RFC 6901), such as `/errors/0/message`.
    pub fn pointer(&self, pointer: &str) -> Option<&Json> {
        if pointer.is_empty() {
            return Some(self);
        }
        let mut tokens = pointer.strip_prefix('/')?.split('/');
        tokens.try_fold(self, |value, token| value.step(token))
    }

    /// What a text looks like of which nothing is known.
    fn told(text: &str) -> Self {
        match text {
            "true" => Self::Bool(true),
            "false" => Self::Bool(false),
            number if is_number(number) => Self::Number(Number::written(number)),
            text => Self::String(text.to_owned()),
        }
    }

    /// One token of a JSON Pointer.
    fn step(&self, token: &str) -> Option<&Json> {
        match self {
            Self::Object(object) if token.contains('~') => {
                object.get(&token.replace("~1", "/").replace("~0", "~"))
            }
            Self::Object(object) => object.get(token),
            Self::Array(items) => {
                let plain = token.bytes().all(|byte| byte.is_ascii_digit());
                let plain = plain && (token.len() == 1 || !token.starts_with('0'));
                items.get(token.parse::<usize>().ok().filter(|_| plain)?)
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => None,
        }
    }
}

impl Decode for Json {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        match reader.peek()? {
            Kind::Null => reader.null().map(|_| Self::Null),
            Kind::Bool => reader.bool().map(Self::Bool),
            Kind::Number => reader.number().map(Self::Number),
            Kind::String if reader.of_texts => reader.string().map(|text| Self::told(&text)),
            Kind::String => Decode::decode(reader).map(Self::String),
            Kind::Array => Decode::decode(reader).map(Self::Array),
            Kind::Object => Decode::decode(reader).map(Self::Object),
        }
    }
}

impl Encode for Json {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.bool(*value),
            Self::Number(value) => value.encode(writer),
            Self::String(value) => writer.string(value),
            Self::Array(value) => value.encode(writer),
            Self::Object(value) => value.encode(writer),
        }
    }
}

/// Compact JSON.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer::new();
        self.encode(&mut writer);
        formatter.write_str(&writer.into_text())
    }
}

impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        crate::json::from_str(text)
    }
}
