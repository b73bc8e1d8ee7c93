use super::FormatError;
use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};
use crate::json::{EncodeError, Number};

/// A number in a text, with all its digits, as the text that came: an amount of money, an integer that other languages
/// could not hold.
///
/// Any text can be made into one, and comes back as it is; `"…".parse()` takes only a number. They are equal if their
/// values are, `1.50` is `1.5`, and come in the order of values; texts that are no number come last and are compared as
/// texts.
#[derive(Clone)]
pub struct Decimal(Box<str>);

kept_text!(Decimal);
shown_text!(Decimal);
any_text!(Decimal);
checked_text!(Decimal, to_number);
compared_by!(Decimal, number);

impl Decimal {
    /// The number, with all its digits.
    ///
    /// # Errors
    ///
    /// If the text is none.
    pub fn to_number(&self) -> Result<Number, FormatError> {
        self.number()
            .ok_or_else(|| FormatError::new("a number", self.as_str()))
    }

    /// The value, if it is an integer within the range of `i64`.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub fn to_i64(&self) -> Result<i64, FormatError> {
        let value = self.number().and_then(|number| number.as_i64());
        value.ok_or_else(|| FormatError::new("an integer", self.as_str()))
    }

    /// The value, if it is an integer within the range of `u64`.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub fn to_u64(&self) -> Result<u64, FormatError> {
        let value = self.number().and_then(|number| number.as_u64());
        value.ok_or_else(|| FormatError::new("a natural number", self.as_str()))
    }

    /// The nearest `f64`.
    ///
    /// # Errors
    ///
    /// If the text is no number, or one beyond the range of `f64`.
    pub fn to_f64(&self) -> Result<f64, FormatError> {
        let value = self.number().and_then(|number| number.as_f64());
        value.ok_or_else(|| FormatError::new("a number", self.as_str()))
    }

    /// The number, also with a plus, with zeros before it, or with nothing on one side of the point.
    fn number(&self) -> Option<Number> {
        let text = self.as_str().trim();
        text.parse().ok().or_else(|| mended(text).parse().ok())
    }
}

/// The number as JSON writes it, if it is one.
#[cold]
fn mended(text: &str) -> String {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = rest.split_at(rest.find(['e', 'E']).unwrap_or(rest.len()));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = integer.trim_start_matches('0');
    let integer = match (digits, integer, fraction) {
        ("", "", "") => "",
        ("", _, _) => "0",
        (digits, _, _) => digits,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{integer}{point}{fraction}{exponent}")
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self(value.to_string().into())
            }
        })*
    };
}

from_integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);

impl From<Number> for Decimal {
    fn from(number: Number) -> Self {
        Self(number.to_string().into())
    }
}

/// Fails for NaN and the infinities, which are no numbers.
impl TryFrom<f64> for Decimal {
    type Error = EncodeError;

    fn try_from(value: f64) -> Result<Self, EncodeError> {
        Number::try_from(value).map(Self::from)
    }
}
