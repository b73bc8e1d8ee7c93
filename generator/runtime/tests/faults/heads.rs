//! Heads of answers that do not end, or that say what cannot be.

use std::time::Duration;

use super::calling::{builder, client, get, kind, post};
use super::server::{Misbehaving, Step, answer};

/// The beginning of an answer, and then this for ever.
async fn endless(beginning: &[u8], then: &[u8]) -> Misbehaving {
    let script = vec![
        Step::Read,
        Step::Send(beginning.to_vec()),
        Step::Forever(then.repeat(512)),
    ];
    Misbehaving::start(vec![script]).await
}

#[tokio::test]
async fn endless_headers_are_a_transport_error() {
    for (beginning, then) in [
        (&b"HTTP/1.1 200 OK\r\n"[..], &b"X-More: and more\r\n"[..]),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"aaaaaaaaaaaaaaaa"),
        (b"HTTP/1.1 200 OK\r\n", b"xxxxxxxxxxxxxxxx"),
        (b"HTTP/1.1 200 ", b"OK OK OK "),
        (b"", b"HHHHHHHHHH"),
    ] {
        let server = endless(beginning, then).await;
        let shown = String::from_utf8_lossy(then).into_owned();
        assert_eq!(kind(post(&client(&server)).await), "transport", "{shown:?}");
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn answers_that_are_only_provisional_for_ever_end_by_the_time_limit_of_a_silence() {
    let provisional = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    let server = endless(b"", provisional).await;
    assert_eq!(kind(get(&client(&server)).await), "Read timeout");
    server.is_left_alone().await;
}

#[tokio::test]
async fn provisional_answers_are_passed_over() {
    let hints = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    let last = answer("200 OK\nContent-Length: 2", "ok");
    let server = Misbehaving::answering([hints, last.as_slice()].concat()).await;
    let answer = get(&client(&server)).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &**answer.body()),
        (200, &b"ok"[..])
    );
}

#[tokio::test]
async fn a_head_that_drips_ends_by_the_time_limit_of_a_silence() {
    let head = answer("200 OK\nContent-Length: 0", "");
    let script = vec![Step::Read, Step::Drip(head, Duration::from_millis(50))];
    let server = Misbehaving::start(vec![script]).await;
    assert_eq!(kind(get(&client(&server)).await), "Read timeout");
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_body_that_drips_ends_by_the_time_limit_of_the_call() {
    let begun = answer("200 OK\nTransfer-Encoding: chunked", "");
    let drip = Step::Drip(b"1\r\na\r\n".repeat(1000), Duration::from_millis(20));
    let server = Misbehaving::start(vec![vec![Step::Read, Step::Send(begun), drip]]).await;
    let limit = Duration::from_millis(800);
    let client = builder(&server).timeout(limit).build().unwrap();
    assert_eq!(kind(get(&client).await), "Call(800ms) timeout");
    assert_eq!(server.requests(), 1);
    server.is_left_alone().await;
}

#[tokio::test]
async fn header_fields_that_are_not_legal_are_a_transport_error() {
    for head in [
        "200 OK\nContent Length: 2",
        "200 OK\n: x",
        "200 OK\nX-\u{1}: x",
        "200 OK\nX-A: a\u{0}b",
    ] {
        let server = Misbehaving::answering(answer(head, "")).await;
        assert_eq!(kind(post(&client(&server)).await), "transport", "{head:?}");
    }
}
