//! How an answer is read: by its status, its media type and its charset.

use std::borrow::Cow;

use clientwright_runtime::answer::Head;
use clientwright_runtime::json::{Decode, Json};
use clientwright_runtime::{
    Answer, BodyError, Bytes, HeaderMap, OperationError, Response, StatusCode,
};

fn answer(status: u16, content_type: &str, body: impl AsRef<[u8]>) -> Answer {
    let mut headers = HeaderMap::new();
    if !content_type.is_empty() {
        headers.insert("content-type", content_type.parse().unwrap());
    }
    headers.insert("x-request-id", "req_1".parse().unwrap());
    let operation = Cow::Borrowed("getThing");
    let status = StatusCode::from_u16(status).unwrap();
    Answer::new(
        Head {
            operation,
            status,
            headers,
        },
        Bytes::copy_from_slice(body.as_ref()),
    )
}

type Decoded<T> = Result<Response<T>, OperationError<String>>;

fn check_json(content_type: &str, body: impl AsRef<[u8]>, expected: Result<&str, &str>) {
    let decoded: Decoded<String> = answer(200, content_type, body).json();
    let decoded = decoded
        .map(Response::into_body)
        .map_err(|error| error.to_string());
    assert_eq!(
        decoded.as_deref().map_err(String::as_str),
        expected,
        "{content_type}"
    );
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn json_is_what_says_so_or_says_nothing() {
    for content_type in [
        "application/json",
        "Application/JSON; charset=\"UTF-8\"",
        "application/problem+json; version=1",
        "text/json",
        "",
        ";",
        "application/json;charset=us-ascii",
    ] {
        check_json(content_type, r#""hüt""#, Ok("hüt"));
    }
    check_json(
        "application/json; charset=iso-8859-1",
        b"\"h\xFCt\"",
        Ok("hüt"),
    );
    check_json(
        "application/json; charset=utf-16le",
        utf16("\"ü\"", u16::to_le_bytes),
        Ok("ü"),
    );
    check_json("", b"\xEF\xBB\xBF\"x\"", Ok("x"));
}

#[test]
fn a_success_that_cannot_be_read_says_that_it_was_one() {
    let wrong = |bytes, why| {
        format!(
            "getThing: 200 OK, so the call succeeded, but its body ({bytes} bytes) was not understood: {why}"
        )
    };
    let expected = wrong(6, "expected JSON, found `text/html`");
    check_json("text/html; charset=utf-8", "<html>", Err(&expected));
    let expected = wrong(0, "expected a value, found an empty body");
    check_json("application/json", "", Err(&expected));
    let expected = wrong(2, "unknown charset `klingon`");
    check_json("application/json; charset=klingon", "\"\"", Err(&expected));
    let expected = wrong(3, "no legal utf-16 text");
    check_json("application/json; charset=utf-16", "\"\"\"", Err(&expected));
    let decoded: Decoded<String> = answer(200, "application/json", "[1]").json();
    let Err(OperationError::Decode(failure)) = decoded else {
        panic!("{decoded:?}")
    };
    assert_eq!(failure.status(), 200);
    assert_eq!(failure.body(), "[1]");
    assert_eq!(failure.request_id(), Some("req_1"));
    assert_eq!(failure.operation(), "getThing");
    assert!(matches!(failure.error(), BodyError::Json(_)));
    assert!(!format!("{failure:?}").contains("[1]"));
}

#[test]
fn where_a_body_is_wrong_is_said() {
    let decoded: Decoded<Vec<String>> = answer(200, "application/json", "[\"a\",\n null]").json();
    let error = decoded.unwrap_err();
    let OperationError::Decode(failure) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.path(), Some("[1]"));
    assert!(error.to_string().contains("line 2"), "{error}");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(!error.is_retryable() && !error.is_timeout());
}

#[test]
fn texts_are_read_by_their_charset() {
    for (content_type, body, expected) in [
        ("text/plain", "ü".as_bytes().to_vec(), Some("ü")),
        ("", b"\xEF\xBB\xBFx".to_vec(), Some("x")),
        ("text/plain; charset=ISO-8859-1", vec![0xFC], Some("ü")),
        (
            "text/plain; charset=utf-16",
            [vec![0xFF, 0xFE], utf16("ü😀", u16::to_le_bytes)].concat(),
            Some("ü😀"),
        ),
        (
            "text/plain; charset=utf-16",
            utf16("ü", u16::to_be_bytes),
            Some("ü"),
        ),
        ("application/json", b"{}".to_vec(), Some("{}")),
        ("text/plain", vec![0xFC], None),
        ("text/plain; charset=utf-16be", vec![0xD8, 0x00], None),
        ("text/plain; charset=shift_jis", vec![], None),
    ] {
        let decoded: Result<Response<String>, OperationError<()>> =
            answer(200, content_type, body).text();
        assert_eq!(
            decoded.ok().map(Response::into_body).as_deref(),
            expected,
            "{content_type}"
        );
    }
}

#[test]
fn responses_come_apart() {
    let decoded: Decoded<bool> = answer(201, "", "true").json();
    let response = decoded.unwrap();
    assert_eq!(response.status(), StatusCode::CREATED);
    assert_eq!(response.request_id(), Some("req_1"));
    assert_eq!(response.headers()["x-request-id"], "req_1");
    let (status, headers, body) = response.map(|body| !body).into_parts();
    assert_eq!((status.as_u16(), headers.len(), body), (201, 1, false));
    let empty: Decoded<()> = answer(204, "", "").empty();
    assert_eq!(empty.unwrap().into_body(), ());
    let bytes: Decoded<Bytes> = answer(200, "", "raw").bytes();
    assert_eq!(bytes.unwrap().into_body(), "raw");
}

#[test]
fn the_content_type_picks_one_of_several_media_types() {
    let listed = [
        "application/json",
        "application/vnd.item+json; version=2",
        "image/*",
        "image/png",
        "text/plain; charset=utf-8",
    ];
    for (content_type, expected) in [
        ("", Some(0)),
        ("  ", Some(0)),
        ("application/json", Some(0)),
        ("Application/JSON;charset=latin1", Some(0)),
        ("application/problem+json", Some(0)),
        ("application/vnd.item+json", Some(1)),
        (
            "application/vnd.item+json; Version=\"2\"; a=\"x;y=\\\"\"",
            Some(1),
        ),
        ("application/vnd.item+json; version=3", Some(1)),
        ("image/png", Some(3)),
        ("image/jpeg; q=1", Some(2)),
        ("text/plain", Some(4)),
        ("text/plain; charset=iso-8859-1", Some(4)),
        ("text/html", None),
        ("application/octet-stream", None),
    ] {
        let chosen = answer(200, content_type, "").choose(&listed);
        assert_eq!(chosen.ok(), expected, "{content_type}");
    }
    let any = answer(200, "text/html", "").choose(&["image/png", "*/*", "*/*"]);
    assert_eq!(any.ok(), Some(1));
    let versions = ["a/b; v=1", "a/b; v=2", "a/b"];
    for (content_type, expected) in [("a/b;v=2", 1), ("a/b", 2), ("a/b; v=3", 2)] {
        let chosen = answer(200, content_type, "").choose(&versions);
        assert_eq!(chosen.ok(), Some(expected), "{content_type}");
    }
    let wrong = answer(200, "text/html", "").choose(&["image/png", "a/b"]);
    let expected = "expected image/png or a/b, found `text/html`";
    assert_eq!(wrong.unwrap_err().to_string(), expected);
}

fn check_plain<T: Decode + PartialEq + std::fmt::Debug>(
    content_type: &str,
    body: &str,
    expected: Option<T>,
) {
    let decoded: Result<Response<T>, OperationError<()>> = answer(200, content_type, body).plain();
    let decoded = decoded.ok().map(Response::into_body);
    assert_eq!(decoded, expected, "{content_type}: {body}");
}

#[test]
fn texts_of_one_value_are_that_value() {
    check_plain("text/plain", "42", Some(42_i64));
    check_plain("text/plain; charset=utf-8", "-7\r\n", Some(-7_i8));
    check_plain("text/plain", "256", None::<u8>);
    check_plain("text/plain", "1.5", Some(1.5));
    check_plain("", "1e3", Some(1000_u16));
    check_plain("text/plain", "0x10", None::<i64>);
    check_plain("text/plain", "007", None::<i64>);
    check_plain("text/plain", "", None::<i64>);
    check_plain("text/plain", "true", Some(true));
    check_plain("text/plain", "False", None::<bool>);
    check_plain("text/plain", "42", Some("42".to_owned()));
    check_plain("text/html", "\"a\" \\ \n", Some("\"a\" \\ \n".to_owned()));
    check_plain("text/plain", "1\"2", None::<i64>);
    check_plain("application/json", "\"a\"", Some("a".to_owned()));
    check_plain("application/json", "42", Some(42_i64));
    check_plain("application/json", "\"42\"", None::<i64>);
    check_plain("text/plain", "42", Some(Json::from(42)));
    check_plain("text/plain", "4 2", Some(Json::from("4 2")));
}

#[test]
fn a_value_that_may_be_missing_need_not_have_a_body() {
    let empty: Decoded<Option<bool>> = answer(204, "", "").json();
    assert_eq!(empty.unwrap().into_body(), None);
    let empty: Decoded<bool> = answer(204, "", "").json();
    let error = empty.unwrap_err().to_string();
    assert!(
        error.ends_with("expected a value, found an empty body"),
        "{error}"
    );
}
