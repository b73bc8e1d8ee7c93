//! The command line, as the crate of an API has it.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use clientwright_runtime::cli::{Codec, Program, Schemas, Settings, codec};
use clientwright_runtime::{Api, ClientBuilder};

const CODECS: &[(&str, Codec)] = &[
    ("Option<i64>", codec::<Option<i64>>),
    ("String", codec::<String>),
    ("Vec<i64>", codec::<Vec<i64>>),
];

const TREE: &str = r##"// what it is
{"api/all.yaml":{"components":{"schemas":{
"List":["Vec<i64>",{"items":"Option<i64>"}],
"Off":"types::Off",
"a/b":"String"}},
"paths":{"/x":{"get":["#/paths/~1y/get",{"parameters":{"0":"api/parts.yaml#/p"}}]},"/y":{"get":{"responses":{"200":"#/components/schemas/List"}}}},
"round":"#/about","about":"#/round"},
"api/parts.yaml":{"p":"String","all":"Vec<i64>"}}
"##;

static API: Api = Api::new("test", "1");

fn program() -> Program {
    Program {
        name: "test",
        version: "1",
        about: "a test",
        groups: &[],
        builder: || ClientBuilder::new(&API),
        logins: &[],
        schemas: Schemas::new(CODECS, TREE),
    }
}

fn answer(lines: &str) -> String {
    let mut output = Vec::new();
    let settings = Settings::default();
    program()
        .invoke(&settings, lines.as_bytes(), &mut output)
        .unwrap();
    String::from_utf8(output).unwrap()
}

#[track_caller]
fn is_of(schema: &str, value: &str) {
    let line = format!(r#"{{"schema":"{schema}","value":{value}}}"#);
    let expected = format!("{{\"ok\":true,\"value\":{value}}}\n");
    assert_eq!(answer(&line), expected);
}

#[test]
fn a_schema_is_found_by_its_name_and_by_its_place() {
    is_of("List", "[1,2]");
    is_of("a/b", "\"text\"");
    is_of("#/components/schemas/a~1b", "\"text\"");
    is_of("#/components/schemas/a%7E1b", "\"text\"");
    is_of("#/components/schemas/List/items", "null");
}

#[test]
fn a_place_leads_through_references_and_into_other_files() {
    is_of("#/paths/~1y/get/responses/200", "[]");
    is_of("#/paths/~1x/get/responses/200/items", "1");
    is_of("#/paths/~1x/get/parameters/0", "\"text\"");
    is_of("parts.yaml#/p", "\"text\"");
    is_of("api/parts.yaml#/all", "[]");
}

#[test]
fn what_is_no_schema_is_said_to_be_none() {
    for schema in [
        "",
        "#",
        "#/round",
        "#/round/about",
        "#/paths",
        "list",
        "Off",
        "#/paths/~1x/get/parameters/00",
    ] {
        let said = answer(&format!(r#"{{"schema":"{schema}","value":1}}"#));
        assert!(
            said.starts_with(r#"{"ok":false,"kind":"request","#),
            "{schema}: {said}"
        );
    }
    assert!(answer(r#"{"schema":"Off","value":1}"#).contains("feature"));
}

#[test]
fn a_value_is_read_as_it_was_written() {
    let said = answer(r#"{"schema":"List","value":[1, 12345678901234567890]}"#);
    assert!(said.contains(r#""kind":"decode""#), "{said}");
    assert!(
        said.contains(r#""path":"[1]","expected":"an integer","found":"12345678901234567890""#),
        "{said}"
    );
    let said = answer(&format!(
        r#"{{"schema":"List","value":{}}}"#,
        "[".repeat(100_000)
    ));
    assert!(said.contains(r#""kind":"request""#), "{said}");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let said = answer(&format!(r#"{{"schema":"List","value":{deep}}}"#));
    assert!(said.contains(r#""kind":"decode""#), "{said}");
    let said = answer(r#"{"schema":"List","value":[1}}"#);
    assert!(said.contains(r#""kind":"decode""#), "{said}");
}

#[test]
fn a_line_that_fails_is_answered_and_the_next_one_too() {
    let said = answer(
        "\u{feff}[1]\n\r\n{\"value\":1}\n{\"schema\":1}\n{\"schema\":\"List\"}\n{\"operation\":\"x\"}\n{\"schema\":\"List\",\"value\":[1],\"more\":[{}]}",
    );
    let kinds: Vec<&str> = said
        .lines()
        .map(|line| line.split('"').nth(5).unwrap_or("value"))
        .collect();
    let expected = [
        "request",
        "request",
        "request",
        "request",
        "unknown_operation",
        "value",
    ];
    assert_eq!(kinds, expected, "{said}");
    let mut output = Vec::new();
    let settings = Settings::default();
    program()
        .invoke(&settings, &b"\xff\n{}"[..], &mut output)
        .unwrap();
    assert_eq!(output.iter().filter(|byte| **byte == b'\n').count(), 2);
}
