//! Time limits.

use std::time::Duration;

use clientwright_runtime::{CallError, Method, Operation, TimeLimit};

use super::server::{Reply, Server};

static GET: Operation = Operation::new("getThing", Method::GET, "/x");

fn timed_out(error: CallError) -> TimeLimit {
    let CallError::Timeout(failure) = error else {
        panic!("{error:?}")
    };
    failure.limit()
}

#[tokio::test]
async fn the_limit_of_a_call_covers_waiting_for_the_head() {
    let server = Server::start(vec![Reply::Hang(vec![])]).await;
    let limit = Duration::from_millis(100);
    let client = server.client().timeout(limit).build().unwrap();
    let error = client.call(&GET).execute().await.unwrap_err();
    assert_eq!(timed_out(error), TimeLimit::Call(limit));
}

#[tokio::test]
async fn the_limit_of_a_call_covers_reading_the_body() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[".to_vec();
    let server = Server::start(vec![Reply::Hang(head)]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&GET);
    call.timeout(Duration::from_millis(100));
    let error = call.execute().await.unwrap_err();
    assert_eq!(
        timed_out(error),
        TimeLimit::Call(Duration::from_millis(100))
    );
}

#[tokio::test]
async fn a_pause_that_the_call_has_no_time_for_is_not_begun() {
    let server = Server::start(vec![Reply::of(503, "Retry-After: 20\r\n", "")]).await;
    let limit = Duration::from_secs(10);
    let client = server.client().timeout(limit).build().unwrap();
    let answer = client.call(&GET).execute().await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(server.lines().len(), 1);
}

#[tokio::test]
async fn a_silent_server_is_given_up() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[".to_vec();
    let server = Server::start(vec![Reply::Hang(vec![]), Reply::Hang(head)]).await;
    let client = server
        .client()
        .read_timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    for status in [None, Some(200)] {
        let error = client.call(&GET).execute().await.unwrap_err();
        let CallError::Timeout(failure) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(failure.status().map(|status| status.as_u16()), status);
        assert_eq!(timed_out(error), TimeLimit::Read);
    }
    assert_eq!(server.lines().len(), 2);
}
