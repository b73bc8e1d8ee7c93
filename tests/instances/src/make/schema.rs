use proptest::strategy::{Just, NewTree, Strategy};
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::draw::Draw;
use crate::document::Site;
use crate::judge::Reading;
use crate::world::World;

/// The instances of a schema as a strategy of proptest. What it draws fits for the most part; the judge has not seen it.
#[derive(Debug, Clone, Copy)]
pub struct Schema<'w, 'd> {
    world: &'w World<'d>,
    site: Site<'d>,
    reading: Reading,
}

impl<'w, 'd> Schema<'w, 'd> {
    /// The schema of a component's name, or at a pointer of a root; `None`, if there is none.
    pub fn of(world: &'w World<'d>, name: &str) -> Option<Self> {
        Some(Self {
            world,
            site: world.entry(name)?,
            reading: Reading::Strict,
        })
    }

    /// The same, read otherwise.
    #[must_use]
    pub fn read(self, reading: Reading) -> Self {
        Self { reading, ..self }
    }
}

impl Strategy for Schema<'_, '_> {
    type Tree = Just<Value>;
    type Value = Value;

    /// # Errors
    ///
    /// Nothing that fits was found in a bounded number of tries.
    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let made = Draw::new(self.world, runner, self.reading).value(&[self.site]);
        let reason = "nothing that fits was found";
        made.map(Just).ok_or_else(|| reason.into())
    }
}
