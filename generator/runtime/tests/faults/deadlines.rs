//! The time limit of a call covers all that it waits for.

use std::time::{Duration, Instant};

use clientwright_runtime::{BoxError, CallError, Credential, Method, Operation, Scheme};

use super::calling::{builder, ends, get, kind};
use super::server::{Misbehaving, Step, answer};

const LIMIT: Duration = Duration::from_millis(700);

#[tokio::test]
async fn it_covers_the_pauses_that_a_storm_asks_for() {
    let head = "503 Busy\nRetry-After: 1\nContent-Length: 0\nConnection: close";
    let server = Misbehaving::answering(answer(head, "")).await;
    let limit = Duration::from_millis(1500);
    let patient = builder(&server).max_attempts(9).timeout(limit);
    let started = Instant::now();
    let answer = get(&patient.build().unwrap()).await.unwrap();
    // The second pause would end behind the limit, so it is not begun.
    assert_eq!(answer.status(), 503);
    assert!(started.elapsed() < limit, "{:?}", started.elapsed());
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn it_cuts_a_pause_short() {
    let head = answer("503 Busy\nRetry-After: 1\nContent-Length: 0", "");
    let late = Step::Drip(head, Duration::from_millis(4));
    let server = Misbehaving::start(vec![vec![Step::Read, late]]).await;
    let limit = Duration::from_millis(1100);
    let started = Instant::now();
    let client = builder(&server).timeout(limit).build().unwrap();
    assert_eq!(kind(get(&client).await), "Call(1.1s) timeout");
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn it_covers_all_attempts_together() {
    let script = vec![
        Step::Read,
        Step::Drip(b"H".to_vec(), Duration::from_millis(300)),
    ];
    let server = Misbehaving::start(vec![script]).await;
    let client = builder(&server)
        .max_attempts(100)
        .max_retry_delay(Duration::ZERO)
        .timeout(LIMIT)
        .build()
        .unwrap();
    assert_eq!(kind(get(&client).await), "Call(700ms) timeout");
    assert!(server.requests() <= 3, "{}", server.requests());
    server.is_left_alone().await;
}

#[tokio::test]
async fn it_covers_a_credential_that_does_not_come() {
    static TOKEN: Scheme = Scheme::bearer("bearerToken");
    static GET: Operation = Operation::new("getThing", Method::GET, "/x").security(&[&[&TOKEN]]);
    let server = Misbehaving::answering(answer("200 OK\nContent-Length: 0", "")).await;
    let never = Credential::provider(std::future::pending::<Result<String, BoxError>>);
    let builder = builder(&server).credential(&TOKEN, never).timeout(LIMIT);
    let error = ends(builder.build().unwrap().call(&GET).execute())
        .await
        .unwrap_err();
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn it_covers_redirects() {
    let head = answer(
        "302 There\nLocation: /x\nContent-Length: 0\nConnection: close",
        "",
    );
    let script = vec![
        Step::Read,
        Step::Drip(b"H".to_vec(), Duration::from_millis(200)),
        Step::Send(head[1..].to_vec()),
    ];
    let server = Misbehaving::start(vec![script]).await;
    let client = builder(&server).timeout(LIMIT).build().unwrap();
    assert_eq!(kind(get(&client).await), "Call(700ms) timeout");
    assert!(server.requests() <= 4, "{}", server.requests());
}
