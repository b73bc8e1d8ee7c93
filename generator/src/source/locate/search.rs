use std::ops::Range;

use super::wanted::{Found, Nearest, Wanted};
use super::{json, slow, toml, yaml};
use crate::source::Pointer;

/// The bytes of many places in one text; of a place that the text does not show, those of what holds it.
pub(in crate::source) fn locate(
    path: &str,
    text: &str,
    pointers: &[&Pointer],
) -> Vec<Range<usize>> {
    let wanted = Wanted::new(pointers);
    let mut found = Found::new(pointers.len());
    let mut complete = true;
    if path.ends_with(".toml") {
        toml::search(text, &wanted, &mut found);
    } else if !begins_as_json(text) || !json::search(text, &wanted, &mut found) {
        complete = yaml::search(text, &wanted, &mut found);
    }
    let mut nearest = found.into_nearest();
    if !complete {
        search_slowly(text, pointers, &mut nearest);
    }
    nearest.into_iter().map(|nearest| nearest.span).collect()
}

fn begins_as_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Searches one by one for what is left; each costs a reading of the text, so only for some.
fn search_slowly(text: &str, pointers: &[&Pointer], nearest: &mut [Nearest]) {
    const READINGS: usize = 60;
    let mut readings = 0;
    for (pointer, nearest) in pointers.iter().zip(nearest) {
        let names: Vec<_> = pointer.segments().collect();
        for depth in (nearest.depth + 1..=names.len()).rev() {
            readings += 1;
            if readings > READINGS {
                return;
            }
            if let Some(span) = slow::find(text, names.get(..depth).unwrap_or_default()) {
                nearest.span = span;
                break;
            }
        }
    }
}
