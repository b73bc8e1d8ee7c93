//! Bodies that are read while they arrive: the rules of the standards, whatever the pieces are.
#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use bytes::Bytes;
use clientwright_runtime::stream::{Event, EventParser, Framed, Framing, Splitter, TooLong};

/// The events in a text that arrives in pieces of `size` bytes.
fn events_in(text: &[u8], size: usize) -> Vec<Event> {
    let mut parser = EventParser::new(1 << 20);
    let mut events = Vec::new();
    for piece in text.chunks(size) {
        let mut arrived = Bytes::copy_from_slice(piece);
        while let Some(event) = parser.next(&mut arrived).unwrap() {
            events.push(event);
        }
        assert!(arrived.is_empty());
    }
    events
}

fn event(name: &str, data: &str, id: &str, retry: Option<u64>) -> Event {
    let given = |text: &str| Some(text.to_owned()).filter(|text| text != "-");
    let mut event = Event::new(data);
    event.event = given(name);
    event.id = given(id);
    event.retry = retry;
    event
}

/// HTML §9.2.6, its examples and its rules one by one.
#[test]
fn events_are_read_as_the_standard_says() {
    let plain = |data: &str| event("-", data, "-", None);
    let table: &[(&[u8], &[Event])] = &[
        (b"", &[]),
        (b"data: YHOO\ndata: +2\ndata: 10\n\n", &[plain("YHOO\n+2\n10")]),
        (
            b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            &[
                event("-", "first event", "1", None),
                event("-", "second event", "", None),
                plain(" third event"),
            ],
        ),
        // An event that the end of the body cuts off is dropped.
        (b"data\n\ndata\ndata\n\ndata:", &[plain(""), plain("\n")]),
        (b"data:test\n\ndata: test\n\n", &[plain("test"), plain("test")]),
        // The three ends of lines.
        (b"data: a\r\rdata: b\r\n\r\ndata: c\n\n", &[plain("a"), plain("b"), plain("c")]),
        (b"data: a\r\ndata: b\rdata: c\ndata: d\r\n\n", &[plain("a\nb\nc\nd")]),
        (b"\xEF\xBB\xBFdata: a\n\n\xEF\xBB\xBFdata: b\n\n", &[plain("a")]),
        (
            b"event: add\nid: 7\nretry: 250\ndata: x\n\ndata: y\n\n",
            &[event("add", "x", "7", Some(250)), plain("y")],
        ),
        // What is no number, what holds NUL, what is not known, what is written otherwise.
        (
            b"retry: 1s\nretry:\nid: a\0b\nwhatever: 1\nData: no\ndata:yes\n\n",
            &[plain("yes")],
        ),
        (b"retry: 99999999999999999999\ndata:\n\n", &[event("-", "", "-", Some(u64::MAX))]),
        (b"event:\ndata: :a: b\n\n", &[plain(":a: b")]),
        (b"event: lost\n\ndata: a\n\n", &[plain("a")]),
        (b"event: a\nevent: b\ndata\n\n", &[event("b", "", "-", None)]),
        ("data: é€𝄞\n\n".as_bytes(), &[plain("é€𝄞")]),
        (b"data: \xFF\xE2\x82\n\n", &[plain("\u{FFFD}\u{FFFD}")]),
    ];
    for (text, expected) in table {
        for size in [1, 2, 3, 5, 7, 1000] {
            let shown = String::from_utf8_lossy(text);
            assert_eq!(events_in(text, size), *expected, "{shown:?} by {size}");
        }
    }
}

#[test]
fn the_place_to_resume_at_outlives_its_event() {
    let mut parser = EventParser::new(1000);
    let mut text = Bytes::from_static(b"id: 1\nretry: 5\n\ndata: a\n\nid: 2\ndata: half");
    assert_eq!(parser.next(&mut text).unwrap(), Some(Event::new("a")));
    assert_eq!(parser.next(&mut text).unwrap(), None);
    assert_eq!(
        (parser.last_event_id(), parser.reconnection_time()),
        ("1", Some(5))
    );
    parser.restart();
    let mut text = Bytes::from_static(b"data: whole\n\nid\n\n");
    assert_eq!(parser.next(&mut text).unwrap(), Some(Event::new("whole")));
    assert_eq!(parser.last_event_id(), "1");
    assert_eq!(parser.next(&mut text).unwrap(), None);
    assert_eq!(parser.last_event_id(), "");
}

#[test]
fn an_event_has_a_limit() {
    for text in ["data: 0123456789", "data: 01234\ndata: 56789\n\n"] {
        let mut parser = EventParser::new(12);
        let mut arrived = Bytes::from(text);
        assert_eq!(parser.next(&mut arrived), Err(TooLong), "{text}");
    }
    let mut parser = EventParser::new(12);
    for _ in 0..1000 {
        let mut arrived = Bytes::from_static(b"data: 012345\n\n:comment\n");
        assert!(parser.next(&mut arrived).unwrap().is_some());
        assert!(parser.next(&mut arrived).unwrap().is_none());
    }
}

fn items_in(framing: Framing, text: &str, size: usize) -> Vec<String> {
    let mut splitter = Splitter::new(framing, 1 << 20);
    let mut items = Vec::new();
    let mut push = |item: Framed| {
        let text = String::from_utf8(item.bytes.to_vec()).unwrap();
        items.push(if item.may_be_cut { text + " ?" } else { text });
    };
    for piece in text.as_bytes().chunks(size) {
        let mut arrived = Bytes::copy_from_slice(piece);
        while let Some(item) = splitter.next(&mut arrived).unwrap() {
            push(item);
        }
    }
    if let Some(item) = splitter.finish() {
        push(item);
    }
    assert_eq!(splitter.finish(), None);
    items
}

#[test]
fn items_are_told_apart_as_the_standards_say() {
    let table: &[(Framing, &str, &[&str])] = &[
        (Framing::Lines, "", &[]),
        (
            Framing::Lines,
            "{\"a\":1}\n[2]\n3",
            &["{\"a\":1}", "[2]", "3"],
        ),
        (
            Framing::Lines,
            "\n{}\r\n\r\n  \n \"a\" \r\n",
            &["{}", "\"a\""],
        ),
        (
            Framing::Lines,
            "{\"a\":\"\\n\"}\n{\"b\n",
            &["{\"a\":\"\\n\"}", "{\"b"],
        ),
        (
            Framing::Sequence,
            "\x1E{\"a\":1}\n\x1E[2]\n",
            &["{\"a\":1}", "[2]"],
        ),
        // Over several lines, and with separators that stand for nothing.
        (
            Framing::Sequence,
            "\x1E\x1E{\n \"a\": \"\\\"{\"\n}\n\x1E\n\x1E[\n]\n",
            &["{\n \"a\": \"\\\"{\"\n}", "[\n]"],
        ),
        // RFC 7464 §2.4: what is only the beginning of a number or a word cannot be told from the whole.
        (
            Framing::Sequence,
            "\x1E12\x1E12\n\x1Etrue\x1Enull \x1E3",
            &["12 ?", "12", "true ?", "null", "3 ?"],
        ),
        (
            Framing::Sequence,
            "\x1E\"a\"\x1E{}\x1E{\"a\":\x1E1\n",
            &["\"a\"", "{}", "{\"a\":", "1"],
        ),
    ];
    for (framing, text, expected) in table {
        for size in [1, 2, 3, 1000] {
            assert_eq!(
                items_in(*framing, text, size),
                *expected,
                "{text:?} by {size}"
            );
        }
    }
}

#[test]
fn a_record_is_not_held_back_until_the_next_one_begins() {
    let mut splitter = Splitter::new(Framing::Sequence, 1000);
    let mut arrived = Bytes::from_static(b"\x1E{\"a\":[1,\n2]}\n");
    let item = splitter.next(&mut arrived).unwrap().unwrap();
    assert_eq!(item.bytes, "{\"a\":[1,\n2]}");
    assert!(!item.may_be_cut);
}

#[test]
fn an_item_has_a_limit() {
    for framing in [Framing::Lines, Framing::Sequence] {
        for text in ["[123456]", "[1234567]\n"] {
            let mut splitter = Splitter::new(framing, 7);
            let mut arrived = Bytes::from(text);
            assert_eq!(splitter.next(&mut arrived), Err(TooLong), "{text}");
        }
        let mut splitter = Splitter::new(framing, 7);
        let mut pieces = Bytes::from_static(b"[1234");
        assert_eq!(splitter.next(&mut pieces), Ok(None));
        pieces = Bytes::from_static(b"567]");
        assert_eq!(splitter.next(&mut pieces), Err(TooLong));
    }
}
