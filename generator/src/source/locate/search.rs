use std::ops::Range;

use crate::source::Pointer;

/// The bytes of many places in one text.
pub(in crate::source) fn locate(
    _path: &str,
    _text: &str,
    pointers: &[&Pointer],
) -> Vec<Option<Range<usize>>> {
    vec![None; pointers.len()]
}
