use serde_json::{Value, json};

use crate::{Document, Sample, World};

const OLD: &str = "3.0.3";

/// What is made of the schema `It` of a description of a version.
fn sample(version: &str, schemas: Value, count: usize) -> Sample {
    let file = match version {
        "2.0" => json!({"swagger": "2.0", "definitions": schemas}),
        version => json!({"openapi": version, "components": {"schemas": schemas}}),
    };
    let document = Document::of_value(file);
    let world = World::new(&document, &[]);
    assert_eq!(world.fault(), None);
    Sample::of(&world, "It", 1, count)
}

fn instances(version: &str, schemas: Value) -> Vec<Value> {
    let sample = sample(version, schemas, 200);
    assert_eq!(sample.values.len(), 200, "{sample:?}");
    sample.values
}

/// All the instances are such, and each of the others is among them.
fn check(version: &str, schemas: Value, all: fn(&Value) -> bool, some: &[fn(&Value) -> bool]) {
    let values = instances(version, schemas.clone());
    for value in &values {
        assert!(all(value), "{value} of {schemas}");
    }
    for (index, wanted) in some.iter().enumerate() {
        assert!(values.iter().any(wanted), "number {index} of {schemas}");
    }
}

fn document(schema: Value) -> Document {
    Document::of_value(json!({"openapi": OLD, "components": {"schemas": {"It": schema}}}))
}

#[test]
fn the_judge_lets_pass_what_fits_and_nothing_else() {
    let schema = json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": {
            "a": {"type": "string", "nullable": true},
            "b": {"type": "integer", "minimum": 1, "exclusiveMinimum": true},
        },
    });
    let document = document(schema);
    let world = World::new(&document, &[]);
    for fits in [json!({"a": null}), json!({"a": "", "b": 2})] {
        assert!(world.fits("It", &fits), "{fits}");
    }
    let not = [
        json!({}),
        json!({"a": 1}),
        json!({"a": "", "b": 1}),
        json!({"a": "", "c": 1}),
        json!(null),
    ];
    for value in not {
        assert!(!world.fits("It", &value), "{value}");
    }
}

#[test]
fn objects_show_their_properties_present_absent_and_null_and_members_that_nobody_declared() {
    let schema = json!({"It": {
        "type": "object", "required": ["r"],
        "properties": {"r": {"type": "string"}, "o": {"type": "integer"}, "n": {"type": "string", "nullable": true}},
    }});
    check(
        OLD,
        schema,
        |it| it["r"].is_string(),
        &[
            |it| it.get("o").is_none(),
            |it| it.get("o").is_some(),
            |it| it.get("n").is_none(),
            |it| it.get("n") == Some(&Value::Null),
            |it| it["n"].is_string(),
            |it| it.as_object().is_some_and(|it| it.len() > 3),
        ],
    );
}

#[test]
fn a_seed_gives_the_same_instances_whatever_else_is_described() {
    let it = json!({"type": "object", "properties": {"a": {}, "b": {"type": "number"}}});
    let alone = instances(OLD, json!({"It": it}));
    let beside = instances(
        OLD,
        json!({"Another": {"type": "string"}, "It": it, "Third": {"not": {}}}),
    );
    assert_eq!(alone, beside);
}
