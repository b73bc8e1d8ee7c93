//! Calls that are waited for, from threads of any kind.
#![cfg(feature = "blocking")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use clientwright_runtime::blocking::{Blocking, wait};
use clientwright_runtime::{Api, Client, ClientBuilder, Error, Method};

static API: Api = Api::new("test-api", "0.1.0");

/// Answers so many requests, one a connection.
fn client(answers: usize) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for _ in 0..answers {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";
            stream.write_all(answer).unwrap();
        }
    });
    ClientBuilder::new(&API)
        .base_url(url)
        .max_attempts(1)
        .build()
        .unwrap()
}

fn body(client: &Client) -> Result<String, Error> {
    let answer = client.request(Method::GET, "/x").send_blocking()?;
    Ok(String::from_utf8(answer.into_body().to_vec()).unwrap())
}

#[test]
fn a_call_is_waited_for_without_a_runtime() {
    let client = client(3);
    assert_eq!(body(&client).unwrap(), "hi");
    let other = client.clone();
    assert_eq!(
        std::thread::spawn(move || body(&other).unwrap())
            .join()
            .unwrap(),
        "hi"
    );
    let answer = wait(client.request(Method::GET, "/x").send()).unwrap();
    assert_eq!(answer.status(), 200);
}

#[tokio::test(flavor = "current_thread")]
async fn a_call_is_waited_for_within_a_runtime() {
    let client = client(2);
    assert_eq!(body(&client).unwrap(), "hi");
    let waiting = tokio::task::spawn_blocking(move || body(&client).unwrap());
    assert_eq!(waiting.await.unwrap(), "hi");
}

#[test]
fn what_goes_wrong_is_the_error_of_the_call() {
    let client = client(0);
    let error = client
        .request(Method::GET, "/x")
        .timeout(Duration::from_millis(50))
        .send_blocking()
        .unwrap_err();
    assert!(error.is_timeout() || error.is_retryable(), "{error}");
    assert_eq!(error.operation(), "GET /x");
}
