use serde_json::{Value, json};

use crate::{Document, Sample, World};

pub(super) const OLD: &str = "3.0.3";
pub(super) const NEW: &str = "3.1.0";

/// What is made of the schema `It` of a description of a version.
pub(super) fn sample(version: &str, schemas: Value, count: usize) -> Sample {
    let file = match version {
        "2.0" => json!({"swagger": "2.0", "definitions": schemas}),
        version => json!({"openapi": version, "components": {"schemas": schemas}}),
    };
    let document = Document::of_value(file);
    let world = World::new(&document, &[]);
    assert_eq!(world.fault(), None);
    Sample::of(&world, "It", 1, count)
}

pub(super) fn instances(version: &str, schemas: Value) -> Vec<Value> {
    let sample = sample(version, schemas, 200);
    assert_eq!(sample.values.len(), 200, "{sample:?}");
    sample.values
}

/// All the instances are such, and each of the others is among them.
pub(super) fn check(
    version: &str,
    schemas: Value,
    all: fn(&Value) -> bool,
    some: &[fn(&Value) -> bool],
) {
    let values = instances(version, schemas.clone());
    for value in &values {
        assert!(all(value), "{value} of {schemas}");
    }
    for (index, wanted) in some.iter().enumerate() {
        assert!(values.iter().any(wanted), "number {index} of {schemas}");
    }
}
