//! Keeping what goes over the wire, and playing it back.

use std::sync::Arc;
use std::time::Duration;

use clientwright_runtime::transport::{RecordedAnswer, ReqwestTimeouts};
use clientwright_runtime::{
    CallError, Client, ClientBuilder, HeaderMap, Method, Operation, Parameter, Player, Recorder,
    ReqwestTransport, StatusCode, Transport, TransportErrorKind,
};

use super::server::{API, KEY, Reply, Server, TOKEN};

static ID: Parameter = Parameter::query("id");
static PUT: Operation = Operation::new("putThing", Method::PUT, "/x").security(&[&[&TOKEN, &KEY]]);

fn client(url: &str, transport: impl Transport + 'static) -> Client {
    let builder = ClientBuilder::new(&API).base_url(url);
    let builder = builder
        .credential(&TOKEN, "s3cret")
        .credential(&KEY, "s3 cret");
    builder.transport(transport).build().unwrap()
}

async fn put(client: &Client, id: &str) -> Result<(u16, Vec<u8>), CallError> {
    let mut call = client.call(&PUT);
    call.parameter(&ID, &id);
    call.text("text/plain", "mine");
    let answer = call.execute().await?;
    Ok((answer.status().as_u16(), answer.body().to_vec()))
}

#[tokio::test]
async fn what_was_recorded_without_its_secrets_is_played_back() {
    let server = Server::start(vec![
        Reply::of(503, "Retry-After: 0\r\n", "busy"),
        Reply::of(200, "Set-Cookie: s3cret\r\n", "first"),
        Reply::of(404, "", [0xFF, 0]),
        Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbroken".to_vec()),
    ])
    .await;
    let real = ReqwestTransport::new(ReqwestTimeouts::default()).unwrap();
    let recorder = Arc::new(Recorder::new(real));
    let recorded = client(&server.url(), Arc::clone(&recorder));
    assert_eq!(put(&recorded, "1").await.unwrap(), (200, b"first".to_vec()));
    assert_eq!(put(&recorded, "2").await.unwrap(), (404, vec![0xFF, 0]));
    put(&recorded, "3").await.unwrap_err();
    drop(server);
    assert_eq!(recorder.exchanges().len(), 4);
    let text = recorder.to_json();
    assert!(!text.contains("s3"), "{text}");
    assert!(text.contains("/x?id=1&key=redacted"), "{text}");

    let player = Arc::new(Player::recorded(&text).unwrap());
    let played = client("https://api.example", Arc::clone(&player));
    // In another order: the requests tell which is which.
    let error = put(&played, "3").await.unwrap_err();
    assert!(
        matches!(error, CallError::Transport(failure) if failure.status() == Some(StatusCode::OK))
    );
    assert_eq!(put(&played, "2").await.unwrap(), (404, vec![0xFF, 0]));
    assert_eq!(put(&played, "1").await.unwrap(), (200, b"first".to_vec()));
    assert_eq!((player.left(), player.pauses()), (0, vec![Duration::ZERO]));
    let requests = player.requests();
    assert_eq!(
        requests[3].url.as_str(),
        "https://api.example/x?id=1&key=s3%20cret"
    );
    assert_eq!(requests[3].body.as_bytes().unwrap(), "mine");
    put(&played, "1").await.unwrap_err();
}

#[tokio::test]
async fn answers_and_failures_are_played_by_a_script() {
    let text = RecordedAnswer::new(StatusCode::OK, HeaderMap::new(), "text");
    let player = Player::new()
        .failure(TransportErrorKind::Connect)
        .json(StatusCode::TOO_MANY_REQUESTS, "{}")
        .answer(text);
    let player = Arc::new(player);
    let client = client("https://api.example", Arc::clone(&player));
    let mut call = client.call(&PUT);
    call.timeout(Duration::from_secs(60));
    assert_eq!(call.execute().await.unwrap().body(), "text");
    assert_eq!(player.requests().len(), 3);
    assert!(player.pauses()[0] < Duration::from_millis(500));
    let error = put(&client, "s3").await.unwrap_err();
    let error = clientwright_runtime::Error::from(error);
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(cause, "there is no answer for PUT /x");
}

#[test]
fn what_is_no_recording_is_refused() {
    for text in [
        "",
        "{}",
        "[1]",
        r#"[{"method":"GET","target":"/"}]"#,
        r#"[{"method":"GET","target":"/","failure":"unknown"}]"#,
        r#"[{"method":"GET","target":"/","answer":{"status":20}}]"#,
        r#"[{"method":"GET","target":"/","body":1,"failure":"broken"}]"#,
        r#"[{"method":"GET","target":"/","headers":[["a"]],"failure":"broken"}]"#,
    ] {
        let error = Player::recorded(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the text is no recording of exchanges",
            "{text}"
        );
    }
}
