use serde_json::{Number, Value};

use super::bounds::Bounds;
use super::draw::Draw;
use crate::document::Site;

/// Texts of numbers that each say something about who reads them.
const ODD: &[&str] = &[
    "0",
    "-0",
    "0.0",
    "-0.0",
    "1.0",
    "1e3",
    "1E3",
    "1e+3",
    "1.5e-7",
    "0.1",
    "0.30000000000000004",
    "100",
    "1.7976931348623157e308",
    "2.2250738585072014e-308",
    "5e-324",
    "9007199254740992",
    "123456789.98765433",
    "3.4028234663852886e38",
    "1e21",
    "1e-7",
    "-1.5",
    "4.35",
];

impl<'d> Draw<'_, 'd> {
    /// A number that an `f64` holds, so that its text comes back.
    pub(super) fn number(&mut self, plain: &[Site<'d>]) -> Option<Value> {
        let bounds = Bounds::of(plain);
        let step = plain.iter().find_map(|site| site.get("multipleOf"));
        if let Some(step) = step.and_then(Value::as_number) {
            return self.decimal_multiple(&step.to_string(), bounds);
        }
        let fits = |number: &Number| number.as_f64().is_some_and(|it| is_within(it, bounds));
        for _ in 0..4 {
            let text = self.some_number(bounds);
            let number = text.parse::<Number>().ok();
            if let Some(number) = number.filter(fits) {
                return Some(Value::Number(number));
            }
        }
        let number = self.inside(bounds).to_string().parse::<Number>().ok();
        number.filter(fits).map(Value::Number)
    }

    fn some_number(&mut self, bounds: Bounds) -> String {
        match self.dice.between(0..=9) {
            0..=2 => self.dice.word(ODD).to_owned(),
            3 => loop {
                let float = f64::from_bits(self.dice.bits());
                if float.is_finite() {
                    break format!("{float:?}");
                }
            },
            4 | 5 => self.dice.integer(-100_000..=100_000).to_string(),
            6 => {
                let cents = self.dice.integer(-100_000..=100_000);
                decimal(cents, 2)
            }
            _ => format!("{:?}", self.inside(bounds)),
        }
    }

    fn inside(&mut self, bounds: Bounds) -> f64 {
        let share = self.dice.between(0..=1000);
        let share = f64::from(u32::try_from(share).unwrap_or(500)) / 1000.0;
        let (least, most) = match (bounds.least, bounds.most) {
            (Some(least), Some(most)) => (least.at, most.at),
            (Some(least), None) => (least.at, least.at + 1e6),
            (None, Some(most)) => (most.at - 1e6, most.at),
            (None, None) => (-1e6, 1e6),
        };
        least + (most - least) * share
    }

    /// A multiple of a decimal fraction, in decimal: `0.07` has no `f64`.
    fn decimal_multiple(&mut self, step: &str, bounds: Bounds) -> Option<Value> {
        let (step, scale) = scaled(step)?;
        let unit = step as f64 / 10_f64.powi(i32::try_from(scale).ok()?);
        let times = |at: f64| (at / unit).clamp(-1e9, 1e9);
        let first = bounds.least.map_or(-1e6, |least| times(least.at).ceil());
        let last = bounds
            .most
            .map_or(first + 2e6, |most| times(most.at).floor());
        #[expect(clippy::cast_possible_truncation, reason = "it is clamped")]
        let times = self.dice.integer(first as i128..=last as i128);
        let text = decimal(times.checked_mul(step)?, scale);
        text.parse::<Number>().ok().map(Value::Number)
    }
}

fn is_within(number: f64, bounds: Bounds) -> bool {
    let above = bounds
        .least
        .is_none_or(|least| number > least.at || (number == least.at && !least.is_exclusive));
    let below = bounds
        .most
        .is_none_or(|most| number < most.at || (number == most.at && !most.is_exclusive));
    number.is_finite() && above && below
}

/// The digits of a decimal fraction, and how many of them stand behind the point.
fn scaled(text: &str) -> Option<(i128, u32)> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number: i128 = format!("{whole}{fraction}").parse().ok()?;
    let scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    match u32::try_from(scale) {
        Ok(scale) if scale < 30 => Some((number, scale)),
        Ok(_) => None,
        Err(_) => {
            let factor = 10_i128.checked_pow(scale.unsigned_abs())?;
            Some((number.checked_mul(factor)?, 0))
        }
    }
}

fn decimal(number: i128, scale: u32) -> String {
    let Some(unit) = 10_i128.checked_pow(scale).filter(|unit| *unit > 1) else {
        return number.to_string();
    };
    let sign = if number < 0 { "-" } else { "" };
    let (whole, rest) = (number.abs() / unit, number.abs() % unit);
    let width = usize::try_from(scale).unwrap_or(0);
    format!("{sign}{whole}.{rest:0width$}")
}
