use std::time::{Duration, Instant};

use vercel_rest::{
    CallOptions as _, OperationError, marketplace::ImportResourceBody, types::ResourceStatus,
};

use super::calling::{builder, client};
use crate::server::{Answer, Server};

const ANSWER: &str = r#"{"name":"x"}"#;

#[tokio::test]
async fn an_idempotent_call_is_tried_again_after_each_passing_failure() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start([
            Answer::status(status).header("retry-after", "0"),
            Answer::json(ANSWER),
        ])
        .await;
        let imported = client(&server)
            .marketplace()
            .import_resource("a", "b")
            .await;
        imported.unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!(server.requests().len(), 2, "{status}");
    }
}

#[tokio::test]
async fn a_failure_that_will_not_pass_is_not_tried_again() {
    for status in [400, 401, 403, 404, 409, 422, 501] {
        let server = Server::start([Answer::status(status), Answer::json(ANSWER)]).await;
        let error = client(&server)
            .marketplace()
            .import_resource("a", "b")
            .await
            .expect_err("it fails");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn each_attempt_sends_the_same_bytes() {
    let server = Server::start([
        Answer::error(503, "busy").header("retry-after", "0"),
        Answer::json(ANSWER),
    ])
    .await;
    let body = ImportResourceBody::new("iap_1", "orders", ResourceStatus::Ready);
    client(&server)
        .marketplace()
        .import_resource("a", "b")
        .body(body)
        .await
        .expect("the second attempt succeeds");
    let [first, second] = server.requests().try_into().expect("two requests arrived");
    assert_eq!(first.line(), second.line());
    assert_eq!(first.text(), second.text());
    assert_eq!(first.header("content-type"), second.header("content-type"));
}

#[tokio::test]
async fn the_server_says_how_long_to_wait() {
    let server = Server::start([
        Answer::status(429).header("retry-after", "1"),
        Answer::json(ANSWER),
    ])
    .await;
    let started = Instant::now();
    client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect("the second attempt succeeds");
    assert!(
        started.elapsed() >= Duration::from_secs(1),
        "{:?}",
        started.elapsed()
    );
}

#[tokio::test]
async fn a_wait_beyond_the_cap_is_left_to_the_caller() {
    let server =
        Server::start([Answer::error(429, "slow_down").header("retry-after", "3600")]).await;
    let error = client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("an hour is too long");
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_number_of_attempts_is_bounded_for_the_client_and_for_a_call() {
    let script = || (0..9).map(|_| Answer::status(503).header("retry-after", "0"));
    let server = Server::start(script()).await;
    let client = builder(&server)
        .max_attempts(4)
        .build()
        .expect("the client is complete");
    client
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("every attempt fails");
    assert_eq!(server.requests().len(), 4);

    client
        .marketplace()
        .import_resource("a", "b")
        .max_attempts(1)
        .await
        .expect_err("the attempt fails");
    assert_eq!(server.requests().len(), 5);
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let server = Server::start([]).await;
    let client = builder(&server)
        .max_attempts(2)
        .build()
        .expect("the client is complete");
    drop(server);
    let error = client
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("nobody listens");
    assert!(matches!(error, OperationError::Transport(_)), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!(error.status(), None);
}
