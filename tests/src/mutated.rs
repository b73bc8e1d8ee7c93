//! A sound description with one value broken: it is read all the same, whichever value it is and whatever stands there.

use std::panic::{AssertUnwindSafe, catch_unwind};

use clientwright::{
    Stage,
    config::Config,
    diagnostic::{Code, Severity},
    source::{Pointer, Sources},
};
use serde_json::{Map, Value, json};

/// What may end a run: that the file is no description, or of no version there is.
const FATAL: &[Code] = &[Code::NotOpenapi, Code::UnsupportedVersion];

/// Errors besides that one mutation each may cause.
fn is_allowed(code: Code, pointer: &str) -> bool {
    FATAL.contains(&code) && matches!(pointer, "" | "/openapi" | "/swagger")
}

/// The descriptions, one in the words of OpenAPI 3 and one in those of Swagger 2.0.
const DESCRIPTIONS: [&str; 2] = ["library.yaml", "library-2.0.yaml"];

fn description(name: &str) -> Value {
    let path = format!("{}/cases/mutated/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the description can be read");
    let mut sources = Sources::in_memory([("library.yaml", text)]);
    let file = sources.open("library.yaml").expect("it is YAML");
    sources.value(file).clone()
}

/// What stands where something else should.
fn intruders() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("text"),
        json!([]),
        json!(["text", null]),
        json!({}),
        json!({ "$ref": "#/components/schemas/Book" }),
        json!({ "$ref": "#/definitions/Book" }),
        json!({ "$ref": "#/nowhere" }),
        json!({ "$ref": 7 }),
        json!({ "type": "object", "properties": null, "text": [1] }),
        json!([{ "a": [] }]),
    ]
}

/// The pointers to every value within a value.
fn pointers(value: &Value) -> Vec<Pointer> {
    let mut found = vec![Pointer::root()];
    let mut pending = vec![(Pointer::root(), value)];
    while let Some((pointer, value)) = pending.pop() {
        let children: Vec<(Pointer, &Value)> = match value {
            Value::Object(members) => members
                .iter()
                .map(|(name, member)| (pointer.child(name), member))
                .collect(),
            Value::Array(elements) => elements
                .iter()
                .enumerate()
                .map(|(index, element)| (pointer.index(index), element))
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        found.extend(children.iter().map(|(pointer, _)| pointer.clone()));
        pending.extend(children);
    }
    found
}

/// The object or list that holds what `pointer` names.
fn holder<'v>(whole: &'v mut Value, pointer: &Pointer) -> Option<(&'v mut Value, String)> {
    let last = pointer.last()?.into_owned();
    let holder = whole.pointer_mut(pointer.parent()?.as_str())?;
    Some((holder, last))
}

/// The description without a value, with it twice, or with it under another name.
fn moved(whole: &Value, pointer: &Pointer) -> Vec<Value> {
    let edits: [fn(&mut Value, &str); 3] = [remove, repeat, rename];
    let mut broken = Vec::new();
    for edit in edits {
        let mut whole = whole.clone();
        if let Some((holder, last)) = holder(&mut whole, pointer) {
            edit(holder, &last);
            broken.push(whole);
        }
    }
    broken
}

fn remove(holder: &mut Value, last: &str) {
    match holder {
        Value::Object(members) => _ = members.shift_remove(last),
        Value::Array(elements) => _ = elements.remove(last.parse().expect("an index")),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn repeat(holder: &mut Value, last: &str) {
    match holder {
        Value::Object(members) => {
            let value = members.get(last).cloned().unwrap_or_default();
            members.insert(format!("{last}?#{{{last}"), value);
        }
        Value::Array(elements) => {
            let index: usize = last.parse().expect("an index");
            elements.push(elements[index].clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn rename(holder: &mut Value, last: &str) {
    if let Value::Object(members) = holder {
        let renamed: Map<String, Value> = std::mem::take(members)
            .into_iter()
            .map(|(name, value)| {
                (
                    if name == last {
                        name.to_uppercase()
                    } else {
                        name
                    },
                    value,
                )
            })
            .collect();
        *members = renamed;
    }
}

/// What is wrong with how a description is read; nothing, if it is read.
fn wrong(text: &str) -> Option<(Option<Code>, String)> {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut sources = Sources::in_memory([("api.json", text)]);
        clientwright::explain(&mut sources, &Config::default(), Stage::Plan, None)
    }));
    match read {
        Err(_) => Some((None, "panics".to_owned())),
        Ok(Ok(_)) => None,
        Ok(Err(failed)) => {
            let error = failed
                .diagnostics
                .into_iter()
                .find(|said| said.severity == Severity::Error);
            Some(error.map_or_else(
                || (None, "fails without an error".to_owned()),
                |error| (Some(error.code), error.message),
            ))
        }
    }
}

/// The breakages of one value: without it, with it twice, under another name, and every intruder in its place.
fn breakages(sound: &Value, pointer: &Pointer) -> Vec<Value> {
    let mut broken = moved(sound, pointer);
    for intruder in intruders() {
        let mut whole = sound.clone();
        *whole.pointer_mut(pointer.as_str()).expect("it is there") = intruder;
        broken.push(whole);
    }
    broken
}

/// Reads the descriptions with each value broken in each way, or in every `step`th of them; says what went wrong.
fn failures(step: usize) -> Vec<String> {
    let all = DESCRIPTIONS.iter();
    all.flat_map(|name| failures_of(&description(name), step))
        .collect()
}

fn failures_of(sound: &Value, step: usize) -> Vec<String> {
    assert_eq!(wrong(&sound.to_string()), None);
    let mut failures = Vec::new();
    for (index, pointer) in pointers(sound).into_iter().enumerate() {
        // Which of the ways are taken differs from value to value.
        for whole in breakages(sound, &pointer)
            .iter()
            .skip(index % step)
            .step_by(step)
        {
            match wrong(&whole.to_string()) {
                None => {}
                Some((Some(code), _)) if is_allowed(code, pointer.as_str()) => {}
                Some((code, message)) => {
                    let stands = whole.pointer(pointer.as_str());
                    failures.push(format!("{pointer} = {stands:?}: {code:?} {message}"));
                }
            }
        }
    }
    failures
}

#[test]
fn a_description_is_read_whatever_stands_in_the_place_of_one_of_its_values() {
    assert_eq!(failures(11), Vec::<String>::new());
}

#[test]
#[ignore = "half a minute; the test above takes every eleventh of these"]
fn a_description_is_read_whatever_stands_in_the_place_of_any_of_its_values() {
    assert_eq!(failures(1), Vec::<String>::new());
}
