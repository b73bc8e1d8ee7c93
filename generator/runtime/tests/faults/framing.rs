//! Bodies that are longer or shorter than they claim to be.

use super::calling::{client, get, kind, post};
use super::server::{Misbehaving, Step, answer};

async fn check(bytes: Vec<u8>, expected: &str) {
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let server = Misbehaving::answering(bytes).await;
    assert_eq!(kind(post(&client(&server)).await), expected, "{shown:?}");
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_truncated_chunked_body_is_a_transport_error_that_says_the_status() {
    let chunked = |body: &str| answer("200 OK\nTransfer-Encoding: chunked", body);
    for body in [
        "",
        "5",
        "5\r\n",
        "5\r\n[1,",
        "5\r\n[1,2]",
        "5\r\n[1,2]\r\n",
        "5\r\n[1,2]\r\n0\r\n",
        "5\r\n[1,2]XX0\r\n\r\n",
        "five\r\n[1,2]\r\n0\r\n\r\n",
        "-5\r\n[1,2]\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\n[1,2]\r\n0\r\n\r\n",
        "\r\n\r\n",
    ] {
        check(chunked(body), "transport after 200").await;
    }
}

#[tokio::test]
async fn endless_extensions_and_trailers_of_a_chunked_body_are_a_transport_error() {
    for (beginning, then) in [
        ("5;", "aaaaaaaaaaaaaaaa"),
        ("5\r\n[1,2]\r\n0\r\n", "X-More: and more\r\n"),
        ("5\r\n[1,2]\r\n0\r\nX-Long: ", "aaaaaaaaaaaaaaaa"),
    ] {
        let begun = answer("200 OK\nTransfer-Encoding: chunked", beginning);
        let endless = Step::Forever(then.repeat(512).into_bytes());
        let server = Misbehaving::start(vec![vec![Step::Read, Step::Send(begun), endless]]).await;
        let ended = kind(post(&client(&server)).await);
        assert_eq!(ended, "transport after 200", "{beginning:?}");
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn a_body_that_is_shorter_than_its_content_length_is_a_transport_error() {
    check(
        answer("200 OK\nContent-Length: 10", "[1,2]"),
        "transport after 200",
    )
    .await;
    check(
        answer("500 Oops\nContent-Length: 10", "[1,2]"),
        "transport after 500",
    )
    .await;
}

#[tokio::test]
async fn a_content_length_that_cannot_be_is_a_transport_error() {
    for head in [
        "200 OK\nContent-Length: -1",
        "200 OK\nContent-Length: many",
        "200 OK\nContent-Length: 99999999999999999999999999",
        "200 OK\nContent-Length: 5\nContent-Length: 2",
        "200 OK\nContent-Length: 5, 2",
    ] {
        check(answer(head, "[1,2]"), "transport").await;
    }
}

#[tokio::test]
async fn what_comes_behind_the_content_length_is_not_the_answer_of_the_next_call() {
    let forged = answer("200 OK\nContent-Length: 6", "forged");
    let first = answer("200 OK\nContent-Length: 5", "[1,2]");
    let second = answer("200 OK\nContent-Length: 3", "own");
    let both = Step::Send([first, forged].concat());
    let scripts = vec![
        vec![Step::Read, both, Step::Hold],
        vec![Step::Read, Step::Send(second), Step::Hold],
    ];
    let server = Misbehaving::start(scripts).await;
    let client = client(&server);
    assert_eq!(get(&client).await.unwrap().body(), "[1,2]");
    // Also a call that comes before the connection was seen to be spoilt must not take it.
    assert_eq!(get(&client).await.unwrap().body(), "own");
}

#[tokio::test]
async fn a_body_that_is_announced_to_be_too_large_is_not_read() {
    let length = u64::MAX - 2;
    let begun = answer(&format!("200 OK\nContent-Length: {length}"), "[1");
    let script = vec![Step::Read, Step::Send(begun), Step::Hold];
    let server = Misbehaving::start(vec![script]).await;
    assert_eq!(kind(post(&client(&server)).await), "too large after 200");
    server.is_left_alone().await;
}

#[tokio::test]
async fn an_endless_body_is_too_large_and_of_an_endless_error_the_beginning_is_kept() {
    for head in ["200 OK", "200 OK\nTransfer-Encoding: chunked"] {
        let begun = Step::Send(answer(head, ""));
        let endless = Step::Forever(format!("1000\r\n{}\r\n", "x".repeat(4096)).into_bytes());
        let server = Misbehaving::start(vec![vec![Step::Read, begun, endless]]).await;
        assert_eq!(kind(post(&client(&server)).await), "too large after 200");
        server.is_left_alone().await;
    }
    let begun = Step::Send(answer("500 Oops", ""));
    let endless = Step::Forever(vec![b'x'; 4096]);
    let server = Misbehaving::start(vec![vec![Step::Read, begun, endless]]).await;
    let answer = post(&client(&server)).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.is_truncated()),
        (500, true)
    );
    assert_eq!(answer.body().len(), 1 << 20);
    server.is_left_alone().await;
}
