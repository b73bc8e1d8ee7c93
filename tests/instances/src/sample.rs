use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use crate::judge::Reading;
use crate::make::Schema;
use crate::world::World;

/// The instances of one schema, one after the other, each seen by the judge; it ends when no more are found.
///
/// What comes depends on the seed and on the name by which the schema is asked for, not on other components.
#[derive(Debug)]
pub struct Instances<'w, 'd> {
    world: &'w World<'d>,
    schema: Option<Schema<'w, 'd>>,
    reading: Reading,
    made: u32,
    name: String,
    runner: TestRunner,
    failures: u32,
}

/// How many times in a row nothing may fit before it is given up.
const PATIENCE: u32 = 40;

/// Some instances of one schema.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The component's name, or the pointer.
    pub name: String,
    /// How many were asked for.
    pub asked: usize,
    /// What was made and fits.
    pub values: Vec<Value>,
    /// How many did not fit, and were thrown away.
    pub thrown: u32,
    /// How the schema was read.
    pub reading: Reading,
    /// Why there is none, if there is none.
    pub reason: Option<String>,
}

impl<'w, 'd> Instances<'w, 'd> {
    /// The instances of the component of a name, or of the schema at a pointer of a root.
    pub fn of(world: &'w World<'d>, name: &str, seed: u64) -> Self {
        let config = Config {
            failure_persistence: None,
            ..Config::default()
        };
        let random = TestRng::from_seed(RngAlgorithm::XorShift, &spread(seed, name));
        Self {
            world,
            schema: Schema::of(world, name),
            reading: Reading::Strict,
            made: 0,
            name: name.to_owned(),
            runner: TestRunner::new_with_rng(config, random),
            failures: 0,
        }
    }

    fn attempt(&mut self) -> Option<Value> {
        let schema = self.schema?.read(self.reading);
        let tree = schema.new_tree(&mut self.runner).ok();
        let value = tree.map(|tree| tree.current());
        let value = value.filter(|value| self.world.fits(&self.name, value, self.reading));
        match value {
            Some(_) => self.made = self.made.saturating_add(1),
            None => self.failures = self.failures.saturating_add(1),
        }
        value
    }

    /// How the schema was read in the end: loosely, if nothing fits it otherwise.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// How many were made and did not fit.
    pub fn thrown(&self) -> u32 {
        self.failures
    }
}

impl Iterator for Instances<'_, '_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        self.schema?;
        let found = (0..PATIENCE).find_map(|_| self.attempt());
        if found.is_some() || self.made > 0 || self.reading == Reading::Loose {
            return found;
        }
        self.reading = Reading::Loose;
        (0..PATIENCE).find_map(|_| self.attempt())
    }
}

impl Sample {
    /// So many instances, as far as there are.
    pub fn of(world: &World<'_>, name: &str, seed: u64, asked: usize) -> Self {
        let mut instances = Instances::of(world, name, seed);
        let values: Vec<Value> = instances.by_ref().take(asked).collect();
        let reason = values.is_empty().then(|| reason(world, name));
        Self {
            name: name.to_owned(),
            asked,
            values,
            thrown: instances.thrown(),
            reading: instances.reading(),
            reason,
        }
    }
}

fn reason(world: &World<'_>, name: &str) -> String {
    let Some(site) = world.entry(name) else {
        return "there is no such schema".to_owned();
    };
    if let Some(fault) = world.fault() {
        return format!("the judge does not take the document: {fault}");
    }
    if world.height(site) == u32::MAX {
        return "every instance is endless".to_owned();
    }
    format!("nothing that fits was found in {PATIENCE} tries")
}

/// A seed of 16 bytes for a name (FNV-1a, then SplitMix64).
fn spread(seed: u64, name: &str) -> [u8; 16] {
    let mut state = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }) ^ seed.rotate_left(32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut bytes = [0; 16];
    for chunk in bytes.chunks_mut(8) {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        chunk.copy_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes());
    }
    bytes
}
