//! Connections that break.

use std::time::Duration;

use super::calling::{builder, client, ends, get, kind, post};
use super::server::{Misbehaving, Step, answer};

#[tokio::test]
async fn a_reset_before_the_request_is_read_is_a_transport_error_and_a_repeatable_call_goes_again()
{
    let server = Misbehaving::start(vec![vec![Step::Reset]]).await;
    assert_eq!(kind(get(&client(&server)).await), "transport");
    assert_eq!(server.connections(), 2);
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_reset_after_the_request_is_not_repeated_where_that_could_do_harm() {
    let server = Misbehaving::start(vec![vec![Step::Read, Step::Reset]]).await;
    assert_eq!(kind(post(&client(&server)).await), "transport");
    assert_eq!(server.requests(), 1);
    assert_eq!(kind(get(&client(&server)).await), "transport");
    assert_eq!(server.requests(), 3);
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_reset_within_the_answer_says_which_status_it_had() {
    let begun = Step::Send(answer("200 OK\nContent-Length: 9", "[1"));
    // The pause lets the client read what was sent before the reset takes it away.
    let script = vec![
        Step::Read,
        begun,
        Step::Drip(vec![b','], Duration::from_millis(50)),
        Step::Drip(vec![b'2'], Duration::from_millis(50)),
        Step::Reset,
    ];
    let server = Misbehaving::start(vec![script]).await;
    assert_eq!(kind(get(&client(&server)).await), "transport after 200");
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_server_that_hangs_up_instead_of_answering_is_a_transport_error() {
    let server = Misbehaving::start(vec![vec![Step::Read]]).await;
    assert_eq!(kind(post(&client(&server)).await), "transport");
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn a_connection_that_was_closed_between_two_calls_is_replaced_whatever_the_method() {
    let script = vec![
        Step::Read,
        Step::Send(answer("200 OK\nContent-Length: 0", "")),
    ];
    let server = Misbehaving::start(vec![script]).await;
    let client = client(&server);
    for _ in 0..3 {
        assert_eq!(post(&client).await.unwrap().status(), 200);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(server.requests(), 3);
}

#[tokio::test]
async fn a_stall_before_the_answer_ends_by_the_time_limit_of_a_silence() {
    let server = Misbehaving::start(vec![vec![Step::Read, Step::Hold]]).await;
    assert_eq!(kind(get(&client(&server)).await), "Read timeout");
    assert_eq!(server.requests(), 1);
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_stall_within_the_head_or_the_body_ends_by_the_time_limit_of_a_silence() {
    for (sent, expected) in [
        (b"HTTP/1.1 200 OK\r\nContent-Le".to_vec(), "Read timeout"),
        (
            answer("200 OK\nContent-Length: 9", "[1"),
            "Read timeout after 200",
        ),
        (
            answer("200 OK\nTransfer-Encoding: chunked", "5\r\n[1"),
            "Read timeout after 200",
        ),
        (
            answer("503 Busy\nContent-Length: 9", "[1"),
            "Read timeout after 503",
        ),
    ] {
        let script = vec![Step::Read, Step::Send(sent), Step::Hold];
        let server = Misbehaving::start(vec![script]).await;
        assert_eq!(kind(post(&client(&server)).await), expected);
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn a_server_that_does_not_read_what_it_is_sent_is_given_up() {
    let server = Misbehaving::start(vec![vec![Step::Drip(vec![0], Duration::from_secs(60))]]).await;
    let client = client(&server);
    let request = client.request(clientwright_runtime::Method::POST, "/x");
    let upload = request
        .header("authorization", "Bearer x")
        .body("text/plain", vec![0; 64 << 20]);
    let error = ends(upload.send()).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn an_answer_that_comes_before_the_whole_request_was_sent_is_read() {
    let refusal = Step::Send(answer(
        "413 Too Large\nContent-Length: 2\nConnection: close",
        "no",
    ));
    let server = Misbehaving::start(vec![vec![Step::ReadSome, refusal, Step::Hold]]).await;
    let client = client(&server);
    let request = client.request(clientwright_runtime::Method::POST, "/x");
    let upload = request.body("text/plain", vec![0; 8 << 20]);
    let error = ends(upload.send()).await.unwrap_err();
    assert_eq!(
        error.status().map(|status| status.as_u16()),
        Some(413),
        "{error:?}"
    );
}

#[tokio::test]
async fn what_is_no_http_at_all_is_a_transport_error() {
    for sent in [
        &b"SSH-2.0-OpenSSH_9.9\r\n"[..],
        b"\x15\x03\x01\x00\x02\x02\x46",
        b"\x00\x00\x00\x04\x00\x00\x00\x00\x00",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 20 OK\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"<html>",
        b"\r\n\r\n",
    ] {
        let server = Misbehaving::answering(sent).await;
        let shown = String::from_utf8_lossy(sent).into_owned();
        assert_eq!(kind(post(&client(&server)).await), "transport", "{shown:?}");
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_closes_its_connection() {
    for sent in [Vec::new(), answer("200 OK\nContent-Length: 9", "[1")] {
        let script = vec![Step::Read, Step::Send(sent), Step::Hold];
        let server = Misbehaving::start(vec![script]).await;
        let client = builder(&server)
            .read_timeout(Duration::from_secs(60))
            .build()
            .unwrap();
        let short = tokio::time::timeout(Duration::from_millis(200), get(&client)).await;
        assert!(short.is_err());
        server.is_left_alone().await;
    }
}
