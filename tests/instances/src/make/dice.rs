use std::ops::RangeInclusive;

use proptest::prelude::RngExt;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Chance, as proptest's runner has it.
#[derive(Debug)]
pub(super) struct Dice<'r>(pub(super) &'r mut TestRunner);

impl Dice<'_> {
    /// True so many times of a hundred.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.0.rng().random_range(0..100) < percent
    }

    pub(super) fn between(&mut self, range: RangeInclusive<usize>) -> usize {
        match range.is_empty() {
            true => *range.start(),
            false => self.0.rng().random_range(range),
        }
    }

    pub(super) fn integer(&mut self, range: RangeInclusive<i128>) -> i128 {
        match range.is_empty() {
            true => *range.start(),
            false => self.0.rng().random_range(range),
        }
    }

    /// Any bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0.rng().random()
    }

    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let last = list.len().checked_sub(1)?;
        list.get(self.between(0..=last))
    }

    /// One of some words, of which there is at least one.
    pub(super) fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.pick(words).copied().unwrap_or_default()
    }

    pub(super) fn draw<S: Strategy>(&mut self, strategy: &S) -> Option<S::Value> {
        Some(strategy.new_tree(self.0).ok()?.current())
    }
}
