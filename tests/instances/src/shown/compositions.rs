use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::tabled::{NEW, OLD, check, instances, sample};
use crate::{Document, Reading, Sample, World};

fn pets() -> Value {
    json!({
        "It": {"$ref": "#/components/schemas/Pet"},
        "Pet": {
            "type": "object", "required": ["petType"], "properties": {"petType": {"type": "string"}},
            "discriminator": {"propertyName": "petType", "mapping": {"cat": "#/components/schemas/Cat", "kitty": "Cat"}},
        },
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"required": ["lives"], "properties": {"lives": {"type": "integer"}}}]},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"required": ["bark"], "properties": {"bark": {"type": "boolean"}}}]},
        "Puppy": {"allOf": [{"$ref": "#/components/schemas/Dog"}, {"required": ["age"], "properties": {"age": {"const": 1}}}]},
    })
}

#[test]
fn a_base_shows_what_is_built_on_it_by_its_names_at_every_level() {
    check(
        OLD,
        pets(),
        |it| it["petType"].is_string(),
        &[
            |it| it["petType"] == "cat" && it["lives"].is_number(),
            |it| it["petType"] == "kitty",
            |it| it["petType"] == "Dog" && it["bark"].is_boolean(),
            |it| it["petType"] == "Puppy" && it["age"].is_number() && it["bark"].is_boolean(),
            // What the description does not know.
            |it| {
                !["cat", "kitty", "Dog", "Puppy", "Pet"]
                    .contains(&it["petType"].as_str().unwrap_or_default())
            },
        ],
    );
}

#[test]
fn unions_show_every_branch_with_the_values_of_its_mapping() {
    let schema = json!({
        "It": {
            "oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
            "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A", "aa": "#/components/schemas/A"}},
        },
        "A": {"type": "object", "required": ["kind", "x"], "properties": {"kind": {"type": "string"}, "x": {"type": "string"}}},
        "B": {"type": "object", "required": ["kind", "y"], "properties": {"kind": {"type": "string"}, "y": {"type": "string"}}},
    });
    check(
        OLD,
        schema,
        Value::is_object,
        &[
            |it| it["kind"] == "a" && it["x"].is_string(),
            |it| it["kind"] == "aa",
            |it| it["kind"] == "B" && it["y"].is_string(),
        ],
    );
    let scalars = json!({"It": {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}, {"type": "null"}, {"type": "array", "items": {"type": "integer"}}]}});
    check(
        NEW,
        scalars,
        |it| !it.is_object(),
        &[
            |it| it == "a",
            |it| it != "a" && it.is_string(),
            Value::is_null,
            Value::is_array,
        ],
    );
}

#[test]
fn all_parts_of_a_composition_are_heeded() {
    let schema = json!({
        "It": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"a": {"maxLength": 4}}, "required": ["b"]}], "oneOf": [{"required": ["c"]}, {"required": ["d"]}]},
        "Base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "minLength": 2}, "b": {"type": "integer"}}},
    });
    check(
        OLD,
        schema,
        |it| it["a"].is_string() && it["b"].is_number(),
        &[|it| it.get("c").is_some(), |it| it.get("d").is_some()],
    );
    let not = json!({"It": {"type": "string", "enum": ["a", "b", "c"], "not": {"const": "b"}}});
    check(NEW, not, |it| it != "b", &[|it| it == "a", |it| it == "c"]);
    let way = json!({"It": {
        "type": "object", "required": ["k"], "properties": {"k": {"enum": [1, 2]}},
        "if": {"properties": {"k": {"const": 1}}}, "then": {"required": ["one"]}, "else": {"required": ["two"]},
    }});
    check(
        NEW,
        way,
        |it| it.get("one").is_some() || it.get("two").is_some(),
        &[|it| it["k"] == 1, |it| it["k"] == 2],
    );
    let closed = json!({
        "It": {"$ref": "#/components/schemas/Open", "unevaluatedProperties": false, "properties": {"b": {"type": "string"}}},
        "Open": {"type": "object", "properties": {"a": {"type": "string"}}},
    });
    check(
        NEW,
        closed,
        |it| {
            it.as_object()
                .is_some_and(|it| it.keys().all(|name| name == "a" || name == "b"))
        },
        &[|it| it.get("a").is_some()],
    );
}

#[test]
fn what_stands_beside_a_reference_counts_since_3_1() {
    let schema = json!({
        "It": {"$ref": "#/components/schemas/Text", "minLength": 3},
        "Text": {"type": "string"},
    });
    check(
        NEW,
        schema.clone(),
        |it| it.as_str().is_some_and(|it| it.chars().count() >= 3),
        &[],
    );
    check(OLD, schema, Value::is_string, &[|it| it == ""]);
}

#[test]
fn references_lead_into_definitions_to_anchors_and_into_other_files() {
    let within = json!({
        "It": {"type": "object", "required": ["a", "b", "c"], "properties": {
            "a": {"$ref": "#/components/schemas/Has/$defs/In"}, "b": {"$ref": "#here"}, "c": {"$ref": "https://example.com/one"},
        }},
        "Has": {"$defs": {"In": {"const": 1}, "Anchored": {"$anchor": "here", "const": 2}, "Id": {"$id": "https://example.com/one", "const": 3}}},
    });
    check(
        NEW,
        within,
        |it| it["a"] == 1 && it["b"] == 2 && it["c"] == 3,
        &[],
    );

    let root = json!({"openapi": OLD, "components": {"schemas": {"It": {"$ref": "types/more.json#/Far%20away"}}}});
    let far = json!({"Far away": {"type": "array", "minItems": 1, "items": {"$ref": "#/Near"}}, "Near": {"enum": [1]}});
    let files = BTreeMap::from([("openapi.json", root), ("types/more.json", far)]);
    let document = Document::new(["openapi.json"], files);
    let world = World::new(&document, &["#/components/schemas/It".to_owned()]);
    for name in ["It", "#/components/schemas/It"] {
        let sample = Sample::of(&world, name, 1, 20);
        assert!(sample.values.iter().all(|it| it[0] == 1), "{sample:?}");
        assert_eq!(sample.values.len(), 20);
    }
}

#[test]
fn recursion_ends_and_sometimes_is_deep() {
    let schema = json!({"It": {"type": "object", "required": ["v"], "properties": {
        "v": {"type": "integer"}, "kids": {"type": "array", "items": {"$ref": "#/components/schemas/It"}},
        "map": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/It"}},
    }}});
    check(
        OLD,
        schema,
        |it| it["v"].is_number(),
        &[|it| it["kids"][0]["kids"][0]["v"].is_number()],
    );
    let choice = json!({"It": {"oneOf": [
        {"type": "number"},
        {"type": "object", "required": ["l", "r"], "properties": {"l": {"$ref": "#/components/schemas/It"}, "r": {"$ref": "#/components/schemas/It"}}},
    ]}});
    let values = instances(OLD, choice);
    assert!(values.iter().any(|it| it["l"]["r"]["l"].is_number()));
}

#[test]
fn a_choice_of_which_always_several_fit_is_read_loosely() {
    let schema = json!({"It": {"oneOf": [{"type": "object"}, {"type": "object", "properties": {"a": {"type": "string"}}}]}});
    let sample = sample(OLD, schema, 20);
    assert_eq!(sample.values.len(), 20);
    assert_eq!(sample.reading, Reading::Loose);
}
