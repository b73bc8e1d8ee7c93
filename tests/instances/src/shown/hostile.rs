use serde_json::{Value, json};

use super::tabled::{NEW, OLD, sample};
use crate::{Document, Reading, Sample, World};

/// There is no instance, and it is said why.
fn check(version: &str, schemas: Value, reason: &str) {
    let sample = sample(version, schemas, 20);
    assert_eq!(sample.values, [Value::Null; 0]);
    assert!(
        sample.reason.as_ref().is_some_and(|it| it.contains(reason)),
        "{sample:?}"
    );
}

#[test]
fn what_nothing_fits_gives_nothing_and_says_so() {
    check(NEW, json!({"It": false}), "nothing");
    check(
        NEW,
        json!({"It": {"type": "string", "enum": [1]}}),
        "nothing",
    );
    check(
        OLD,
        json!({"It": {"type": "integer", "minimum": 5, "maximum": 4}}),
        "nothing",
    );
    check(OLD, json!({"Other": {}}), "no such schema");
    let endless = json!({"It": {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/components/schemas/It"}}}});
    check(OLD, endless, "endless");
    let long = json!({"It": {"type": "string", "minLength": 100_000_000_u64}});
    check(OLD, long, "nothing");
    let wide = json!({"It": {"type": "array", "minItems": 4_000_000_000_u64, "items": {"type": "string"}}});
    check(OLD, wide, "nothing");
}

#[test]
fn rings_of_references_hold_nobody_up() {
    let rings = [
        json!({"It": {"$ref": "#/components/schemas/It"}}),
        json!({"It": {"$ref": "#/components/schemas/A"}, "A": {"$ref": "#/components/schemas/It"}}),
        json!({"It": {"allOf": [{"$ref": "#/components/schemas/It"}], "type": "object"}}),
        json!({"It": {"allOf": [{"$ref": "#/components/schemas/A"}]}, "A": {"allOf": [{"$ref": "#/components/schemas/It"}]}}),
        json!({"It": {"anyOf": [{"$ref": "#/components/schemas/It"}, {"$ref": "#/components/schemas/It"}]}}),
        json!({"It": {"not": {"$ref": "#/components/schemas/It"}}}),
        json!({"It": {"type": "array", "items": {"$ref": "#/components/schemas/It"}}}),
        json!({"It": {"$ref": "#/nowhere"}}),
        json!({"It": {"$ref": "missing.yaml#/A"}}),
    ];
    for schemas in rings {
        for version in [OLD, NEW] {
            sample(version, schemas.clone(), 20);
        }
    }
}

#[test]
fn keywords_of_wrong_types_say_nothing() {
    let schema = json!({"It": {
        "type": "thing", "properties": 7, "required": "a", "enum": "x", "items": 3, "allOf": {}, "minimum": "1",
        "pattern": "(", "maxLength": -1, "multipleOf": 0, "format": [], "discriminator": 4, "nullable": "no",
        "patternProperties": {"[": {"type": "string"}}, "exclusiveMinimum": "x", "not": [],
    }});
    for version in ["2.0", OLD, NEW] {
        let sample = sample(version, schema.clone(), 20);
        assert_eq!(sample.values.len(), 20, "{version}");
    }
}

#[test]
fn deep_and_wide_schemas_take_no_time() {
    let deep = (0..60).fold(
        json!({"type": "string"}),
        |inner, _| json!({"type": "object", "required": ["a"], "properties": {"a": inner}}),
    );
    assert_eq!(sample(OLD, json!({"It": deep}), 5).values.len(), 5);
    let branches: Vec<Value> = (0..100)
        .map(|index| json!({"$ref": format!("#/components/schemas/N{index}")}))
        .collect();
    let mut schemas = json!({"It": {"anyOf": branches}});
    for index in 0..100 {
        schemas[format!("N{index}")] = json!({"anyOf": branches});
    }
    sample(OLD, schemas, 5);
    let chain: Value = (0..3000)
        .map(|index| {
            (
                format!("N{index}"),
                json!({"$ref": format!("#/components/schemas/N{}", index + 1)}),
            )
        })
        .chain([
            ("N3000".to_owned(), json!({"type": "string"})),
            ("It".to_owned(), json!({"$ref": "#/components/schemas/N0"})),
        ])
        .collect();
    assert_eq!(sample(OLD, chain, 5).values.len(), 5);
}

#[test]
fn a_document_that_is_none_has_no_instances() {
    for value in [
        json!(null),
        json!([]),
        json!({"components": {"schemas": []}}),
        json!({"definitions": 4}),
    ] {
        let document = Document::of_value(value);
        let world = World::new(&document, &["#/a".to_owned(), "x".to_owned()]);
        assert!(Sample::of(&world, "It", 1, 5).values.is_empty());
        assert!(!world.fits("It", &json!(1), Reading::Strict));
    }
}
