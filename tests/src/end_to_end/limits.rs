use std::{io::Write as _, time::Duration};

use flate2::{Compression, write::GzEncoder};
use vercel_rest::{CallOptions as _, OperationError};

use super::calling::{builder, client};
use crate::server::{Answer, Server};

#[tokio::test]
async fn a_body_beyond_the_cap_is_an_error() {
    let text = format!(r#"{{"name":"{}"}}"#, "x".repeat(100_000));
    for answer in [
        Answer::json(text.as_str()),
        Answer::json(text.as_str()).chunked(),
        Answer::json(gzip(&text)).header("content-encoding", "gzip"),
    ] {
        let server = Server::start([answer]).await;
        let client = builder(&server)
            .max_body_bytes(50_000)
            .build()
            .expect("the client is complete");
        let error = client
            .marketplace()
            .import_resource("a", "b")
            .await
            .expect_err("the body is too large");
        assert!(matches!(error, OperationError::TooLarge(_)), "{error:?}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_call_may_raise_the_cap() {
    let text = format!(r#"{{"name":"{}"}}"#, "x".repeat(100_000));
    let server = Server::start([Answer::json(text)]).await;
    let client = builder(&server)
        .max_body_bytes(50_000)
        .build()
        .expect("the client is complete");
    let imported = client
        .marketplace()
        .import_resource("a", "b")
        .max_body_bytes(200_000)
        .await;
    assert_eq!(
        imported.expect("the body is below the cap").name.len(),
        100_000
    );
}

#[tokio::test]
async fn a_compressed_body_is_read() {
    let answer = Answer::json(gzip(r#"{"name":"small"}"#)).header("content-encoding", "gzip");
    let server = Server::start([answer]).await;
    let imported = client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect("it is as documented");
    assert_eq!(imported.name, "small");
    assert!(
        server
            .request()
            .header("accept-encoding")
            .is_some_and(|it| it.contains("gzip"))
    );
}

#[tokio::test]
async fn a_call_that_takes_too_long_is_a_timeout() {
    let server =
        Server::start([Answer::json(r#"{"name":"late"}"#).after(Duration::from_secs(20))]).await;
    let call = client(&server)
        .marketplace()
        .import_resource("a", "b")
        .timeout(Duration::from_millis(200))
        .max_attempts(1)
        .send();
    let error = tokio::time::timeout(Duration::from_secs(10), call)
        .await
        .expect("it gives up")
        .expect_err("it is late");
    assert!(matches!(error, OperationError::Timeout(_)), "{error:?}");
    assert!(error.is_timeout());
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(text.as_bytes())
        .expect("memory can be written");
    encoder.finish().expect("memory can be written")
}
