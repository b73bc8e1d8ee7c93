use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// A keyword without schemas in it.
pub(super) struct Keyword {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

/// What a keyword has to be for the judge to take it; real descriptions hold others, which say nothing.
const COUNTS: &[&str] = &[
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
    "minContains",
    "maxContains",
];
const BOUNDS: &[(&str, &str)] = &[
    ("minimum", "exclusiveMinimum"),
    ("maximum", "exclusiveMaximum"),
];
const TYPES: &[&str] = &[
    "null", "boolean", "object", "array", "number", "string", "integer",
];

/// The patterns that were seen, and whether the judge can read them.
#[derive(Debug, Default)]
pub(super) struct Patterns(BTreeMap<String, bool>);

impl Patterns {
    pub(super) fn are_known(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.0.get(pattern) {
            return *known;
        }
        let known = jsonschema::options()
            .offline()
            .build(&json!({"pattern": pattern}));
        self.0.insert(pattern.to_owned(), known.is_ok());
        known.is_ok()
    }
}

/// The keywords of a schema that hold no schemas, as the judge takes them.
pub(super) fn keywords(
    schema: &Map<String, Value>,
    old: bool,
    patterns: &mut Patterns,
) -> Vec<Keyword> {
    let mut found = Vec::new();
    let mut say = |name, value: Option<Value>| {
        found.extend(value.map(|value| Keyword { name, value }));
    };
    say("type", schema.get("type").and_then(types));
    let values = schema.get("enum").and_then(Value::as_array);
    say("enum", values.and_then(|values| distinct(values)));
    say("const", schema.get("const").cloned());
    if values.is_none() && !schema.contains_key("const") {
        let format = schema.get("format").filter(|format| format.is_string());
        say("format", format.cloned());
    }
    let pattern = schema.get("pattern").and_then(Value::as_str);
    let pattern = pattern.filter(|pattern| patterns.are_known(pattern));
    say("pattern", pattern.map(Value::from));
    for name in COUNTS {
        say(
            name,
            schema.get(*name).and_then(Value::as_u64).map(Value::from),
        );
    }
    let step = schema.get("multipleOf").filter(|step| is_positive(step));
    say("multipleOf", step.cloned());
    for (bound, exclusive) in BOUNDS {
        let limit = schema.get(*bound).filter(|limit| limit.is_number());
        say(bound, limit.cloned());
        let flag = schema.get(*exclusive).filter(|flag| match old {
            true => flag.is_boolean() && limit.is_some(),
            false => flag.is_number(),
        });
        say(exclusive, flag.cloned());
    }
    say("uniqueItems", flag(schema.get("uniqueItems")));
    say("required", schema.get("required").and_then(names));
    let dependent = schema.get("dependentRequired").and_then(Value::as_object);
    say("dependentRequired", dependent.map(dependencies));
    found
}

fn flag(value: Option<&Value>) -> Option<Value> {
    value.filter(|value| value.is_boolean()).cloned()
}

/// The types that JSON has; a list that has others, too, says nothing.
fn types(value: &Value) -> Option<Value> {
    let known = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    match value.as_array() {
        Some(list) if list.iter().all(known) => distinct(list),
        Some(_) => None,
        None => known(value).then(|| value.clone()),
    }
}

fn distinct(values: &[Value]) -> Option<Value> {
    let mut found: Vec<&Value> = Vec::new();
    for value in values {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    (!found.is_empty()).then(|| json!(found))
}

fn names(value: &Value) -> Option<Value> {
    let names = value.as_array()?.iter().filter(|name| name.is_string());
    distinct(&names.cloned().collect::<Vec<_>>())
}

fn dependencies(map: &Map<String, Value>) -> Value {
    let lists = map
        .iter()
        .filter_map(|(name, list)| Some((name.clone(), names(list)?)));
    Value::Object(lists.collect())
}

fn is_positive(step: &Value) -> bool {
    step.as_f64().is_some_and(|step| step > 0.0)
}
