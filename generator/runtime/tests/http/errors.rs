//! What errors say, and what they keep to themselves.

use std::borrow::Cow;
use std::error::Error as _;
use std::time::Duration;

use clientwright_runtime::answer::Head;
use clientwright_runtime::json::Json;
use clientwright_runtime::{
    Answer, AuthFailure, Bytes, CallError, Error, HeaderMap, OperationError, StatusCode,
    TimeoutFailure, TransportError, TransportErrorKind, TransportFailure,
};

type Failed = OperationError<Vec<String>>;

fn failure(status: u16, headers: &[(&'static str, &str)], body: &str) -> Failed {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.insert(*name, value.parse().unwrap());
    }
    let status = StatusCode::from_u16(status).unwrap();
    let head = Head {
        operation: Cow::Borrowed("importResource"),
        status,
        headers: map,
    };
    let answer = Answer::new(head, Bytes::copy_from_slice(body.as_bytes()));
    answer.failure(|answer| Some(answer.json_body()))
}

fn check(body: &str, expected: &str) {
    let error = failure(409, &[], body);
    assert_eq!(
        error.to_string(),
        format!("importResource: 409 Conflict{expected}"),
        "{body}"
    );
}

#[test]
fn a_failure_says_what_its_body_says_in_the_usual_places() {
    check(
        r#"{"error":{"code":"conflict","message":"Exists already"}}"#,
        ": conflict: Exists already",
    );
    check(
        r#"{"code":"conflict","message":"Exists already"}"#,
        ": conflict: Exists already",
    );
    check(
        r#"{"error":"invalid_grant","error_description":"Expired"}"#,
        ": invalid_grant: Expired",
    );
    check(
        r#"{"type":"about:blank","title":"Conflict","detail":"Two"}"#,
        ": about:blank: Two",
    );
    check(
        r#"{"errors":[{"message":"First"},{"message":"Second"}]}"#,
        ": First",
    );
    check(r#"{"message":"a\nb"}"#, ": a b");
    check(r#""plain""#, ": plain");
    check(r#"{"error":{"nothing":1}}"#, "");
    check("<html>", "");
    check("", "");
    let long = "x".repeat(1000);
    check(
        &format!(r#"{{"message":"{long}"}}"#),
        &format!(": {}…", "x".repeat(200)),
    );
}

#[test]
fn a_failure_has_all_of_the_answer() {
    let headers = [
        ("x-vercel-id", "fra1::x"),
        ("retry-after", "7"),
        ("content-type", "application/json"),
    ];
    let error = failure(429, &headers, r#"["slow"]"#);
    assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(error.is_retryable() && !error.is_timeout());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.request_id(), Some("fra1::x"));
    assert_eq!(error.operation(), "importResource");
    let failure = error.as_api().unwrap();
    assert_eq!(failure.body().unwrap(), &["slow"]);
    assert_eq!(failure.raw_body(), r#"["slow"]"#);
    assert_eq!(failure.text(), r#"["slow"]"#);
    assert!(failure.decode::<Json>().unwrap().as_array().is_some());
    assert!(failure.body_error().is_none() && !failure.is_truncated());
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.into_body().unwrap(), ["slow"]);
}

#[test]
fn a_failure_whose_body_is_something_else_says_why() {
    let error = failure(
        500,
        &[("content-type", "text/html")],
        "<html>secret page</html>",
    );
    let failure = error.as_api().unwrap();
    assert!(failure.body().is_none());
    let why = failure.body_error().unwrap();
    assert_eq!(why.to_string(), "expected JSON, found `text/html`");
    assert_eq!(error.source().unwrap().to_string(), why.to_string());
    assert!(!format!("{error:?}").contains("secret page"));
    assert_eq!(failure.text(), "<html>secret page</html>");
}

#[test]
fn every_error_becomes_the_one_of_the_crate() {
    fn run() -> Result<(), Error> {
        Err(failure(404, &[("x-request-id", "r")], r#"["gone"]"#))?
    }
    let error = run().unwrap_err();
    assert_eq!(error.to_string(), "importResource: 404 Not Found");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.request_id(), Some("r"));
    let body = error.as_api().unwrap().decode::<Vec<String>>().unwrap();
    assert_eq!(body, ["gone"]);
    assert!(matches!(error.kind(), OperationError::Api(_)));
}

#[test]
fn errors_have_causes_and_predicates() {
    let broken = || TransportError::new(TransportErrorKind::Connect, "no route");
    let transport = TransportFailure::new("getThing", None, broken());
    assert!(transport.is_connect());
    let error = Failed::from(CallError::from(transport));
    assert_eq!(error.to_string(), "getThing: no connection to the server");
    assert_eq!(error.source().unwrap().to_string(), "no route");
    assert!(error.is_retryable());
    let timeout = TimeoutFailure::call("getThing", Duration::from_millis(1500));
    let error = Failed::from(CallError::from(timeout));
    assert_eq!(
        error.to_string(),
        "getThing: the call took longer than 1.5s"
    );
    assert!(error.is_timeout() && error.is_retryable() && error.status().is_none());
    let auth = AuthFailure::new("no credential").with_source("why");
    let error = Failed::from(CallError::from(auth));
    assert_eq!(error.source().unwrap().to_string(), "why");
    assert!(!error.is_retryable());
}

#[test]
fn errors_are_small_and_can_go_anywhere() {
    fn anywhere<T: std::error::Error + Send + Sync + 'static>() {}
    anywhere::<Failed>();
    anywhere::<Error>();
    assert!(size_of::<Failed>() <= 16);
    assert!(size_of::<Result<(), Error>>() <= 16);
}
