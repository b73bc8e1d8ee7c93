use vercel_rest::{OperationError, marketplace::GetIntegrationResourceResponse, types::ApiError};

use super::calling::builder;
use crate::server::{Answer, Server};

const GOOD: &str = r#"{"id":"a","internalId":"b","name":"c","productId":"d"}"#;

/// What a call gives that is answered so, in one attempt.
async fn outcome(
    answer: Answer,
) -> Result<GetIntegrationResourceResponse, OperationError<ApiError>> {
    let server = Server::start([answer]).await;
    let client = builder(&server)
        .max_attempts(1)
        .build()
        .expect("the client is complete");
    client
        .marketplace()
        .get_integration_resource("a", "b")
        .send()
        .await
}

/// The decode error that a call gives; its text says that the call itself succeeded.
async fn undecoded(answer: Answer) -> String {
    let error = outcome(answer)
        .await
        .expect_err("the body is not the documented one");
    let OperationError::Decode(failure) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.status(), 200);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert!(!error.is_retryable());
    error.to_string()
}

#[tokio::test]
async fn an_html_page_is_no_answer() {
    let page = Answer::status(200)
        .header("content-type", "text/html; charset=utf-8")
        .body("<html>Hello</html>");
    insta::assert_snapshot!(undecoded(page).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (18 bytes) was not understood: expected JSON, found `text/html`");
}

#[tokio::test]
async fn an_empty_body_is_no_answer() {
    insta::assert_snapshot!(undecoded(Answer::json("")).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (0 bytes) was not understood: expected a value, found an empty body");
    insta::assert_snapshot!(undecoded(Answer::status(200)).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (0 bytes) was not understood: expected a value, found an empty body");
}

#[tokio::test]
async fn a_truncated_text_is_no_answer() {
    insta::assert_snapshot!(undecoded(Answer::json(&GOOD[..30])).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (30 bytes) was not understood: internalId: expected the end of the string, found the end of the text (line 1, column 31)");
}

#[tokio::test]
async fn a_body_that_does_not_match_says_where() {
    insta::assert_snapshot!(undecoded(Answer::json(r#"{"id":"a"}"#)).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (10 bytes) was not understood: expected a member `internalId`, found an object without it (line 1, column 1)");
    insta::assert_snapshot!(undecoded(Answer::json(GOOD.replace(r#""c""#, "null"))).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (55 bytes) was not understood: name: expected a string, found null (line 1, column 35)");
    insta::assert_snapshot!(undecoded(Answer::json("[]")).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (2 bytes) was not understood: expected an object (GetIntegrationResourceResponse), found an array (line 1, column 1)");
    insta::assert_snapshot!(undecoded(Answer::json(format!("{GOOD} and more"))).await, @"getIntegrationResource: 200 OK, so the call succeeded, but its body (63 bytes) was not understood: expected the end of the text, found `a` (line 1, column 56)");
}

#[tokio::test]
async fn a_decode_error_keeps_what_came() {
    let error = outcome(Answer::json("[1]").header("x-vercel-id", "fra1::1"))
        .await
        .expect_err("it is an array");
    let OperationError::Decode(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(&failure.body()[..], b"[1]");
    assert_eq!(failure.headers()["x-vercel-id"], "fra1::1");
}

#[tokio::test]
async fn a_connection_that_is_cut_is_a_transport_error() {
    let error = outcome(Answer::json(GOOD).cut_at(20))
        .await
        .expect_err("the body is cut");
    assert!(matches!(error, OperationError::Transport(_)), "{error:?}");
    let error = outcome(Answer::hang_up())
        .await
        .expect_err("nothing is answered");
    assert!(matches!(error, OperationError::Transport(_)), "{error:?}");
}

#[tokio::test]
async fn json_is_read_under_each_of_its_names() {
    for name in [
        "application/json; charset=utf-8",
        "application/problem+json",
        "APPLICATION/JSON",
        "text/json",
    ] {
        let answer = Answer::status(200).header("content-type", name).body(GOOD);
        outcome(answer)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    outcome(Answer::status(200).body(GOOD))
        .await
        .expect("without a content type, JSON is tried");
    outcome(Answer::json(format!("\u{feff}{GOOD}")))
        .await
        .expect("a byte order mark is skipped");
    outcome(Answer::json(GOOD).chunked())
        .await
        .expect("the length need not be known");
}

#[tokio::test]
async fn the_response_gives_status_and_headers_on_request() {
    let server = Server::start([Answer::json(GOOD).header("x-vercel-id", "fra1::1")]).await;
    let client = builder(&server).build().expect("the client is complete");
    let response = client
        .marketplace()
        .get_integration_resource("a", "b")
        .send_with_response()
        .await
        .expect("it is as documented");
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-vercel-id"], "fra1::1");
    assert_eq!(response.body().name, "c");
    assert_eq!(response.into_body().id, "a");
}
