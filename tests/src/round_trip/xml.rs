use serde_json::{Value, json};

use super::crate_of_models::Models;
use crate::server::{Answer, Request, Server};

const XML: &str = "application/xml; charset=utf-8";

/// A value, and what it is on the wire.
fn order() -> (Value, &'static str) {
    let order = json!({
        "id": 9_007_199_254_740_993_i64,
        "made": "2026-11-22T13:13:00Z",
        "paid": true,
        "lines": [{ "count": 2, "status": "open" }, { "count": 1, "status": "lost" }],
        "tags": ["a & b", "c"],
        "note": null,
        "before": { "id": 1, "lines": [], "note": "first" },
        "totals": { "net": 1.5 },
        "by": { "kind": "robot", "name": 7 },
    });
    let wire = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        r#"<o:order xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:orders" id="9007199254740993">"#,
        r#"<made>2026-11-22T13:13:00Z</made><paid>true</paid>"#,
        r#"<lines><line count="2"><status>open</status></line><line count="1"><status>lost</status></line></lines>"#,
        r#"<tag>a &amp; b</tag><tag>c</tag><note xsi:nil="true"/>"#,
        r#"<o:order id="1"><lines/><note>first</note></o:order>"#,
        r#"<totals><net>1.5</net></totals><by kind="robot"><name>7</name></by></o:order>"#,
    );
    (order, wire)
}

/// What a service of another make answers, with what the description does not know.
const FOREIGN: &str = concat!(
    "\u{feff}<?xml version='1.0'?>\n<!DOCTYPE Order>\n<Order xmlns='urn:orders' id=' 5 ' region='eu'>\n",
    "  <note>\n two &#x6C;ines</note>\n  <extra><deep>1</deep></extra>\n  <paid>0</paid>\n",
    "  <lines><line count='+3'/></lines>\n  <tag><![CDATA[<t>]]></tag>\n</Order>\n",
);

const LIST: &str = r#"<orders><order id="1"><lines/><note/></order><order id="2"><lines/><note/></order></orders>"#;

fn lines(url: &str) -> Vec<String> {
    let line = |operation: &str, body: Option<&Value>| {
        let mut line = json!({ "operation": operation, "base_url": url });
        if let Some(body) = body {
            line["body"] = body.clone();
        }
        line.to_string()
    };
    let (order, _) = order();
    let sent = || line("sendOrder", Some(&order));
    let wrong = json!({ "id": 1, "lines": [], "note": "\u{1}" });
    vec![
        sent(),
        sent(),
        line("listOrders", None),
        sent(),
        sent(),
        sent(),
        line("sendOrder", Some(&wrong)),
    ]
}

fn answers() -> Vec<Answer> {
    let xml = |status: u16, media_type: &str, body: &str| {
        let answer = Answer::status(status).header("content-type", media_type);
        answer.body(body)
    };
    let (_, wire) = order();
    vec![
        xml(200, XML, wire),
        xml(200, "application/xml", FOREIGN),
        xml(200, "text/xml", LIST),
        xml(
            422,
            "application/problem+xml",
            "<problem><title>No.</title></problem>",
        ),
        xml(200, XML, "<order id='x'><lines/><note/></order>"),
        xml(200, XML, "<order>\n</wrong>"),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_of_xml_are_sent_and_read_by_the_words_of_the_description() {
    let server = Server::start(answers()).await;
    let lines = lines(&server.url());
    let said = tokio::task::spawn_blocking(move || {
        Models::written(include_str!("../../cases/round_trip/usage.rs")).invoke(&lines)
    });
    let said: Vec<Value> = (said.await.expect("the program runs").iter())
        .map(|line| serde_json::from_str(line).expect("an answer is JSON"))
        .collect();
    sent_as_described(&server.requests());
    read_as_described(&said);
}

fn sent_as_described(requests: &[Request]) {
    let (_, wire) = order();
    assert_eq!(requests.len(), 6, "what cannot be written is not sent");
    assert_eq!(requests[0].text(), wire);
    assert_eq!(requests[0].header("content-type"), Some("application/xml"));
    let accept = Some("application/xml, application/problem+xml");
    assert_eq!(requests[0].header("accept"), accept);
    let accept = Some("application/json, text/xml");
    assert_eq!(requests[2].header("accept"), accept);
}

fn read_as_described(said: &[Value]) {
    let (order, _) = order();
    assert_eq!(said[0]["body"], order);
    let foreign = json!({
        "id": 5, "paid": false, "lines": [{ "count": 3 }], "tags": ["<t>"], "note": "\n two lines",
        "@region": "eu", "extra": { "deep": "1" },
    });
    assert_eq!(said[1]["body"], foreign);
    let note = |id: u8| json!({ "id": id, "lines": [], "note": "" });
    assert_eq!(said[2]["body"], json!([note(1), note(2)]));
    assert_eq!(said[3]["kind"], "api");
    assert_eq!(said[3]["body"], json!({ "title": "No." }));
    for (index, expected) in [
        (4, "id: expected an integer, found the string \"x\""),
        (5, "no well-formed XML: line 2, column 1: "),
    ] {
        assert_eq!(said[index]["kind"], "decode");
        let message = said[index]["message"].as_str().unwrap_or_default();
        assert!(message.contains(expected), "{message}");
    }
    assert_eq!(said[6]["kind"], "request");
    let message = said[6]["message"].as_str().unwrap_or_default();
    assert!(
        message.contains(r"note: XML has no way to say the character `\u{1}`"),
        "{message}"
    );
}
