use serde_json::Value;

/// How many values a value holds, itself among them.
pub(super) fn count(value: &Value) -> usize {
    let mut pending = vec![value];
    let mut count = 0;
    while let Some(value) = pending.pop() {
        count += 1;
        pending.extend(parts(value));
    }
    count
}

/// How many values hold the innermost one.
pub(super) fn depth(value: &Value) -> usize {
    let mut pending = vec![(value, 0)];
    let mut deepest = 0;
    while let Some((value, depth)) = pending.pop() {
        deepest = deepest.max(depth);
        pending.extend(parts(value).map(|part| (part, depth + 1)));
    }
    deepest
}

fn parts(value: &Value) -> impl Iterator<Item = &Value> {
    let elements = value.as_array().into_iter().flatten();
    let members = value
        .as_object()
        .into_iter()
        .flat_map(|members| members.values());
    elements.chain(members)
}
