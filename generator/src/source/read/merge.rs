use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The key whose value is merged into its object: an object, or a list of them, the earlier before the later.
const MERGE: &str = "<<";

/// The object with what its merge key brings in, at the merge key's place; its own members hold before those.
pub(super) fn merged(members: Map<String, Value>) -> Map<String, Value> {
    if !members.get(MERGE).is_some_and(is_mergeable) {
        return members;
    }
    let own: BTreeSet<String> = members.keys().cloned().collect();
    let mut whole = Map::new();
    for (key, value) in members {
        if key != MERGE {
            whole.insert(key, value);
            continue;
        }
        for (key, value) in inherited(value) {
            if !own.contains(&key) && !whole.contains_key(&key) {
                whole.insert(key, value);
            }
        }
    }
    whole
}

fn is_mergeable(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(values) => values.iter().all(Value::is_object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn inherited(value: Value) -> Vec<(String, Value)> {
    match value {
        Value::Object(members) => members.into_iter().collect(),
        Value::Array(values) => values.into_iter().flat_map(inherited).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}
