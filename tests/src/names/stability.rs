use std::collections::BTreeSet;

use crate::emit::generate;

const BEFORE: &str = "
openapi: 3.0.3
info: { title: Shop, version: '1' }
tags: [{ name: Pet Store }, { name: pet-store }]
paths:
  /a:
    get:
      tags: [Pet Store]
      operationId: get-it
      parameters:
        - { name: page-size, in: query, schema: { type: string } }
        - { name: pageSize, in: query, schema: { type: string } }
      responses: { '200': { description: done, content: { application/json: { schema: { $ref: '#/components/schemas/B-c' } } } } }
  /b:
    get: { tags: [Pet Store], operationId: getIt, responses: { '200': { description: done } } }
  /c:
    get: { tags: [pet-store], responses: { '200': { description: done } } }
components:
  schemas:
    b_c: { type: object, properties: { a-b: { type: string }, a_b: { type: string }, aB: { type: string }, kind: { type: string, enum: [x-y, x_y, X] } } }
    B-c: { type: object, properties: { state: { type: object, properties: { kind: { type: string, enum: [one, two] } } } } }
    BC: { oneOf: [{ type: object, title: T, required: [a], properties: { a: { type: string } } }, { type: object, title: t, required: [b], properties: { b: { type: string } } }] }
";

/// What a program can name: the public items and members, each with its file.
fn names(document: &str) -> BTreeSet<String> {
    let is_name = |line: &&str| {
        let line = line.trim_start();
        let is_variant = line.ends_with([',', ')']) && line.starts_with(char::is_uppercase);
        line.starts_with("pub ") || is_variant
    };
    generate(document)
        .iter()
        .filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/runtime/"))
        .flat_map(|(path, text)| {
            // What a constant holds is no name.
            let name = |line: &str| {
                line.split(" = ")
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_owned()
            };
            (text.lines().filter(is_name)).map(move |line| format!("{path}: {}", name(line)))
        })
        .collect()
}

#[track_caller]
fn check(place: &str, addition: &str) {
    assert!(BEFORE.contains(place), "{place}");
    let after = names(&BEFORE.replacen(place, &format!("{addition}{place}"), 1));
    let before = names(BEFORE);
    let changed: Vec<&String> = before.difference(&after).collect();
    assert!(changed.is_empty(), "{addition:?} changed {changed:#?}");
    assert_ne!(before, after, "{addition:?} added nothing");
}

#[test]
fn a_new_schema_changes_no_name_of_another() {
    check(
        "    b_c:",
        "    Aa: { type: object, properties: { kind: { type: string, enum: [p, q] } } }\n",
    );
    check("    b_c:", "    state: { type: string, enum: [p, q] }\n");
}

#[test]
fn a_new_operation_changes_no_name_of_another() {
    let responses = "responses: { '200': { description: done } }";
    check(
        "  /a:",
        &format!("  /0:\n    get: {{ tags: [Pet Store], operationId: other, {responses} }}\n"),
    );
    check(
        "  /a:",
        &format!("  /0:\n    get: {{ tags: [new], operationId: getIt2, {responses} }}\n"),
    );
    let answer = "responses: { '200': { description: done, content: { application/json: { schema: { $ref: '#/components/schemas/BC' } } } } }";
    check(
        "  /a:",
        &format!("  /0:\n    get: {{ tags: [new], {answer} }}\n"),
    );
}

#[test]
fn a_new_field_changes_no_name_of_another() {
    check("a-b: {", "c: { type: string }, ");
    check(
        "kind: { type: string, enum: [one",
        "also: { type: string }, ",
    );
}

#[test]
fn a_new_value_changes_no_name_of_another() {
    check("x-y, x_y", "w, ");
}

#[test]
fn a_new_parameter_changes_no_name_of_another() {
    check(
        "        - { name: page-size",
        "        - { name: order, in: query, schema: { type: string } }\n",
    );
}

#[test]
fn a_new_variant_changes_no_name_of_another() {
    check("{ type: object, title: T,", "{ type: integer }, ");
}
