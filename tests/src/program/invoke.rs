//! Lines that name an operation, and the whole of the lines that answer them.

use std::time::Duration;

use super::running::run_beside_a_server;
use crate::server::{Answer, Server};

const BODY: &str = r#"{"productId":"iap_1","name":"orders","status":"pending"}"#;

/// The line by which `importResource` is called, and how long that may take in seconds.
fn line(seconds: f64) -> String {
    let path = r#"{"path":{"integrationConfigurationId":"icfg/1","resourceId":"db-1"}}"#;
    format!(
        r#"{{"operation":"importResource","parameters":{path},"body":{BODY},"security":{{"bearerToken":"secret"}},"max_attempts":1,"timeout":{seconds}}}"#
    )
}

/// What is answered to a call within so many seconds that the server answers so.
async fn answered(answer: Answer, seconds: f64) -> (Server, String) {
    let server = Server::start([answer]).await;
    let url = server.url();
    let arguments = ["--base-url", &url, "invoke"];
    let outcome = run_beside_a_server(&arguments, &[], &(line(seconds) + "\n")).await;
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    (server, outcome.out)
}

#[tokio::test]
async fn a_call_that_succeeds_is_answered_by_its_value() {
    let (server, answer) = answered(Answer::json(r#"{"name":"orders"}"#), 30.0).await;
    let expected = concat!(
        r#"{"ok":true,"status":200,"headers":{"content-type":"application/json","content-length":"17"},"#,
        r#""content_type":"application/json","body":{"name":"orders"}}"#,
        "\n"
    );
    assert_eq!(answer, expected);
    let request = server.request();
    assert_eq!(
        request.line(),
        "PUT /v1/installations/icfg%2F1/resources/db-1"
    );
    assert_eq!(request.header("authorization"), Some("Bearer secret"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.text(), BODY);
}

#[tokio::test]
async fn a_failure_of_the_api_is_answered_with_its_body() {
    let (_server, answer) = answered(Answer::error(404, "not_found"), 30.0).await;
    let expected = concat!(
        r#"{"ok":false,"kind":"api","status":404,"#,
        r#""headers":{"content-type":"application/json","content-length":"68"},"content_type":"application/json","#,
        r#""body":{"error":{"code":"not_found","message":"It went wrong: not_found."}},"#,
        r#""message":"importResource: 404 Not Found: not_found: It went wrong: not_found."}"#,
        "\n"
    );
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_body_that_is_not_understood_is_answered_with_its_place() {
    let (_server, answer) = answered(Answer::json(r#"{"name":3}"#), 30.0).await;
    let expected = concat!(
        r#"{"ok":false,"kind":"decode","status":200,"#,
        r#""headers":{"content-type":"application/json","content-length":"10"},"content_type":"application/json","#,
        r#""body":{"name":3},"message":"importResource: 200 OK, so the call succeeded, but its body (10 bytes) was not "#,
        r#"understood: name: expected a string, found 3 (line 1, column 9)","#,
        r#""path":"name","expected":"a string","found":"3"}"#,
        "\n"
    );
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_connection_that_ends_is_answered_as_a_failure_of_the_transport() {
    let (_server, answer) = answered(Answer::hang_up(), 30.0).await;
    let expected = concat!(
        r#"{"ok":false,"kind":"transport","message":"importResource: the connection failed: "#,
        r#"error sending request: client error (SendRequest): connection closed before message completed"}"#,
        "\n"
    );
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_call_that_takes_too_long_is_answered_as_such() {
    let late = Answer::json("{}").after(Duration::from_secs(60));
    let (_server, answer) = answered(late, 0.5).await;
    let expected = concat!(
        r#"{"ok":false,"kind":"timeout","message":"importResource: the call took longer than 500ms"}"#,
        "\n"
    );
    assert_eq!(answer, expected);
}
