use std::borrow::Cow;
use std::cmp::Ordering;

use crate::json::tokens::Whole;

/// The value of a number, whichever way it is written: ±`digits` × 10^`exponent`, the digits
/// without zeros at either end, and none at all for zero.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Decimal<'a> {
    negative: bool,
    digits: Cow<'a, str>,
    exponent: i64,
}

impl<'a> Decimal<'a> {
    /// The value of a legal JSON number, or `None` if its exponent is beyond all sense.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = if fraction.is_empty() {
            Cow::Borrowed(integer.trim_start_matches('0'))
        } else {
            Cow::Owned(
                format!("{integer}{fraction}")
                    .trim_start_matches('0')
                    .to_owned(),
            )
        };
        if digits.is_empty() {
            return Some(Self::zero());
        }
        let kept = digits.trim_end_matches('0').len();
        let zeros = i64::try_from(digits.len() - kept).ok()?;
        let places = i64::try_from(fraction.len()).ok()?;
        let exponent: i64 = exponent.parse().ok()?;
        Some(Self {
            negative,
            digits: crop(digits, kept),
            exponent: exponent.checked_sub(places)?.checked_add(zeros)?,
        })
    }

    fn zero() -> Self {
        Self {
            negative: false,
            digits: Cow::Borrowed(""),
            exponent: 0,
        }
    }

    /// This value as an integer, if it is one of up to 64 bits.
    pub(super) fn whole(&self) -> Option<Whole> {
        let digits: u64 = match &*self.digits {
            "" => 0,
            digits => digits.parse().ok()?,
        };
        let exponent = u32::try_from(self.exponent).ok()?;
        let magnitude = digits.checked_mul(10u64.checked_pow(exponent)?)?;
        Some(Whole {
            negative: self.negative,
            magnitude,
        })
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_sign = self.sign().cmp(&other.sign());
        let by_size = || self.size().cmp(&other.size());
        by_sign.then_with(|| match self.negative {
            true => by_size().reverse(),
            false => by_size(),
        })
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Decimal<'_> {
    fn sign(&self) -> i8 {
        match (self.digits.is_empty(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    /// The place of the first digit, and the digits from there: without zeros at either end, they come in the order of
    /// what they stand for.
    fn size(&self) -> (i64, &str) {
        let length = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        (self.exponent.saturating_add(length), &self.digits)
    }
}

fn crop(digits: Cow<'_, str>, length: usize) -> Cow<'_, str> {
    match digits {
        Cow::Borrowed(digits) => Cow::Borrowed(digits.get(..length).unwrap_or(digits)),
        Cow::Owned(mut digits) => {
            digits.truncate(length);
            Cow::Owned(digits)
        }
    }
}
