use std::collections::{BTreeMap, BTreeSet};

use super::groups::Groups;
use crate::ir::facts::{self, Reach};
use crate::ir::{Api, TypeId};

/// Which features need a component.
pub(super) struct Features {
    by_operation: BTreeMap<usize, Option<String>>,
    reach: Reach,
}

impl Features {
    pub(super) fn new(api: &Api, groups: &Groups) -> Self {
        let mut by_operation = BTreeMap::new();
        for group in &groups.list {
            by_operation.extend(
                group
                    .operations
                    .iter()
                    .map(|index| (*index, group.feature.clone())),
            );
        }
        Self {
            by_operation,
            reach: facts::reach(api),
        }
    }

    /// The features of which one must be on for one of the types to be needed; none: it is always there.
    pub(super) fn of(&self, types: &[TypeId]) -> Vec<String> {
        let features: Option<BTreeSet<String>> = types
            .iter()
            .map(|id| self.reach.get(id))
            .collect::<Option<Vec<_>>>()
            .and_then(|reach| {
                reach
                    .into_iter()
                    .flatten()
                    .map(|index| self.by_operation.get(index).cloned().flatten())
                    .collect()
            });
        features
            .map(|features| features.into_iter().collect())
            .unwrap_or_default()
    }
}
