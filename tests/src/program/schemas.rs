//! Lines that name a schema, and lines that cannot be done.

use serde_json::{Value, json};

use super::running::answers;

#[test]
fn a_line_a_schema_and_its_value_in_and_the_value_out_again() {
    let answers = answers(&[
        r#"{"schema":"ApiError","value":{"error":{"code":"a","message":"b","more":12345678901234567890123}}}"#,
        r##"{"value":{"id":3},"schema":"#/paths/~1v1~1integrations~1configuration~1%7Bid%7D~1products/get/responses/200/content/application~1json/schema/properties/products/items"}"##,
        "no JSON",
        "",
        r##"{"schema":"#/paths/~1v1~1integrations~1configuration~1{id}~1products/get/parameters/1/schema","value":"team"}"##,
        r#"{"schema":"ApiErr","value":null}"#,
        r#"{"operation":"getConfig"}"#,
        r#"{"operation":"getConfiguration"}"#,
        r#"{"operation":"GET /v1/integrations/configuration/{id}","parameters":{"path":{"id":"."}},"security":{}}"#,
        r#"{"operation":"getConfiguration","parameters":{"path":{"id":"a"},"query":{"team":"b"}}}"#,
    ]);
    let said = |answer: &Value, name: &str| answer.get(name).cloned().unwrap_or_default();
    assert_eq!(answers.len(), 9);
    assert_eq!(
        answers[0].to_string(),
        r#"{"ok":true,"value":{"error":{"code":"a","message":"b","more":12345678901234567890123}}}"#
    );
    let decode = json!({
        "ok": false,
        "kind": "decode",
        "message": "id: expected a string, found 3 (line 1, column 7)",
        "path": "id",
        "expected": "a string",
        "found": "3",
    });
    assert_eq!(answers[1], decode);
    assert_eq!(said(&answers[2], "kind"), "request");
    assert_eq!(answers[3], json!({ "ok": true, "value": "team" }));
    assert_eq!(said(&answers[4], "kind"), "request");
    assert_eq!(said(&answers[5], "kind"), "unknown_operation");
    assert_eq!(
        answers[6],
        json!({ "ok": false, "kind": "request", "message": "the path parameter `id` must be given" })
    );
    assert_eq!(said(&answers[7], "kind"), "request");
    assert_eq!(
        said(&answers[8], "message"),
        "the operation has no query parameter `team`"
    );
}
