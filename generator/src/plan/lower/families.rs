use std::collections::BTreeMap;

use super::short::{named_holder, short};
use crate::ir::{Api, Shape, TypeId, facts};
use crate::naming::{singular, words};

/// Types that look the same on the wire, in the order of the first of them.
pub(super) fn families(api: &Api, inline: &[TypeId]) -> Vec<Vec<TypeId>> {
    let classes = facts::twins(api);
    let mut families: Vec<Vec<TypeId>> = Vec::new();
    let mut known = BTreeMap::new();
    for id in inline {
        let class = classes.get(id.index()).copied().unwrap_or(usize::MAX);
        let place = *known.entry(class).or_insert(families.len());
        match families.get_mut(place) {
            Some(family) => family.push(*id),
            None => families.push(vec![*id]),
        }
    }
    families
}

/// Splits twins into those that one name fits, and says which name.
pub(super) fn honest_names(api: &Api, twins: &[TypeId]) -> Vec<(String, Vec<TypeId>)> {
    let mut beside: BTreeMap<Option<TypeId>, Vec<TypeId>> = BTreeMap::new();
    for id in twins {
        beside.entry(named_holder(api, *id)).or_default().push(*id);
    }
    let common: BTreeMap<Option<TypeId>, Option<String>> = beside
        .iter()
        .map(|(holder, members)| (*holder, common_name(api, *holder, members)))
        .collect();
    let mut named: Vec<(String, Vec<TypeId>)> = Vec::new();
    let mut known = BTreeMap::new();
    for id in twins {
        let common = common.get(&named_holder(api, *id)).cloned().flatten();
        let name = common.unwrap_or_else(|| short(api, *id));
        let place = *known.entry(words(&name)).or_insert(named.len());
        match named.get_mut(place) {
            Some((_, members)) => members.push(*id),
            None => named.push((name, vec![*id])),
        }
    }
    named
}

/// A name for twins that stand side by side in one struct under different names: what the names end in, or what the
/// struct is a plural of (`logDrain`, `traceDrain` → `Drain`; in `protocols`: `Protocol`).
fn common_name(api: &Api, holder: Option<TypeId>, twins: &[TypeId]) -> Option<String> {
    let (first, others) = twins.split_first()?;
    let name = short(api, *first);
    let other_words: Vec<Vec<String>> = others
        .iter()
        .map(|other| words(&short(api, *other)))
        .collect();
    let mut suffix = words(&name);
    if other_words.iter().all(|other| *other == suffix) {
        return Some(name);
    }
    let holder = holder?;
    if !matches!(api.ty(holder).shape, Shape::Struct(_)) {
        return None;
    }
    for other in &other_words {
        let same = suffix
            .iter()
            .rev()
            .zip(other.iter().rev())
            .take_while(|(left, right)| left == right)
            .count();
        suffix = suffix.split_off(suffix.len() - same);
    }
    if !suffix.is_empty() {
        return Some(suffix.join(" "));
    }
    let plural = short(api, holder);
    let one = singular(&plural);
    (one != plural).then_some(one)
}
