use serde_json::Value;

use crate::document::Site;

/// How small and how large a number may be, and whether the bound itself counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    pub(super) least: Option<Bound>,
    pub(super) most: Option<Bound>,
}

/// One end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    pub(super) at: f64,
    /// The same, if it is whole: not every whole number is an `f64`.
    pub(super) whole: Option<i128>,
    pub(super) is_exclusive: bool,
}

impl Bounds {
    /// What all schemas allow.
    pub(super) fn of(plain: &[Site<'_>]) -> Self {
        let mut bounds = Self::default();
        for site in plain {
            for bound in said(*site, "minimum", "exclusiveMinimum") {
                let larger = bounds
                    .least
                    .is_none_or(|least| is_narrower(bound, least, bound.at > least.at));
                bounds.least = if larger { Some(bound) } else { bounds.least };
            }
            for bound in said(*site, "maximum", "exclusiveMaximum") {
                let smaller = bounds
                    .most
                    .is_none_or(|most| is_narrower(bound, most, bound.at < most.at));
                bounds.most = if smaller { Some(bound) } else { bounds.most };
            }
        }
        bounds
    }
}

fn is_narrower(one: Bound, other: Bound, is_inside: bool) -> bool {
    is_inside || (one.at == other.at && one.is_exclusive)
}

/// A bound with a flag beside it as in draft 4, and a bound of its own as in later ones.
fn said(site: Site<'_>, inclusive: &str, exclusive: &str) -> Vec<Bound> {
    let flag = site.get(exclusive) == Some(&Value::Bool(true));
    let found = [
        site.get(inclusive).and_then(|value| bound(value, flag)),
        site.get(exclusive).and_then(|value| bound(value, true)),
    ];
    found.into_iter().flatten().collect()
}

fn bound(value: &Value, is_exclusive: bool) -> Option<Bound> {
    let number = value.as_number()?;
    let at = number.as_f64()?;
    let whole = number.as_i128().or_else(|| whole(at));
    Some(Bound {
        at,
        whole,
        is_exclusive,
    })
}

/// A whole number that is written as another: `1e3`, `1.0`.
fn whole(at: f64) -> Option<i128> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is whole, and less than 2^100"
    )]
    (at.fract() == 0.0 && at.abs() < 1e30).then_some(at as i128)
}
