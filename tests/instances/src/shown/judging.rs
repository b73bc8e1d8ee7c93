use serde_json::{Value, json};

use super::tabled::{OLD, check, instances};
use crate::{Document, Reading, World};

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
        assert!(world.fits("It", &fits, Reading::Strict), "{fits}");
    }
    let not = [
        json!({}),
        json!({"a": 1}),
        json!({"a": "", "b": 1}),
        json!({"a": "", "c": 1}),
        json!(null),
    ];
    for value in not {
        assert!(!world.fits("It", &value, Reading::Strict), "{value}");
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
