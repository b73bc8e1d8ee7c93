use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::json::decimal::Decimal;
use crate::json::tokens::Whole;
use crate::json::{EncodeError, Reader, Writer};

/// A JSON number with all its digits. Numbers are equal if their values are: `1.0` is `1`.
#[derive(Clone)]
pub struct Number(Repr);

#[derive(Clone)]
enum Repr {
    Signed(i64),
    /// Beyond `i64`.
    Unsigned(u64),
    /// Anything else, as it is written.
    Text(Box<str>),
}

impl Number {
    /// A legal JSON number.
    pub(super) fn written(text: &str) -> Self {
        let plain = text != "-0" && !text.contains(['.', 'e', 'E']);
        let signed = plain.then(|| text.parse().ok()).flatten();
        let unsigned = || plain.then(|| text.parse().ok()).flatten();
        Self(match signed {
            Some(value) => Repr::Signed(value),
            None => match unsigned() {
                Some(value) => Repr::Unsigned(value),
                None => Repr::Text(text.into()),
            },
        })
    }

    /// The value, if it is an integer within the range of `i64`, however it is written.
    pub fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Signed(value) => Some(*value),
            Repr::Unsigned(_) => None,
            Repr::Text(text) => Decimal::parse(text)?.whole()?.signed(),
        }
    }

    /// The value, if it is an integer within the range of `u64`, however it is written.
    pub fn as_u64(&self) -> Option<u64> {
        match &self.0 {
            Repr::Signed(value) => u64::try_from(*value).ok(),
            Repr::Unsigned(value) => Some(*value),
            Repr::Text(text) => Decimal::parse(text)?.whole()?.unsigned(),
        }
    }

    /// The nearest `f64`, if the value is within its range.
    pub fn as_f64(&self) -> Option<f64> {
        match &self.0 {
            Repr::Signed(value) => Some(*value as f64),
            Repr::Unsigned(value) => Some(*value as f64),
            Repr::Text(text) => text.parse().ok().filter(|value: &f64| value.is_finite()),
        }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        match &self.0 {
            Repr::Signed(value) => writer.integer(*value),
            Repr::Unsigned(value) => writer.natural(*value),
            Repr::Text(text) => writer.written(text),
        }
    }

    /// The value, unless its exponent is beyond all sense; such numbers are compared as texts.
    fn with_decimal<R>(&self, then: impl FnOnce(Option<Decimal<'_>>, &str) -> R) -> R {
        match &self.0 {
            Repr::Signed(_) | Repr::Unsigned(_) => {
                let text = self.to_string();
                then(Decimal::parse(&text), &text)
            }
            Repr::Text(text) => then(Decimal::parse(text), text),
        }
    }
}

impl Whole {
    pub(super) fn signed(self) -> Option<i64> {
        if self.negative {
            0i64.checked_sub_unsigned(self.magnitude)
        } else {
            i64::try_from(self.magnitude).ok()
        }
    }

    pub(super) fn unsigned(self) -> Option<u64> {
        (!self.negative || self.magnitude == 0).then_some(self.magnitude)
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Signed(left), Repr::Signed(right)) => left == right,
            (Repr::Unsigned(left), Repr::Unsigned(right)) => left == right,
            (Repr::Signed(_) | Repr::Unsigned(_) | Repr::Text(_), _) => {
                self.with_decimal(|left, left_text| {
                    other.with_decimal(|right, right_text| match (left, right) {
                        (Some(left), Some(right)) => left == right,
                        (None, None) => left_text == right_text,
                        (Some(_), None) | (None, Some(_)) => false,
                    })
                })
            }
        }
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In the order of values; numbers whose exponent is beyond all sense come last, as texts.
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.with_decimal(|left, left_text| {
            other.with_decimal(|right, right_text| match (left, right) {
                (Some(left), Some(right)) => left.cmp(&right),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => left_text.cmp(right_text),
            })
        })
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.with_decimal(|decimal, text| match decimal {
            Some(decimal) => decimal.hash(state),
            None => text.hash(state),
        });
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Signed(value) => value.fmt(formatter),
            Repr::Unsigned(value) => value.fmt(formatter),
            Repr::Text(text) => formatter.write_str(text),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

macro_rules! from_integers {
    ($($signed:ty)*; $($unsigned:ty)*) => {
        $(impl From<$signed> for Number {
            fn from(value: $signed) -> Self {
                Self(Repr::Signed(value.into()))
            }
        })*
        $(impl From<$unsigned> for Number {
            fn from(value: $unsigned) -> Self {
                let value = u64::from(value);
                Self(i64::try_from(value).map_or(Repr::Unsigned(value), Repr::Signed))
            }
        })*
    };
}

from_integers!(i8 i16 i32 i64; u8 u16 u32 u64);

impl TryFrom<f64> for Number {
    type Error = EncodeError;

    /// Fails for NaN and the infinities, which JSON does not have.
    fn try_from(value: f64) -> Result<Self, EncodeError> {
        let text = crate::json::to_string(&value)?;
        Ok(Self::written(&text))
    }
}

impl std::str::FromStr for Number {
    type Err = crate::json::DecodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut reader = Reader::new(text);
        let number = reader.number();
        number
            .and_then(|number| reader.finish().map(|()| number))
            .map_err(|fault| crate::json::DecodeError::new(text, &fault))
    }
}
