//! Answers that are read while they arrive.

use std::time::Duration;

use clientwright_runtime::json::Json;
use clientwright_runtime::stream::{
    ByteStream, Event, EventData, EventForm, EventStream, Framing, ItemStream, Reconnect,
};
use clientwright_runtime::{Call, Error, Operation, OperationError, Undecoded};
use http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::server::{Reply, Server};

static GET: Operation = Operation::new("watch", Method::GET, "/x");
static POST: Operation = Operation::new("ask", Method::POST, "/x");

static RAW: EventForm = EventForm::of_event(EventData::Text);
static DATA: EventForm = EventForm::of_data(EventData::Json).ends_at(&["[DONE]"]);

const EVENTS: &str = "text/event-stream";

type Outcome<T> = Result<T, OperationError<Undecoded>>;

async fn events(call: Call, form: &'static EventForm) -> Outcome<EventStream<Event>> {
    let events = call.events::<Event, _>(Some(EVENTS), form, |_| None);
    Ok(events.await?.into_body())
}

async fn data(call: Call) -> Outcome<EventStream<Json>> {
    Ok(call.events(None, &DATA, |_| None).await?.into_body())
}

async fn lines(call: Call) -> Outcome<ItemStream<Json>> {
    let items = call.items(None, Framing::Lines, |_| None);
    Ok(items.await?.into_body())
}

async fn bytes(call: Call) -> Outcome<ByteStream> {
    Ok(call.byte_stream(|_| None).await?.into_body())
}

/// The head of an answer that is as long as its chunks are, and its first chunks.
fn chunked(content_type: &str, chunks: &[&[u8]]) -> Vec<u8> {
    let mut text = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    )
    .into_bytes();
    for chunk in chunks {
        text.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        text.extend_from_slice(chunk);
        text.extend_from_slice(b"\r\n");
    }
    text
}

/// An answer whose end is missing.
fn cut(text: &str) -> Reply {
    Reply::Raw(chunked(EVENTS, &[text.as_bytes()]))
}

fn whole(content_type: &str, text: impl AsRef<[u8]>) -> Reply {
    Reply::of(200, &format!("Content-Type: {content_type}\r\n"), text)
}

fn no_content() -> Reply {
    Reply::Raw(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_vec())
}

/// What comes until the end or the first error, and that error.
async fn all(mut stream: EventStream<Event>) -> (Vec<String>, Option<Error>) {
    let mut found = Vec::new();
    loop {
        match stream.next().await {
            Some(Ok(event)) => found.push(event.data),
            Some(Err(error)) => return (found, Some(error)),
            None => return (found, None),
        }
    }
}

#[tokio::test]
async fn events_are_handed_over_while_the_connection_stays_open() {
    let open = chunked(EVENTS, &[b"data: \xE2", b"\x82\xAC\n", b"\ndata: half"]);
    let server = Server::start(vec![Reply::Hang(open)]).await;
    let client = server.client().build().unwrap();
    let mut stream = events(client.call(&GET), &RAW).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap().data, "€");
    assert_eq!(stream.status(), 200);
    assert_eq!(server.heard()[0].header("accept"), Some(EVENTS));
}

#[tokio::test]
async fn items_are_decoded_one_by_one_and_a_wrong_one_is_not_the_end() {
    let text = "data: {\"a\":1}\n\ndata:\n\ndata: {\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n";
    let server = Server::start(vec![whole("text/event-stream; charset=utf-8", text)]).await;
    let client = server.client().build().unwrap();
    let mut stream = data(client.call(&GET)).await.unwrap();
    assert!(stream.next().await.unwrap().is_ok());
    let error = stream.next().await.unwrap().unwrap_err();
    let OperationError::Decode(failure) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(failure.body(), "{");
    let last = stream.next().await.unwrap().unwrap();
    assert_eq!(last, clientwright_runtime::json::from_str("2").unwrap());
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn an_answer_that_is_no_stream_is_read_whole() {
    let server = Server::start(vec![
        Reply::json(422, "{\"message\":\"no\"}"),
        Reply::json(200, "{\"a\":1}"),
    ])
    .await;
    let client = server.client().build().unwrap();
    let failure = events(client.call(&GET), &RAW).await.unwrap_err();
    assert_eq!(failure.as_api().unwrap().raw_body(), "{\"message\":\"no\"}");
    let error = events(client.call(&GET), &RAW).await.unwrap_err();
    let OperationError::Decode(failure) = error else {
        panic!("{error:?}");
    };
    assert_eq!(failure.body(), "{\"a\":1}");
    let text = failure.error().to_string();
    assert_eq!(text, "expected text/event-stream, found `application/json`");
}

#[tokio::test]
async fn a_lost_stream_is_resumed_behind_its_last_event() {
    let server = Server::start(vec![
        cut("retry: 1\nid: 1\ndata: a\n\nid: 2\ndata: lo"),
        cut("id: é\ndata: b\n\n"),
        whole(EVENTS, "data: c\n\n"),
    ])
    .await;
    let client = server.client().build().unwrap();
    let stream = events(client.call(&GET), &RAW).await.unwrap();
    let (found, error) = all(stream).await;
    assert_eq!(
        (found, error.is_none()),
        (vec!["a".into(), "b".into(), "c".into()], true)
    );
    let heard = server.heard();
    let ids: Vec<_> = heard
        .iter()
        .map(|heard| heard.header("last-event-id"))
        .collect();
    assert_eq!(ids, [None, Some("1"), Some("é")]);
    assert_eq!(
        heard[2].header("authorization"),
        heard[0].header("authorization")
    );
}

#[tokio::test]
async fn what_cannot_be_resumed_is_an_error() {
    let lost = || cut("retry: 1\nid: 1\ndata: a\n\n");
    let rows: [(&'static Operation, Reconnect, Reply); 3] = [
        (&GET, Reconnect::Resume, cut("retry: 1\ndata: a\n\n")),
        (&POST, Reconnect::Resume, lost()),
        (&GET, Reconnect::Never, lost()),
    ];
    for (operation, reconnect, reply) in rows {
        let server = Server::start(vec![reply]).await;
        let client = server.client().build().unwrap();
        let stream = events(client.call(operation), &RAW).await.unwrap();
        let (found, error) = all(stream.reconnect(reconnect)).await;
        assert_eq!(found, ["a"]);
        let error = error.unwrap();
        assert!(
            matches!(error.kind(), OperationError::Transport(_)),
            "{error}"
        );
        assert_eq!(server.heard().len(), 1);
    }
}

#[tokio::test]
async fn whoever_wants_it_as_browsers_have_it_is_served_until_204() {
    let server = Server::start(vec![
        whole(EVENTS, "retry: 1\ndata: a\n\n"),
        cut("id: 5\ndata: b\n\n"),
        no_content(),
    ])
    .await;
    let client = server.client().build().unwrap();
    let stream = events(client.call(&POST), &RAW).await.unwrap();
    let (found, error) = all(stream.reconnect(Reconnect::Always)).await;
    assert_eq!((found.concat(), error.is_none()), ("ab".into(), true));
    let heard = server.heard();
    assert_eq!(heard.len(), 3);
    assert_eq!(heard[1].header("last-event-id"), None);
    assert_eq!(heard[2].header("last-event-id"), Some("5"));
}

#[tokio::test]
async fn a_stream_that_brings_nothing_is_not_opened_for_ever() {
    let server = Server::start(vec![
        cut("retry: 1\nid: 1\ndata: a\n\n"),
        cut(": nothing\n"),
    ])
    .await;
    let client = server.client().max_attempts(4).build().unwrap();
    let stream = events(client.call(&GET), &RAW).await.unwrap();
    let (found, error) = all(stream).await;
    assert_eq!(found, ["a"]);
    assert!(matches!(
        error.unwrap().kind(),
        OperationError::Transport(_)
    ));
    assert_eq!(server.heard().len(), 4);
}

#[tokio::test]
async fn a_stream_that_is_refused_when_it_is_resumed_ends_with_the_refusal() {
    let server = Server::start(vec![
        cut("retry: 1\nid: 1\ndata: a\n\n"),
        Reply::json(403, "{}"),
    ])
    .await;
    let client = server.client().build().unwrap();
    let (_, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!(error.unwrap().as_api().unwrap().status(), 403);
}

#[tokio::test]
async fn an_end_within_a_character_is_an_error() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    let closed = [head.as_bytes(), b"data: a\n\ndata: \xE2\x82"].concat();
    let server = Server::start(vec![
        Reply::Raw(closed),
        Reply::Raw(chunked(EVENTS, &[b"data: a\n\ndata: \xE2\x82"])),
    ])
    .await;
    let client = server.client().build().unwrap();
    let (found, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!(found, ["a"]);
    assert!(matches!(error.unwrap().kind(), OperationError::Decode(_)));
    let (found, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!(found, ["a"]);
    assert!(matches!(
        error.unwrap().kind(),
        OperationError::Transport(_)
    ));
}

#[tokio::test]
async fn a_stream_has_no_limit_but_its_items_have() {
    let many = "data: 0123456789\n\n".repeat(1000);
    let long = "data: a\n\ndata: 01234567890123456789\n\n";
    let server = Server::start(vec![whole(EVENTS, many), whole(EVENTS, long)]).await;
    let client = server.client().max_body_bytes(20).build().unwrap();
    let (found, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!((found.len(), error.is_none()), (1000, true));
    let (found, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!(found, ["a"]);
    assert!(matches!(error.unwrap().kind(), OperationError::TooLarge(_)));
}

#[tokio::test]
async fn silence_has_a_limit_and_the_stream_has_none() {
    let open = chunked(EVENTS, &[b"id: 1\ndata: a\n\n"]);
    let server = Server::start(vec![Reply::Hang(open)]).await;
    let client = server.client().read_timeout(Duration::from_millis(150));
    let client = client.timeout(Duration::from_millis(100)).build().unwrap();
    let (found, error) = all(events(client.call(&GET), &RAW).await.unwrap()).await;
    assert_eq!(found, ["a"]);
    let error = error.unwrap();
    let OperationError::Timeout(failure) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(failure.limit(), clientwright_runtime::TimeLimit::Read);
}

#[tokio::test]
async fn lines_are_items() {
    let text = "{\"a\":1}\n\n[2]\r\n{\n3";
    let server = Server::start(vec![
        whole("application/x-ndjson", text),
        whole("application/json", text),
        no_content(),
    ])
    .await;
    let client = server.client().build().unwrap();
    let mut stream = lines(client.call(&GET)).await.unwrap();
    let mut found = Vec::new();
    while let Some(item) = stream.next().await {
        found.push(item.map_or("wrong".to_owned(), |item| {
            clientwright_runtime::json::to_string(&item).unwrap()
        }));
    }
    assert_eq!(found, ["{\"a\":1}", "[2]", "wrong", "3"]);
    let error = lines(client.call(&GET)).await.unwrap_err();
    assert!(matches!(error, OperationError::Decode(_)), "{error}");
    assert!(
        lines(client.call(&GET))
            .await
            .unwrap()
            .next()
            .await
            .is_none()
    );
}

#[tokio::test]
async fn bytes_come_as_they_arrive() {
    let server = Server::start(vec![
        Reply::Hang(chunked("image/png", &[b"ab"])),
        Reply::Raw(chunked("image/png", &[b"ab", b"c"])),
    ])
    .await;
    let client = server.client().max_body_bytes(1).build().unwrap();
    let mut stream = bytes(client.call(&GET)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), "ab");
    let mut stream = bytes(client.call(&GET)).await.unwrap();
    let mut found = Vec::new();
    let error = loop {
        match stream.next().await {
            Some(Ok(chunk)) => found.extend_from_slice(&chunk),
            Some(Err(error)) => break error,
            None => panic!("it was cut off"),
        }
    };
    assert_eq!(found, b"abc");
    assert!(matches!(error.kind(), OperationError::Transport(_)));
    assert!(stream.next().await.is_none());
}

/// Writes lines for as long as they are taken; says how many bytes that were, and that the client has gone.
async fn flood(listener: TcpListener, written: tokio::sync::mpsc::UnboundedSender<usize>) {
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut request = [0; 4096];
    assert!(stream.read(&mut request).await.unwrap() > 0);
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\nConnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let line = format!("\"{}\"\n", "x".repeat(60_000));
    while stream.write_all(line.as_bytes()).await.is_ok() {
        written.send(line.len()).unwrap();
    }
}

#[tokio::test]
async fn nothing_is_read_that_is_not_asked_for_and_dropping_hangs_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, mut written) = tokio::sync::mpsc::unbounded_channel();
    let flooding = tokio::spawn(flood(listener, sender));
    let client = Server::start(vec![no_content()]).await.client();
    let client = client.base_url(url).build().unwrap();
    let mut stream = lines(client.call(&GET)).await.unwrap();
    assert!(stream.next().await.unwrap().is_ok());
    // Until the buffers of the connection are full; loopback has some megabytes of them.
    let mut total = 0;
    while let Ok(Some(length)) =
        tokio::time::timeout(Duration::from_millis(300), written.recv()).await
    {
        total += length;
        assert!(total < 64 << 20, "the client reads on its own");
    }
    drop(stream);
    let gone = tokio::time::timeout(Duration::from_secs(5), flooding).await;
    gone.expect("the connection is closed").unwrap();
}

static TEXT: EventForm = EventForm::of_data(EventData::Text).ends_at(&["bye"]);
static MIXED: EventForm = EventForm::of_data(EventData::JsonOrText).ends_after(&["[DONE]"]);
static WHOLE: EventForm = EventForm::of_event(EventData::JsonOf(&["add", "message"]));
static LAST: EventForm = EventForm::of_event(EventData::Json).ends_after(&["close"]);
static EITHER: EventForm = EventForm::of_either(EventData::Text);

#[tokio::test]
async fn an_event_becomes_what_the_description_says() {
    let rows: [(&'static EventForm, &str, &[&str]); 5] = [
        (
            &TEXT,
            "data: 1\n\ndata\n\ndata: bye\n\ndata: 2\n\n",
            &["\"1\"", "\"\""],
        ),
        (
            &MIXED,
            "data: 1\n\ndata: {\"a\":[]}\n\ndata: hi\n\ndata: [DONE]\n\ndata: 2\n\n",
            &["1", "{\"a\":[]}", "\"hi\"", "\"[DONE]\""],
        ),
        (
            &WHOLE,
            "event: add\nid: 1\ndata: {\"n\":\ndata: 1.50}\n\nevent: say\nretry: 7\ndata: 1\n\ndata: {\n\n",
            &[
                "{\"event\":\"add\",\"data\":{\"n\":1.50},\"id\":\"1\"}",
                "{\"event\":\"say\",\"data\":\"1\",\"retry\":7}",
                "{\"data\":\"{\"}",
            ],
        ),
        (
            &LAST,
            "event: close\ndata: 1\n\ndata: 2\n\n",
            &["{\"event\":\"close\",\"data\":1}"],
        ),
        (
            &EITHER,
            "id: 1\ndata: {\"id\":\"2\",\"data\":\"x\"}\n\nid: 3\ndata: {\"id\":4}\n\n",
            &[
                "{\"id\":\"2\",\"data\":\"x\"}",
                "{\"data\":\"{\\\"id\\\":4}\",\"id\":\"3\"}",
            ],
        ),
    ];
    for (form, text, expected) in rows {
        let server = Server::start(vec![whole(EVENTS, text)]).await;
        let client = server.client().build().unwrap();
        let call = client.call(&GET);
        let events = call.events::<Json, Undecoded>(None, form, |_| None);
        let mut stream = events.await.unwrap().into_body();
        let mut found = Vec::new();
        while let Some(item) = stream.next().await {
            found.push(clientwright_runtime::json::to_string(&item.unwrap()).unwrap());
        }
        assert_eq!(found, expected, "{text}");
    }
}

#[tokio::test]
async fn a_stream_is_asked_for_by_a_member_of_the_body() {
    let server = Server::start(vec![whole(EVENTS, "")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&POST);
    let body: Json = clientwright_runtime::json::from_str("{\"n\":1.10,\"m\":[]}").unwrap();
    call.json("application/json", &body);
    call.set_member("stream");
    assert!(events(call, &RAW).await.unwrap().next().await.is_none());
    assert_eq!(
        server.heard()[0].body,
        b"{\"n\":1.10,\"m\":[],\"stream\":true}"
    );
}
