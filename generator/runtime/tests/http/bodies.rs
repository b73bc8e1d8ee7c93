//! Bodies of answers: none, too large, cut short; and the statuses that are tried again.

use clientwright_runtime::{CallError, Error, Method, Operation, OperationError, Undecoded};

use super::server::{Reply, Server};

static GET: Operation = Operation::new("getThing", Method::GET, "/x");
static PUT: Operation = Operation::new("putThing", Method::PUT, "/x");
static POST: Operation = Operation::new("makeThing", Method::POST, "/x");
static HEAD: Operation = Operation::new("headThing", Method::HEAD, "/x");

fn chunked(chunks: &[&str], end: &str) -> Reply {
    let mut text =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n".to_owned();
    for chunk in chunks {
        text += &format!("{:x}\r\n{chunk}\r\n", chunk.len());
    }
    Reply::Raw((text + end).into_bytes())
}

#[tokio::test]
async fn some_answers_have_no_body() {
    let server = Server::start(vec![
        Reply::Raw(
            b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n".to_vec(),
        ),
        Reply::Raw(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_vec()),
        Reply::Raw(
            b"HTTP/1.1 205 Reset\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec(),
        ),
        Reply::Raw(
            b"HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\nConnection: close\r\n\r\n".to_vec(),
        ),
    ])
    .await;
    let client = server.client().build().unwrap();
    assert!(
        client
            .call(&HEAD)
            .execute()
            .await
            .unwrap()
            .body()
            .is_empty()
    );
    for status in [204, 205, 304] {
        let answer = client.call(&GET).execute().await.unwrap();
        assert_eq!(answer.status(), status);
        assert!(answer.body().is_empty());
    }
}

#[tokio::test]
async fn the_body_of_a_success_has_a_limit() {
    let server = Server::start(vec![
        Reply::json(200, "0123456789"),
        chunked(&["01234", "56789", "0"], "0\r\n\r\n"),
        Reply::json(200, "01234567890"),
        chunked(&["0123456789", "0", "more"], "0\r\n\r\n"),
    ])
    .await;
    let client = server.client().max_body_bytes(10).build().unwrap();
    assert_eq!(
        client.call(&GET).execute().await.unwrap().body(),
        "0123456789"
    );
    for _ in 0..3 {
        let error = client.call(&GET).execute().await.unwrap_err();
        let CallError::TooLarge(failure) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(failure.limit(), 10);
        let expected = "getThing: 200 OK, but the body is larger than 10 bytes";
        assert_eq!(Error::from(error).to_string(), expected);
    }
    let mut call = client.call(&GET);
    call.max_body_bytes(15);
    assert_eq!(call.execute().await.unwrap().body(), "01234567890more");
}

#[tokio::test]
async fn the_limit_counts_bytes_after_decompression() {
    let zipped = gzip_of_zeros();
    let reply = Reply::of(200, "Content-Encoding: gzip\r\n", &zipped);
    let server = Server::start(vec![reply]).await;
    let client = server.client().max_body_bytes(999).build().unwrap();
    let error = client.call(&GET).execute().await.unwrap_err();
    assert!(matches!(error, CallError::TooLarge(_)), "{error:?}");
    let mut call = client.call(&GET);
    call.max_body_bytes(1000);
    assert_eq!(call.execute().await.unwrap().body().as_ref(), [0; 1000]);
    assert!(zipped.len() < 100);
}

/// 1000 zeros.
fn gzip_of_zeros() -> Vec<u8> {
    vec![
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 99, 96, 24, 5, 163, 96, 20, 12, 119, 0, 0, 128, 23, 11, 6,
        232, 3, 0, 0,
    ]
}

#[tokio::test]
async fn the_body_of_an_error_is_kept_up_to_a_limit() {
    let server = Server::start(vec![Reply::json(400, "0123456789+")]).await;
    let client = server.client().max_error_body_bytes(10).build().unwrap();
    let answer = client.call(&GET).execute().await.unwrap();
    assert!(answer.is_truncated());
    assert_eq!(answer.body(), "0123456789");
    let error: OperationError<String> = answer.failure(|answer| Some(answer.json_body()));
    let failure = error.as_api().unwrap();
    assert!(failure.is_truncated());
    assert_eq!(
        failure.body_error().unwrap().to_string(),
        "only its first 10 bytes were read"
    );
}

#[tokio::test]
async fn a_body_that_is_cut_short_is_an_error_with_the_status() {
    let server = Server::start(vec![
        Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[1,2".to_vec()),
        chunked(&["[1,2"], ""),
    ])
    .await;
    let client = server.client().build().unwrap();
    for _ in 0..2 {
        let error = client.call(&GET).execute().await.unwrap_err();
        let CallError::Transport(failure) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(failure.status().unwrap(), 200);
        let expected = "getThing: 200 OK, but the body did not arrive whole";
        assert_eq!(Error::from(error).to_string(), expected);
    }
    assert_eq!(server.lines().len(), 2);
}

#[tokio::test]
async fn a_put_is_tried_again_with_the_same_body() {
    let busy = Reply::of(503, "Retry-After: 0\r\n", "");
    let server = Server::start(vec![busy.clone(), busy, Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&PUT);
    call.json("application/json", &vec!["same"]);
    assert_eq!(call.execute().await.unwrap().status(), 200);
    let bodies: Vec<_> = server.heard().into_iter().map(|heard| heard.body).collect();
    assert_eq!(bodies, [br#"["same"]"#, br#"["same"]"#, br#"["same"]"#]);
}

#[tokio::test]
async fn a_post_is_tried_again_only_with_an_idempotency_key() {
    let busy = Reply::of(503, "Retry-After: 0\r\n", "{}");
    let server = Server::start(vec![busy.clone(), busy.clone(), busy]).await;
    let client = server.client().build().unwrap();
    let answer = client.call(&POST).execute().await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.body(), "{}");
    assert_eq!(server.lines().len(), 1);
    let mut call = client.call(&POST);
    call.idempotency_key("key 1");
    call.max_attempts(2);
    assert_eq!(call.execute().await.unwrap().status(), 503);
    let keys: Vec<_> = server
        .heard()
        .iter()
        .map(|heard| heard.header("idempotency-key").map(str::to_owned))
        .collect();
    assert_eq!(
        keys,
        [None, Some("key 1".to_owned()), Some("key 1".to_owned())]
    );
}

#[tokio::test]
async fn a_service_that_asks_for_too_much_patience_is_handed_over_at_once() {
    let server = Server::start(vec![Reply::of(429, "Retry-After: 3600\r\n", "")]).await;
    let client = server.client().build().unwrap();
    let answer = client.call(&GET).execute().await.unwrap();
    let error: OperationError<Undecoded> = answer.failure(|_| None);
    assert_eq!(error.retry_after().unwrap().as_secs(), 3600);
    assert_eq!(server.lines().len(), 1);
}

#[tokio::test]
async fn a_connection_that_breaks_before_the_answer_is_tried_again() {
    let server = Server::start(vec![Reply::Raw(vec![]), Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    assert_eq!(client.call(&GET).execute().await.unwrap().status(), 200);
    assert_eq!(server.lines().len(), 2);
    let server = Server::start(vec![Reply::Raw(vec![]), Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    let error = client.call(&POST).execute().await.unwrap_err();
    assert!(
        matches!(&error, CallError::Transport(failure) if !failure.is_connect()),
        "{error:?}"
    );
}

#[tokio::test]
async fn no_connection_at_all_is_said_without_the_url() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let builder = clientwright_runtime::ClientBuilder::new(&super::server::API);
    let client = builder
        .base_url(format!("http://{address}"))
        .max_attempts(2)
        .build()
        .unwrap();
    let mut call = client.call(&POST);
    call.query_pair("secret", "s3cret");
    let error = call.execute().await.unwrap_err();
    assert!(
        matches!(&error, CallError::Transport(failure) if failure.is_connect()),
        "{error:?}"
    );
    let error = Error::from(error);
    assert_eq!(error.to_string(), "makeThing: no connection to the server");
    let mut chain = format!("{error:?}");
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        chain += &error.to_string();
        cause = error.source();
    }
    assert!(!chain.contains("s3cret"), "{chain}");
}
