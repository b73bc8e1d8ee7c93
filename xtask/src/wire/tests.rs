use std::io;

use serde_json::{Map, Value, json};

use super::cases::{Arguments, Expected};
use super::line::{Target, line};
use super::reply::Reply;
use super::verdict::verdict;

fn asset(name: &str) -> io::Result<String> {
    Ok(format!("bytes of {name}"))
}

fn written(arguments: Value, variables: &Map<String, Value>) -> Value {
    let target = Target {
        operation: "run",
        url: "http://localhost:1",
        variables,
    };
    let arguments: Arguments = serde_json::from_value(arguments).expect("arguments are read");
    line(target, &arguments, &asset).expect("a line is written")
}

#[test]
fn a_line_has_the_files_of_the_suite_as_base64() {
    let file = json!({ "$file": { "filename": "a", "contentType": "image/png", "asset": "x" } });
    let body = json!({ "contentType": "multipart/form-data", "value": { "pictures": [file] } });
    let line = written(json!({ "body": body }), &Map::new());
    let file = json!({ "filename": "a", "content_type": "image/png", "base64": "bytes of x" });
    assert_eq!(line["body"]["pictures"][0]["$file"], file);
    assert_eq!(line["base_url"], "http://localhost:1");
}

#[test]
fn the_variables_of_a_server_stand_in_place_of_its_url() {
    let variables = json!({ "endpoint": "{baseUrl}/x" });
    let line = written(json!({}), variables.as_object().expect("an object"));
    assert_eq!(line["server_variables"]["endpoint"], "http://localhost:1/x");
    assert!(line.get("base_url").is_none());
}

#[track_caller]
fn check(expected: Value, last: Value, items: Vec<Value>, wrong: &[&str]) {
    let expected: Expected = serde_json::from_value(expected).expect("it is read");
    let reply = Reply { items, last };
    let found = verdict(&expected, &reply, "http://localhost:2", &asset).expect("it is judged");
    assert_eq!(found, wrong);
}

#[test]
fn an_answer_is_compared_by_status_header_fields_and_body() {
    let json =
        json!({ "status": 200, "body": { "contentType": "application/json", "json": { "a": 1 } } });
    let good = json!({ "ok": true, "status": 200, "body": { "a": 1.0 } });
    check(json.clone(), good, vec![], &[]);
    let bad = json!({ "ok": true, "status": 200, "body": { "a": 2 } });
    check(json.clone(), bad, vec![], &["body a: 2, not 1"]);
    let failed = json!({ "ok": false, "kind": "decode", "status": 0, "message": "no" });
    check(json, failed, vec![], &["status 0, not 200 (decode: no)"]);
    let headers = json!({ "status": 204, "headers": { "X-A": "{baseUrl}/a" } });
    let good = json!({ "ok": true, "status": 204, "headers": { "x-a": "http://localhost:2/a" }, "body": null });
    check(headers, good, vec![], &[]);
}

#[test]
fn the_items_of_a_stream_are_compared_one_by_one() {
    let text = "{\"a\": 1}\n{\"a\": 2}";
    let lines =
        json!({ "status": 200, "body": { "contentType": "application/jsonl", "text": text } });
    let end = json!({ "ok": true, "status": 200, "end": true });
    let items = vec![json!({ "a": 1 }), json!({ "a": 2 })];
    check(lines.clone(), end.clone(), items, &[]);
    let items = vec![json!({ "a": 1 }), json!({ "a": 3 })];
    check(lines, end, items, &["items [1].a: 3, not 2"]);
}
