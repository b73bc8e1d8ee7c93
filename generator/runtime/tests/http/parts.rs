//! Bodies of several parts (RFC 2046 §5.1, RFC 7578, OAS 3.1.1 §4.8.15), and bodies that are read while they are sent.

use std::pin::Pin;
use std::task::{Context, Poll};

use clientwright_runtime::json::Json;
use clientwright_runtime::{
    AddParts, Body, BodySource, BoxFuture, Bytes, CallError, ChunkSource, FilePart, Method,
    Operation, Parameter, PartField, Parts, Style, TransportError,
};
use tokio::io::{AsyncRead, ReadBuf};

use super::server::{Heard, Reply, Server};

static POST: Operation = Operation::new("upload", Method::POST, "/x");
static PUT: Operation = Operation::new("replace", Method::PUT, "/x");

static FIELDS: &[PartField] = &[
    PartField::new("file").media_type("image/png"),
    PartField::new("more"),
    PartField::new("meta").media_type("application/json"),
    PartField::new("tags"),
    PartField::new("note"),
    PartField::new("deep").style(Parameter::query("deep").style(Style::DeepObject)),
    PartField::new("list").style(Parameter::query("list").explode(false)),
    PartField::new("signed").required_headers(&["X-Sign"]),
];

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

/// The body as it arrived, with `B` for the boundary, and the media type likewise.
fn plain(heard: &Heard) -> (String, String) {
    let content_type = heard.header("content-type").unwrap();
    let (_, boundary) = content_type.split_once("boundary=").unwrap();
    assert!(boundary.len() <= 70 && boundary.is_ascii(), "{boundary}");
    let body = String::from_utf8(heard.body.clone()).unwrap();
    (
        body.replace(boundary, "B"),
        content_type.replace(boundary, "B"),
    )
}

async fn sent(parts: Parts) -> String {
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let mut call = server.client().build().unwrap().call(&POST);
    call.multipart("multipart/form-data", parts);
    call.execute().await.unwrap();
    let (body, content_type) = plain(&server.heard()[0]);
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    body
}

#[tokio::test]
async fn parts_are_sent_in_the_order_of_the_description() {
    let mut parts = Parts::new(FIELDS);
    parts.value(4, &json("\"hello\""));
    parts.value(3, &json(r#"["a","b c"]"#));
    parts.value(2, &json(r#"{"title":"x"}"#));
    let first = FilePart::from("one")
        .with_file_name("1.txt")
        .with_content_type("text/plain");
    parts.files(1, vec![first, FilePart::new("two").without_file_name()]);
    parts.file(0, FilePart::new(vec![0x41]).with_file_name("a.png"));
    let expected = "--B\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nA\r\n\
        --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"1.txt\"\r\nContent-Type: text/plain\r\n\r\none\r\n\
        --B\r\nContent-Disposition: form-data; name=\"more\"\r\nContent-Type: application/octet-stream\r\n\r\ntwo\r\n\
        --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"title\":\"x\"}\r\n\
        --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: text/plain\r\n\r\na\r\n\
        --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: text/plain\r\n\r\nb c\r\n\
        --B\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n\
        --B--\r\n";
    assert_eq!(sent(parts).await, expected);
}

#[tokio::test]
async fn values_say_how_they_are_written() {
    let part = |name: &str, media_type: &str, text: &str| {
        format!(
            "Content-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {media_type}\r\n\r\n{text}\r\n"
        )
    };
    for (place, value, expected) in [
        (4, "1.50", vec![part("note", "text/plain", "1.50")]),
        (4, "true", vec![part("note", "text/plain", "true")]),
        (4, "null", vec![]),
        (4, "[]", vec![]),
        (
            4,
            "\"é\"",
            vec![part("note", "text/plain; charset=utf-8", "é")],
        ),
        (
            4,
            "{\"a\":1}",
            vec![part("note", "application/json", "{\"a\":1}")],
        ),
        (
            4,
            "[[1],null,\"x\"]",
            vec![
                part("note", "application/json", "[1]"),
                part("note", "text/plain", "x"),
            ],
        ),
        (
            2,
            "[{\"a\":1},2]",
            vec![part("meta", "application/json", "[{\"a\":1},2]")],
        ),
        (2, "\"x\"", vec![part("meta", "application/json", "\"x\"")]),
        (
            5,
            "{\"a\":\"b&c d\",\"e\":{\"f\":1}}",
            vec![
                part("deep[a]", "text/plain", "b&c d"),
                part("deep[e][f]", "text/plain", "1"),
            ],
        ),
        (6, "[1,2]", vec![part("list", "text/plain", "1,2")]),
    ] {
        let mut parts = Parts::new(FIELDS);
        parts.value(place, &json("\"replaced\""));
        parts.value(place, &json(value));
        let expected: String = expected
            .iter()
            .map(|part| format!("--B\r\n{part}"))
            .collect();
        assert_eq!(sent(parts).await, expected + "--B--\r\n", "{value}");
    }
}

#[tokio::test]
async fn names_of_any_content_are_written_as_browsers_write_them() {
    let file = FilePart::new("x").with_file_name("a\"b\\c\r\nd é.png");
    let parts = Parts::new(FIELDS).add_file("na\"me", file.with_header("X-A", "1"));
    let parts = parts.add_value("ü", &json("1"));
    let expected = "--B\r\nContent-Disposition: form-data; name=\"na%22me\"; filename=\"a%22b\\c%0D%0Ad é.png\"\r\n\
        Content-Type: application/octet-stream\r\nX-A: 1\r\n\r\nx\r\n\
        --B\r\nContent-Disposition: form-data; name=\"ü\"\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--\r\n";
    assert_eq!(sent(parts).await, expected);
}

#[tokio::test]
async fn parts_without_names_have_their_media_types_only() {
    static UNNAMED: &[PartField] = &[
        PartField::new(""),
        PartField::new("").media_type("image/gif"),
    ];
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let mut call = server.client().build().unwrap().call(&POST);
    let mut parts = Parts::new(UNNAMED);
    parts.value(0, &json("{}"));
    parts.file(1, FilePart::new("GIF").without_file_name());
    call.multipart(
        "multipart/related; boundary=theirs; type=\"application/json\"",
        parts,
    );
    call.execute().await.unwrap();
    let (body, content_type) = plain(&server.heard()[0]);
    assert_eq!(
        content_type,
        "multipart/related; type=\"application/json\"; boundary=B"
    );
    let expected = "--B\r\nContent-Type: application/json\r\n\r\n{}\r\n--B\r\nContent-Type: image/gif\r\n\r\nGIF\r\n--B--\r\n";
    assert_eq!(body, expected);
}

#[tokio::test]
async fn header_fields_of_parts_are_legal_and_those_that_must_be_are_there() {
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let client = server.client().build().unwrap();
    let mut missing = Parts::new(FIELDS);
    missing.value(7, &json("1"));
    let mut given = missing.clone();
    given.header(7, "X-Sign", &json("[\"a\",\"b\"]"));
    let injected = FilePart::new("x").with_header("X-A", "1\r\nX-B: 2");
    for (parts, refused) in [
        (missing, Some("signed")),
        (Parts::new(FIELDS).add_file("f", injected), Some("f")),
        (given, None),
    ] {
        let mut call = client.call(&POST);
        call.multipart("multipart/form-data", parts);
        match (call.execute().await, refused) {
            (Err(CallError::Request(failure)), Some(name)) => {
                assert_eq!(failure.parameter(), Some(name));
            }
            (Ok(_), None) => {}
            (other, _) => panic!("{other:?}"),
        }
    }
    assert_eq!(server.heard().len(), 1);
    assert!(plain(&server.heard()[0]).0.contains("\r\nX-Sign: a,b\r\n"));
}

/// Gives `left` bytes, a few at a time, and then fails if it is to.
struct Slow {
    left: usize,
    fails: bool,
}

impl AsyncRead for Slow {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        let length = self.left.min(7).min(buffer.remaining());
        buffer.put_slice(&vec![b'x'; length]);
        self.left -= length;
        match length == 0 && self.fails {
            true => Poll::Ready(Err(std::io::Error::other("the disk is gone"))),
            false => Poll::Ready(Ok(())),
        }
    }
}

#[tokio::test]
async fn a_file_is_read_again_with_each_attempt() {
    let path = std::env::temp_dir().join(format!("clientwright-{}.txt", std::process::id()));
    std::fs::write(&path, vec![b'a'; 200_000]).unwrap();
    let server = Server::start(vec![Reply::json(503, ""), Reply::json(200, "")]).await;
    let mut call = server.client().build().unwrap().call(&PUT);
    let parts = Parts::new(FIELDS).add_file("f", FilePart::path(&path));
    call.multipart("multipart/form-data", parts);
    call.execute().await.unwrap();
    let mut call = server.client().build().unwrap().call(&PUT);
    call.bytes("application/octet-stream", Body::path(&path));
    call.execute().await.unwrap();
    std::fs::remove_file(&path).unwrap();
    let heard = server.heard();
    assert_eq!(heard[0].body, heard[1].body);
    assert_eq!(heard[0].header("transfer-encoding"), None);
    let (body, _) = plain(&heard[1]);
    assert!(body.contains(&format!("clientwright-{}.txt\"\r\n", std::process::id())));
    assert!(body.contains(&"a".repeat(200_000)));
    assert_eq!(heard[2].body, vec![b'a'; 200_000]);
    let mut call = server.client().build().unwrap().call(&PUT);
    call.bytes("application/octet-stream", Body::path(&path));
    let CallError::Transport(failure) = call.execute().await.unwrap_err() else {
        panic!("there is no such file")
    };
    let text = format!("{failure}");
    assert!(
        text.contains("the body of the request could not be read"),
        "{text}"
    );
    assert_eq!(server.heard().len(), 3);
}

#[tokio::test]
async fn what_can_be_read_once_is_sent_once() {
    let server = Server::start(vec![Reply::json(503, "")]).await;
    let client = server.client().build().unwrap();
    let reader = || Slow {
        left: 30,
        fails: false,
    };
    let mut call = client.call(&PUT);
    call.bytes("text/plain", Body::reader(reader(), Some(30)));
    assert_eq!(call.execute().await.unwrap().status(), 503);
    let mut call = client.call(&PUT);
    let file = FilePart::reader(reader(), Some(30));
    call.multipart(
        "multipart/form-data",
        Parts::new(FIELDS).add_file("f", file),
    );
    assert_eq!(call.execute().await.unwrap().status(), 503);
    let heard = server.heard();
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0].header("content-length"), Some("30"));
    assert_eq!(heard[0].body, vec![b'x'; 30]);
    assert!(plain(&heard[1]).0.contains(&"x".repeat(30)));
}

#[tokio::test]
async fn a_body_is_as_long_as_it_was_said_to_be() {
    for (left, size, fails) in [(30, 31, false), (30, 29, false), (30, 31, true)] {
        // It goes away with the client.
        let server = Server::start(vec![Reply::json(200, "")]).await;
        let client = server.client().build().unwrap();
        let mut call = client.call(&POST);
        call.bytes("text/plain", Body::reader(Slow { left, fails }, Some(size)));
        let error = call.execute().await.unwrap_err();
        let text = format!("{error:?}");
        assert!(text.contains("Body") || text.contains("body"), "{text}");
    }
}

/// Says how often it was opened.
struct Counted(std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl BodySource for Counted {
    fn size(&self) -> BoxFuture<'_, Result<Option<u64>, TransportError>> {
        Box::pin(async { Ok(Some(3)) })
    }

    fn open(&self) -> BoxFuture<'_, Result<Box<dyn ChunkSource>, TransportError>> {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Box::pin(async {
            let chunks: Box<dyn ChunkSource> = Box::new(Some(Bytes::from_static(b"abc")));
            Ok(chunks)
        })
    }
}

#[tokio::test]
async fn a_source_is_opened_for_each_attempt() {
    let server = Server::start(vec![Reply::json(503, ""), Reply::json(200, "")]).await;
    let opened = std::sync::Arc::default();
    let mut call = server.client().build().unwrap().call(&PUT);
    call.bytes(
        "text/plain",
        Body::source(Counted(std::sync::Arc::clone(&opened))),
    );
    call.execute().await.unwrap();
    assert_eq!(opened.load(std::sync::atomic::Ordering::Relaxed), 2);
    assert_eq!(server.heard()[1].body, b"abc");
}
