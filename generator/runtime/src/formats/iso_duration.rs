//! Reading and writing durations in ISO 8601 for libraries that do not.

use std::fmt::Write;

/// A length of time: its seconds and nanoseconds have one sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct IsoDuration {
    pub(super) seconds: i64,
    pub(super) nanoseconds: i32,
}

const NANOS: i128 = 1_000_000_000;
const DAY: i128 = 86_400;

impl IsoDuration {
    /// `PT1H30M`, `P1DT2H`, `P2W`, `PT1.5S`, `-PT5M`: without years and months, whose length differs. A day has 24 hours.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (sign, text) = match text.trim().split_at_checked(1)? {
            ("-", rest) => (-1, rest),
            ("+", rest) => (1, rest),
            _ => (1, text.trim()),
        };
        let text = text.strip_prefix(['P', 'p'])?;
        let (days, clock) = text.split_once(['T', 't']).unwrap_or((text, ""));
        let is_said = text.contains(|digit: char| digit.is_ascii_digit());
        let days = sum(days, &[('W', 7 * DAY), ('D', DAY)])?;
        let clock = sum(clock, &[('H', 3_600), ('M', 60), ('S', 1)])?;
        let nanos = days.checked_add(clock)? * sign;
        let seconds = i64::try_from(nanos / NANOS).ok().filter(|_| is_said)?;
        let nanoseconds = i32::try_from(nanos % NANOS).ok()?;
        Some(Self {
            seconds,
            nanoseconds,
        })
    }

    /// `PT5400.5S`
    pub(super) fn write(self) -> String {
        let sign = if self.seconds < 0 || self.nanoseconds < 0 {
            "-"
        } else {
            ""
        };
        let mut text = format!("{sign}PT{}", self.seconds.unsigned_abs());
        if self.nanoseconds != 0 {
            let digits = format!("{:09}", self.nanoseconds.unsigned_abs());
            let _ = write!(text, ".{}", digits.trim_end_matches('0'));
        }
        text.push('S');
        text
    }
}

/// The sum of numbers with these units, in this order, in nanoseconds.
fn sum(text: &str, units: &[(char, i128)]) -> Option<i128> {
    let (mut rest, mut sum) = (text, 0_i128);
    for (unit, seconds) in units {
        let end = rest.find([*unit, unit.to_ascii_lowercase()]);
        let Some((amount, behind)) = end.and_then(|end| rest.split_at_checked(end)) else {
            continue;
        };
        sum = sum.checked_add(nanos(amount)?.checked_mul(*seconds)?)?;
        rest = behind.get(1..)?;
    }
    rest.is_empty().then_some(sum)
}

/// A number with a fraction of up to nine digits, in thousand-millionths.
fn nanos(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let counted = fraction.get(..9).unwrap_or(fraction);
    let fraction: i128 = format!("{counted:0<9}").parse().ok()?;
    whole
        .parse::<i128>()
        .ok()?
        .checked_mul(NANOS)?
        .checked_add(fraction)
}
