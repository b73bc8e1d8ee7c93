use std::cmp::Reverse;

/// How well a value fits a variant: what comes first weighs more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// Values further inside that are not the only one that is listed for them.
    pub(super) contradicting: Reverse<u32>,
    /// Values that are the only one that is listed for them.
    pub(super) agreeing: u32,
    /// How much of the value the variant has a name for, and how exact it is in that.
    pub(super) fit: i64,
    /// Members that have to be there, and are.
    pub(super) required: u32,
    /// What could have been there, and is not.
    pub(super) slack: Reverse<u64>,
}

/// A member that has a name.
pub(super) const NAMED: i64 = 4;
/// A value that is one of several that are listed for it; the opposite, if it is none.
pub(super) const LISTED: i64 = 3;
/// A member whose name is nowhere, and whose value is what such members have.
pub(super) const FITTING: i64 = 2;
/// A value whose type says as much as can be said: an integer that is not just a number.
pub(super) const EXACT: i64 = 1;

impl Score {
    /// Of both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            contradicting: Reverse(self.contradicting.0 + other.contradicting.0),
            agreeing: self.agreeing + other.agreeing,
            fit: self.fit + other.fit,
            required: self.required + other.required,
            slack: Reverse(self.slack.0.saturating_add(other.slack.0)),
        }
    }
}
