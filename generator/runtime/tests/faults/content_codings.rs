//! Bodies in content codings, which may hide anything.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::calling::{builder, client, kind, post};
use super::server::{Misbehaving, Step, answer};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An answer in gzip.
fn packed(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    answer(
        &format!("{head}\nContent-Encoding: gzip\nContent-Length: {length}"),
        body,
    )
}

#[tokio::test]
async fn a_gzip_bomb_is_too_large_and_of_one_in_an_error_the_beginning_is_kept() {
    let bomb = gzip(&vec![0; 64 << 20]);
    assert!(bomb.len() < 100_000);
    let server = Misbehaving::answering(packed("200 OK", &bomb)).await;
    let client = builder(&server).max_body_bytes(1 << 20).build().unwrap();
    assert_eq!(kind(post(&client).await), "too large after 200");
    server.is_left_alone().await;

    let server = Misbehaving::answering(packed("400 Bad", &bomb)).await;
    let client = builder(&server).max_error_body_bytes(1000).build().unwrap();
    let answer = post(&client).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.is_truncated()),
        (400, true)
    );
    assert_eq!(answer.body().len(), 1000);
    server.is_left_alone().await;
}

#[tokio::test]
async fn the_cap_is_exact_behind_the_coding() {
    for (size, expected) in [(999, true), (1000, true), (1001, false)] {
        let server = Misbehaving::answering(packed("200 OK", &gzip(&vec![b'x'; size]))).await;
        let client = builder(&server).max_body_bytes(1000).build().unwrap();
        assert_eq!(post(&client).await.is_ok(), expected, "{size}");
    }
}

#[tokio::test]
async fn a_broken_gzip_body_is_a_transport_error_that_says_the_status() {
    let whole = gzip(b"[1,2,3]");
    let mut wrong = whole.clone();
    let last = wrong.len() - 5;
    wrong[last] ^= 0xFF;
    for body in [
        &b"[1,2,3]"[..],
        &whole[..whole.len() - 9],
        &whole[..5],
        &wrong,
    ] {
        let server = Misbehaving::answering(packed("200 OK", body)).await;
        assert_eq!(kind(post(&client(&server)).await), "transport after 200");
        server.is_left_alone().await;
    }
}

#[tokio::test]
async fn parts_of_gzip_that_hold_nothing_for_ever_are_a_transport_error() {
    let begun = Step::Send(answer("200 OK\nContent-Encoding: gzip", ""));
    let endless = Step::Forever(gzip(b"").repeat(100));
    let server = Misbehaving::start(vec![vec![Step::Read, begun, endless]]).await;
    assert_eq!(kind(post(&client(&server)).await), "transport after 200");
    server.is_left_alone().await;
}
