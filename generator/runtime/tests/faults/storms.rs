//! Servers that ask to come back later, again and again or much later.

use std::time::{Duration, Instant};

use super::calling::{builder, client, get, post};
use super::server::{Misbehaving, answer};

/// Every answer is this one.
async fn always(status: u16, fields: &str) -> Misbehaving {
    let head = format!("{status} Later\n{fields}Connection: close\nContent-Length: 4");
    Misbehaving::answering(answer(&head, "wait")).await
}

#[tokio::test]
async fn a_storm_of_429_ends_with_the_last_answer_after_as_many_attempts_as_are_allowed() {
    let server = always(429, "Retry-After: 0\n").await;
    let client = builder(&server).max_attempts(5).build().unwrap();
    let answer = get(&client).await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &**answer.body()),
        (429, &b"wait"[..])
    );
    assert_eq!(server.requests(), 5);
    server.is_left_alone().await;
}

#[tokio::test]
async fn a_storm_is_not_answered_with_calls_that_may_not_be_repeated() {
    let server = always(429, "Retry-After: 0\n").await;
    assert_eq!(post(&client(&server)).await.unwrap().status(), 429);
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn a_retry_after_of_a_day_or_more_is_handed_over_at_once() {
    let in_a_day =
        "Date: Wed, 21 Oct 2015 07:28:00 GMT\nRetry-After: Thu, 22 Oct 2015 07:28:00 GMT";
    for (fields, expected) in [
        ("Retry-After: 86400", Some(86_400)),
        (in_a_day, Some(86_400)),
        ("Retry-After: 18446744073709551615", Some(u64::MAX)),
        ("Retry-After: 99999999999999999999999999", Some(u64::MAX)),
    ] {
        let server = always(503, &format!("{fields}\n")).await;
        let started = Instant::now();
        let answer = get(&client(&server)).await.unwrap();
        assert!(started.elapsed() < Duration::from_secs(2));
        let asked = clientwright_runtime::answer::retry_after(answer.headers());
        assert_eq!(asked, expected.map(Duration::from_secs), "{fields}");
        assert_eq!(server.requests(), 1, "{fields}");
    }
}
