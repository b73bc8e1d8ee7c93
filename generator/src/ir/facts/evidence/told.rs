use super::arrays::arrays;
use super::forms::forms;
use super::kinds::kinds;
use super::leaves::{Leaf, leaves};
use super::listed::listed;
use super::objects::objects;
use super::records::{Evidence, Kind};
use crate::ir::{Api, TypeRef};

/// How far evidence is looked for.
#[derive(Debug)]
pub(super) struct Search<'a> {
    pub(super) api: &'a Api,
    /// How many more types are compared: members of members of members are many.
    pub(super) budget: usize,
}

/// How deep evidence is looked for within members and elements.
pub(super) const DEEPEST: usize = 4;

/// How many types are compared for one union.
const MOST_COMPARED: usize = 5_000;

impl<'a> Search<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            api,
            budget: MOST_COMPARED,
        }
    }

    /// What tells types apart that one value may have, one each.
    pub(super) fn told(&mut self, types: &[TypeRef], depth: usize) -> Vec<Evidence> {
        let leaves = leaves(self.api, types);
        let evidence = self.leaves_told(&leaves, depth);
        gathered(types.len(), &leaves, evidence)
    }

    /// What tells leaves apart, one each.
    pub(super) fn leaves_told(&mut self, leaves: &[Leaf], depth: usize) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = leaves
            .iter()
            .zip(forms(self.api, leaves))
            .map(|(leaf, form)| Evidence {
                kinds: kinds(self.api, leaf.ty),
                listed: listed(self.api, leaf.ty),
                form,
                ..Evidence::default()
            })
            .collect();
        if depth < DEEPEST && self.budget >= leaves.len() {
            self.budget -= leaves.len();
            arrays(self, leaves, depth, &mut evidence);
            objects(self, leaves, depth, &mut evidence);
        }
        evidence
    }

    /// What tells types apart of which some are not there; nothing, if nothing does.
    pub(super) fn some_told(
        &mut self,
        types: &[Option<TypeRef>],
        depth: usize,
    ) -> Vec<Option<Evidence>> {
        let there: Vec<TypeRef> = types.iter().copied().flatten().collect();
        let mut told = self.told(&there, depth).into_iter();
        types
            .iter()
            .map(|ty| ty.and_then(|_| told.next()))
            .collect()
    }
}

/// The evidence of leaves, by that in which they were found.
pub(super) fn gathered(count: usize, leaves: &[Leaf], evidence: Vec<Evidence>) -> Vec<Evidence> {
    let mut owners: Vec<Vec<Evidence>> = vec![Vec::new(); count];
    for (leaf, evidence) in leaves.iter().zip(evidence) {
        if let Some(own) = owners.get_mut(leaf.owner)
            && !own.contains(&evidence)
        {
            own.push(evidence);
        }
    }
    owners.into_iter().map(one).collect()
}

/// Evidence of one type out of that of its leaves.
fn one(mut leaves: Vec<Evidence>) -> Evidence {
    match leaves.len() {
        0 => Evidence::of_kinds(&[Kind::Object]),
        1 => leaves.remove(0),
        _ => Evidence {
            any_of: leaves,
            ..Evidence::default()
        },
    }
}
