use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::dice::Dice;
use super::facets::Facets;
use crate::document::Site;
use crate::judge::Reading;
use crate::world::World;

/// One instance in the making.
pub(super) struct Draw<'r, 'd> {
    pub(super) world: &'r World<'d>,
    pub(super) dice: Dice<'r>,
    pub(super) reading: Reading,
    /// How many levels there are above.
    depth: u32,
    /// The level below which only what must be is made.
    shallow: u32,
    /// How many more values are made before only what must be is made.
    values: u32,
    /// How many more times something that did not fit is made again.
    tries: u32,
}

/// The deepest that an instance is; codecs take 128 levels.
const DEEPEST: u32 = 90;
const VALUES: u32 = 150;
const TRIES: u32 = 4000;
/// How often one value is made again.
const AGAIN: u32 = 8;

impl<'r, 'd> Draw<'r, 'd> {
    pub(super) fn new(world: &'r World<'d>, runner: &'r mut TestRunner, reading: Reading) -> Self {
        let mut dice = Dice(runner);
        let shallow = match dice.percent(4) {
            true => 30,
            false => u32::try_from(dice.between(2..=7)).unwrap_or(4),
        };
        Self {
            world,
            dice,
            reading,
            depth: 0,
            shallow,
            values: VALUES,
            tries: TRIES,
        }
    }

    /// A value that fits all of some schemas.
    pub(super) fn value(&mut self, sites: &[Site<'d>]) -> Option<Value> {
        self.values = self.values.saturating_sub(1);
        if self.depth >= DEEPEST {
            return None;
        }
        if self.wants_null(sites) {
            return Some(Value::Null);
        }
        self.depth += 1;
        let made = (0..AGAIN).find_map(|_| self.attempt(sites));
        self.depth -= 1;
        made
    }

    fn attempt(&mut self, sites: &[Site<'d>]) -> Option<Value> {
        self.tries = self.tries.checked_sub(1)?;
        let facets = Facets::gather(self, sites);
        let made = self.of(&facets)?;
        let (world, reading) = (self.world, self.reading);
        let fits = |site: &Site<'d>| world.passes(*site, &made, reading);
        facets.checks.iter().all(fits).then_some(made)
    }

    fn wants_null(&mut self, sites: &[Site<'d>]) -> bool {
        let world = self.world;
        if sites.is_empty() || !sites.iter().all(|site| world.accepts_null(*site)) {
            return false;
        }
        let must = self.is_tired() && sites.iter().any(|site| world.height(*site) == 0);
        self.dice.percent(if must { 80 } else { 12 })
    }

    /// Whether the instance is large or deep enough, so that only what must be is made.
    pub(super) fn is_tired(&self) -> bool {
        self.depth > self.shallow || self.values == 0
    }
}
