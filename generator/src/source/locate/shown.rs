use std::ops::Range;

/// What is shown of a member: `key: value` if it stands in one line, else the key and its colon.
pub(super) fn member(
    text: &str,
    key: Range<usize>,
    value: Range<usize>,
    scalar: bool,
) -> Range<usize> {
    let whole = key.start..value.end;
    if scalar && value.start >= key.end && is_one_line(text, &whole) {
        return whole;
    }
    let after = text.get(key.end..).unwrap_or_default();
    let spaces = after.len() - after.trim_start_matches([' ', '\t']).len();
    let colon = after
        .get(spaces..)
        .is_some_and(|rest| rest.starts_with([':', '=']));
    let end = if colon { key.end + spaces + 1 } else { key.end };
    clip(text, key.start..end)
}

/// What is shown of an element or of the whole: a scalar's first line, the bracket or the first line of anything else.
pub(super) fn value(text: &str, value: Range<usize>, scalar: bool) -> Range<usize> {
    if !scalar
        && text
            .get(value.start..)
            .is_some_and(|rest| rest.starts_with(['{', '[']))
    {
        return value.start..value.start + 1;
    }
    clip(text, value)
}

/// What is shown where only the beginning is known.
pub(super) fn rest_of_line(text: &str, start: usize) -> Range<usize> {
    clip(text, start..text.len())
}

fn is_one_line(text: &str, span: &Range<usize>) -> bool {
    text.get(span.clone())
        .is_some_and(|shown| !shown.contains(['\n', '\r']))
}

/// The part of the span that is in its first line.
fn clip(text: &str, span: Range<usize>) -> Range<usize> {
    let shown = text.get(span.clone()).unwrap_or_default();
    let line = shown
        .split(['\n', '\r'])
        .next()
        .unwrap_or_default()
        .trim_end();
    span.start..span.start + line.len()
}
