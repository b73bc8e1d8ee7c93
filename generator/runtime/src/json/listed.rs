use std::fmt;
use std::sync::OnceLock;

use crate::json::{Encode, Json, Number, Writer};

/// A value of an enum whose values are not all strings.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'a> {
    /// A boolean.
    Bool(bool),
    /// An integer of 64 bits.
    Integer(i64),
    /// Any other number, as JSON writes it.
    Number(&'static str),
    /// A string.
    Text(&'static str),
    /// A value that is not listed.
    Unknown(&'a Json),
}

impl<'a> Listed<'a> {
    /// The string, if it is one.
    pub fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Unknown(json) => json.as_str(),
            Self::Bool(_) | Self::Integer(_) | Self::Number(_) => None,
        }
    }

    /// The number, if it is an integer within the range of `i64`.
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Self::Integer(whole) => Some(whole),
            Self::Unknown(json) => json.as_i64(),
            Self::Bool(_) | Self::Number(_) | Self::Text(_) => None,
        }
    }

    /// The `f64` nearest to the number, if it is one within the range.
    pub fn as_f64(self) -> Option<f64> {
        match self {
            Self::Integer(whole) => Some(whole as f64),
            Self::Number(text) => Number::written(text).as_f64(),
            Self::Unknown(json) => json.as_f64(),
            Self::Bool(_) | Self::Text(_) => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(truth),
            Self::Unknown(json) => json.as_bool(),
            Self::Integer(_) | Self::Number(_) | Self::Text(_) => None,
        }
    }

    /// The value as JSON.
    pub fn to_json(self) -> Json {
        match self {
            Self::Bool(truth) => Json::Bool(truth),
            Self::Integer(whole) => Json::from(whole),
            Self::Number(text) => Json::Number(Number::written(text)),
            Self::Text(text) => Json::from(text),
            Self::Unknown(json) => json.clone(),
        }
    }

    /// Whether it is this value.
    pub fn is(self, json: &Json) -> bool {
        match self {
            Self::Bool(truth) => json.as_bool() == Some(truth),
            Self::Integer(whole) => json.as_i64() == Some(whole),
            Self::Number(text) => json.as_number() == Some(&Number::written(text)),
            Self::Text(text) => json.as_str() == Some(text),
            Self::Unknown(own) => own == json,
        }
    }
}

impl Encode for Listed<'_> {
    fn encode(&self, writer: &mut Writer) {
        self.to_json().encode(writer);
    }
}

/// A string is itself, anything else as JSON writes it.
impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => formatter.write_str(text),
            None => fmt::Display::fmt(&self.to_json(), formatter),
        }
    }
}

/// Finds texts among many. Who looks first puts them in order.
#[derive(Debug, Default)]
pub struct Order(OnceLock<Box<[u32]>>);

impl Order {
    /// Of texts that are told when the first is looked for.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The one of `listed` values that is written as `text`, which are the same at every call.
    pub fn find<T>(
        &self,
        text: &str,
        listed: &'static [T],
        written: fn(&T) -> &str,
    ) -> Option<&'static T> {
        let written = |index: u32| listed.get(index as usize).map(written);
        let order = self.0.get_or_init(|| {
            let mut order: Vec<u32> = (0..).take(listed.len()).collect();
            order.sort_by_key(|index| written(*index));
            order.into_boxed_slice()
        });
        let found = order.binary_search_by(|index| written(*index).cmp(&Some(text)));
        listed.get(*order.get(found.ok()?)? as usize)
    }
}
