//! Bodies of JSON texts one after another: RFC 7464, and JSON lines.

use clientwright_runtime::json::Json;
use clientwright_runtime::{Method, Operation};

use super::server::{Reply, Server};

static SAVE: Operation = Operation::new("save", Method::PUT, "/x");

fn items(texts: &[&str]) -> Vec<Json> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[tokio::test]
async fn items_are_lines_and_are_sent_again_after_an_outage() {
    let server = Server::start(vec![Reply::json(503, ""), Reply::json(200, "")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&SAVE);
    let sent = items(&[r#"{"a":"1\n2"}"#, "[]", "12345678901234567890", "null"]);
    call.lines("application/x-ndjson", &sent);
    call.execute().await.unwrap();
    let heard = server.heard();
    assert_eq!(heard.len(), 2);
    for request in heard {
        assert_eq!(request.header("content-type"), Some("application/x-ndjson"));
        let expected: &[u8] = b"{\"a\":\"1\\n2\"}\n[]\n12345678901234567890\nnull\n";
        assert_eq!(request.body, expected);
    }
}

#[tokio::test]
async fn items_of_a_sequence_stand_between_a_record_separator_and_a_line_feed() {
    let server = Server::start(vec![Reply::json(200, "")]).await;
    let client = server.client().build().unwrap();
    for texts in [&["{}", "\"\\u001e\"", "1"][..], &[]] {
        let mut call = client.call(&SAVE);
        call.sequence("application/json-seq", &items(texts));
        call.execute().await.unwrap();
    }
    let heard = server.heard();
    let expected: &[u8] = b"\x1e{}\n\x1e\"\\u001e\"\n\x1e1\n";
    assert_eq!(heard[0].body, expected);
    assert_eq!(heard[1].header("content-length"), Some("0"));
    assert_eq!(
        heard[1].header("content-type"),
        Some("application/json-seq")
    );
}
