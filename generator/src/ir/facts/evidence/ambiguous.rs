use super::distinction::distinction;
use super::records::{Distinction, Evidence, Tagged};
use crate::ir::{Api, Union};

/// Variants of a union of which the later one is never chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// The place of the variant that is taken.
    pub taken: usize,
    /// The places of those that nothing tells from it.
    pub hidden: Vec<usize>,
}

/// The first variant from which nothing tells others, with all of these.
pub fn ambiguous(api: &Api, union: &Union) -> Option<Ambiguity> {
    let distinction = distinction(api, union);
    let count = distinction.variants.len();
    (0..count).find_map(|taken| {
        let hidden: Vec<usize> = (taken + 1..count)
            .filter(|later| hides(&distinction, taken, *later))
            .collect();
        (!hidden.is_empty()).then_some(Ambiguity { taken, hidden })
    })
}

/// Whether a variant fits all values of a later one as well.
fn hides(distinction: &Distinction, taken: usize, later: usize) -> bool {
    let leaves = |index: usize| {
        let evidence = distinction.variants.get(index);
        evidence.map_or(&[][..], Evidence::leaves)
    };
    let taken = leaves(taken);
    let is_told = |leaf: &Evidence| leaf.tagged != Tagged::No || !taken.contains(leaf);
    !leaves(later).iter().any(is_told)
}
