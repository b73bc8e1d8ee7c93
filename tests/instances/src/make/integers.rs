use std::ops::RangeInclusive;

use serde_json::{Number, Value};

use super::bounds::{Bound, Bounds};
use super::draw::Draw;
use crate::document::{Dialect, Site};

/// The widths that formats promise. A plain integer has that of `i64`.
const WIDTHS: &[(&str, RangeInclusive<i128>)] = &[
    ("int8", -128..=127),
    ("uint8", 0..=255),
    ("int16", -32_768..=32_767),
    ("uint16", 0..=65_535),
    ("int32", -2_147_483_648..=2_147_483_647),
    ("uint32", 0..=4_294_967_295),
    ("uint64", 0..=18_446_744_073_709_551_615),
    // The years 1 to 9999: beyond it there is no date to speak of.
    ("unix-time", -62_135_596_800..=253_402_300_799),
    ("unixtime", -62_135_596_800..=253_402_300_799),
    ("timestamp", -62_135_596_800..=253_402_300_799),
];
const PLAIN: RangeInclusive<i128> = -9_223_372_036_854_775_808..=9_223_372_036_854_775_807;

/// Numbers on whose other side something is different.
const EDGES: &[i128] = &[
    0,
    1,
    -1,
    2,
    10,
    127,
    128,
    255,
    256,
    32_767,
    65_536,
    2_147_483_647,
    2_147_483_648,
    -2_147_483_648,
    4_294_967_295,
    9_007_199_254_740_991,
    9_007_199_254_740_992,
    9_007_199_254_740_993,
    -9_007_199_254_740_993,
];

impl<'d> Draw<'_, 'd> {
    /// A whole number, at times written as others may be.
    pub(super) fn integer(&mut self, plain: &[Site<'d>]) -> Option<Value> {
        let range = range(plain);
        if range.is_empty() {
            return None;
        }
        let number = match step(plain) {
            Some(step) => self.multiple(&range, step)?,
            None => self.whole(&range),
        };
        let modern = self.world.dialect() == Dialect::Draft202012;
        let text = match modern && number.abs() < 1_000_000_000 && self.dice.percent(4) {
            true if number % 1000 == 0 && number != 0 => format!("{}e3", number / 1000),
            true => format!("{number}.0"),
            false => number.to_string(),
        };
        text.parse::<Number>().ok().map(Value::Number)
    }

    fn whole(&mut self, range: &RangeInclusive<i128>) -> i128 {
        let (first, last) = (*range.start(), *range.end());
        let chosen = match self.dice.between(0..=9) {
            0 => first,
            1 => last,
            2..=4 => self.dice.pick(EDGES).copied().unwrap_or(0),
            5 | 6 => self.dice.integer(-1000..=1000),
            _ => self.dice.integer(first..=last),
        };
        match range.contains(&chosen) {
            true => chosen,
            false => self
                .dice
                .integer(first..=last.min(first.saturating_add(1000))),
        }
    }

    fn multiple(&mut self, range: &RangeInclusive<i128>, step: i128) -> Option<i128> {
        let first = -(-*range.start()).div_euclid(step);
        let last = range.end().div_euclid(step);
        (first <= last).then(|| self.whole(&(first..=last)).saturating_mul(step))
    }
}

fn range(plain: &[Site<'_>]) -> RangeInclusive<i128> {
    let format = plain.iter().find_map(|site| site.text("format"));
    // `u-int32`, `UInt32` and `u32` are one.
    let plain_name = |name: &str| name.to_ascii_lowercase().replace(['-', '_'], "");
    let format = format.map(plain_name);
    let is_same = |name: &str| {
        let format = format.as_deref();
        let short = name.replacen("int", if name.starts_with('u') { "" } else { "i" }, 1);
        format == Some(&plain_name(name)) || format == Some(short.as_str())
    };
    let width = WIDTHS.iter().find(|(name, _)| is_same(name));
    let width = width.map_or(PLAIN, |(_, width)| width.clone());
    let bounds = Bounds::of(plain);
    let least = bounds.least.and_then(|bound| inner(bound, 1));
    let most = bounds.most.and_then(|bound| inner(bound, -1));
    let first = least.map_or(*width.start(), |least| least.max(*width.start()));
    first..=most.map_or(*width.end(), |most| most.min(*width.end()))
}

/// The first whole number inside of a bound; none, if it lies beyond all widths.
fn inner(bound: Bound, inwards: i128) -> Option<i128> {
    if let Some(whole) = bound.whole {
        let by = if bound.is_exclusive { inwards } else { 0 };
        return whole.checked_add(by);
    }
    let rounded = if inwards > 0 {
        bound.at.ceil()
    } else {
        bound.at.floor()
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is whole, and less than 2^100"
    )]
    (rounded.abs() < 1e30).then_some(rounded as i128)
}

fn step(plain: &[Site<'_>]) -> Option<i128> {
    let steps = plain.iter().filter_map(|site| site.get("multipleOf"));
    let whole = |step: &Value| {
        let step = step.as_number()?;
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and small")]
        let float = step
            .as_f64()
            .filter(|step| step.fract() == 0.0 && step.abs() < 1e18)
            .map(|step| step as i128);
        step.as_i128().or(float).filter(|step| *step > 0)
    };
    steps.filter_map(whole).max()
}
