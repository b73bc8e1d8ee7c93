use std::ops::Range;

use super::wanted::{Found, Wanted};
use super::{json, toml, yaml};
use crate::source::Pointer;

/// The bytes of many places in one text; of a place that the text does not show, those of what holds it.
pub(in crate::source) fn locate(
    path: &str,
    text: &str,
    pointers: &[&Pointer],
) -> Vec<Option<Range<usize>>> {
    let wanted = Wanted::new(pointers);
    let mut found = Found(vec![None; pointers.len()]);
    found.record(&wanted, &(0..0));
    if path.ends_with(".toml") {
        toml::search(text, &wanted, &mut found);
    } else if !text.trim_start().starts_with(['{', '[']) || !json::search(text, &wanted, &mut found)
    {
        yaml::search(text, &wanted, &mut found);
    }
    found.0
}
