use std::collections::{BTreeMap, BTreeSet};

use super::groups::Groups;
use crate::ir::facts::{self, Reach};
use crate::ir::{Api, TypeId};

/// Which features need a component.
pub(super) struct Features {
    by_operation: BTreeMap<usize, Option<String>>,
    reach: Reach,
    always: BTreeSet<TypeId>,
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
        let reach = facts::reach(api);
        Self {
            by_operation,
            always: beyond_operations(api, &reach),
            reach,
        }
    }

    /// The features of which one must be on for one of the types to be needed; none: it is always there.
    pub(super) fn of(&self, types: &[TypeId]) -> Vec<String> {
        let features: Option<BTreeSet<String>> = types
            .iter()
            .map(|id| self.reach.get(id).filter(|_| !self.always.contains(id)))
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

    /// The features of which one must be on for one of the operations to be there; none: one of them always is.
    pub(super) fn of_operations(&self, operations: &BTreeSet<usize>) -> Vec<String> {
        let features = operations
            .iter()
            .map(|index| self.by_operation.get(index).cloned().flatten());
        let features: Option<BTreeSet<String>> = features.collect();
        features.into_iter().flatten().collect()
    }
}

/// The types that no operation needs, and all that they name: they are there whatever the features are.
fn beyond_operations(api: &Api, reach: &Reach) -> BTreeSet<TypeId> {
    let mut always = BTreeSet::new();
    let mut waiting: Vec<TypeId> = api
        .type_ids()
        .filter(|id| !reach.contains_key(id))
        .collect();
    while let Some(id) = waiting.pop() {
        if always.insert(id) {
            waiting.extend(facts::parts(api, id).into_iter().map(|part| part.id));
        }
    }
    always
}
