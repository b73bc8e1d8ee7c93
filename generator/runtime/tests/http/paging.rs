//! Answers that come page by page.

use clientwright_runtime::paging::next_link;
use clientwright_runtime::{
    Answer, HeaderMap, HeaderValue, Method, Operation, OperationError, PageSource, PageTarget,
    PagedItems, Pages, Paging, PagingStyle, Parameter, Response, Undecoded, json::Json,
};

use super::server::{Reply, Server};

static LIST: Operation = Operation::new("listThings", Method::GET, "/things");
static SEARCH: Operation = Operation::new("searchThings", Method::POST, "/search");
static TOKEN: Parameter = Parameter::query("page[token]");
static MARK: Parameter = Parameter::header("X-Mark");
static SIZE: Parameter = Parameter::query("limit");

const TO: PageTarget = PageTarget::Parameter(&TOKEN);
const NEXT: PageSource = PageSource::Body("/meta/next");

type Failed = OperationError<Undecoded>;

fn read(answer: Answer) -> Result<Response<Json>, Failed> {
    if answer.status().is_success() {
        answer.json()
    } else {
        answer.fail(|_| None)
    }
}

/// Asks for all items, with what is given to the call.
async fn items_of(
    server: &Server,
    operation: &'static Operation,
    paging: Paging,
    given: impl FnOnce(&mut clientwright_runtime::Call),
) -> (Vec<u32>, Option<Failed>) {
    let client = server.client().build().unwrap();
    let mut call = client.call(operation);
    given(&mut call);
    let paging: &'static Paging = Box::leak(Box::new(paging));
    let mut stream: PagedItems<Thing, Undecoded> =
        PagedItems::new(call, paging, |answer| read(answer).err());
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        match item {
            Ok(Thing(id)) => items.push(id),
            Err(error) => {
                assert!(stream.next().await.is_none());
                return (items, Some(error));
            }
        }
    }
    assert!(stream.next().await.is_none());
    (items, None)
}

async fn all(server: &Server, paging: Paging) -> Vec<u32> {
    let (items, error) = items_of(server, &LIST, paging, |_| {}).await;
    assert!(error.is_none(), "{error:?}");
    items
}

/// `{"id":1}`
struct Thing(u32);

impl clientwright_runtime::json::Decode for Thing {
    fn decode(
        reader: &mut clientwright_runtime::json::Reader<'_>,
    ) -> clientwright_runtime::json::Decoded<Self> {
        let json = Json::decode(reader)?;
        let id = json.get("id").and_then(Json::as_u64);
        id.and_then(|id| u32::try_from(id).ok())
            .map(Self)
            .ok_or_else(|| reader.invalid("a thing"))
    }
}

/// `{"data":[{"id":1},{"id":2}],"meta":{"next":…}}`
fn page(ids: &[u32], next: &str) -> Reply {
    let things: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
    let next = match next {
        "" => String::new(),
        next => format!(r#","meta":{{"next":{next}}}"#),
    };
    Reply::json(200, &format!(r#"{{"data":[{}]{next}}}"#, things.join(",")))
}

fn cursor() -> Paging {
    let style = PagingStyle::Cursor { to: TO, from: NEXT };
    Paging::new(style, "/data")
}

#[tokio::test]
async fn a_cursor_goes_on_until_it_is_absent_null_or_empty() {
    for last in ["", "null", r#""""#] {
        let pages = vec![
            page(&[1, 2], r#""a b""#),
            page(&[], r#""c""#),
            page(&[3], last),
            page(&[4], last),
        ];
        let server = Server::start(pages).await;
        assert_eq!(all(&server, cursor()).await, [1, 2, 3]);
        assert_eq!(
            server.lines(),
            [
                "GET /things HTTP/1.1",
                "GET /things?page%5Btoken%5D=a%20b HTTP/1.1",
                "GET /things?page%5Btoken%5D=c HTTP/1.1",
            ]
        );
    }
}

#[tokio::test]
async fn a_cursor_can_be_a_number_and_what_the_caller_gave_goes_with_every_page() {
    let server = Server::start(vec![page(&[1], "1730000000000"), page(&[2], "null")]).await;
    let (items, error) = items_of(&server, &LIST, cursor(), |call| {
        call.parameter(&SIZE, &1);
        call.parameter(&TOKEN, &17);
        call.parameter(&MARK, &"m");
        call.query_pair("more", "x");
    })
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items, [1, 2]);
    let heard = server.heard();
    assert_eq!(
        heard[1].line,
        "GET /things?limit=1&page%5Btoken%5D=1730000000000&more=x HTTP/1.1"
    );
    assert_eq!(heard[1].header("x-mark"), Some("m"));
}

#[tokio::test]
async fn cursors_can_come_and_go_in_header_fields() {
    let first = Reply::of(200, "Next-Token: t2\r\n", r#"[{"id":1}]"#);
    let last = Reply::of(200, "Next-Token: \r\n", r#"[{"id":2}]"#);
    let server = Server::start(vec![first, last]).await;
    let style = PagingStyle::Cursor {
        to: PageTarget::Parameter(&MARK),
        from: PageSource::Header("next-token"),
    };
    assert_eq!(all(&server, Paging::new(style, "")).await, [1, 2]);
    assert_eq!(server.heard()[0].header("x-mark"), None);
    assert_eq!(server.heard()[1].header("x-mark"), Some("t2"));
}

#[tokio::test]
async fn a_cursor_can_go_into_the_body_and_a_page_has_a_key_of_its_own() {
    let pages = vec![page(&[1], r#""a""#), page(&[2], r#""b""#), page(&[3], "")];
    let server = Server::start(pages).await;
    let style = PagingStyle::Cursor {
        to: PageTarget::Body("/page/cursor"),
        from: NEXT,
    };
    let paging = Paging::new(style, "/data");
    let (items, error) = items_of(&server, &SEARCH, paging, |call| {
        let body: Json = r#"{"filter":"x","page":{"limit":1}}"#.parse().unwrap();
        call.json("application/json", &body);
        call.idempotency_key("k#1");
    })
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items, [1, 2, 3]);
    let heard = server.heard();
    let bodies: Vec<_> = heard
        .iter()
        .map(|heard| str::from_utf8(&heard.body).unwrap())
        .collect();
    assert_eq!(
        bodies,
        [
            r#"{"filter":"x","page":{"limit":1}}"#,
            r#"{"filter":"x","page":{"limit":1,"cursor":"a"}}"#,
            r#"{"filter":"x","page":{"limit":1,"cursor":"b"}}"#,
        ]
    );
    let keys: Vec<_> = heard
        .iter()
        .map(|heard| heard.header("idempotency-key").unwrap())
        .collect();
    assert_eq!(keys, ["k#1", "k#1#2", "k#1#3"]);
}

#[tokio::test]
async fn a_cursor_that_comes_again_is_an_error_behind_the_items_of_its_page() {
    for given in [None, Some("a")] {
        let pages = vec![
            page(&[1], r#""a""#),
            page(&[2], r#""b""#),
            page(&[3], r#""a""#),
        ];
        let server = Server::start(pages).await;
        let (items, error) = items_of(&server, &LIST, cursor(), |call| {
            call.parameter(&TOKEN, &given);
        })
        .await;
        let error = error.unwrap();
        assert!(matches!(error, OperationError::Request(_)), "{error:?}");
        let expected = "listThings: `page[token]` of the next page: a cursor came twice, so there is no end of pages";
        assert_eq!(error.to_string(), expected);
        let expected: &[u32] = if given.is_some() { &[1] } else { &[1, 2, 3] };
        assert_eq!(items, expected);
    }
}

#[tokio::test]
async fn what_says_that_there_is_no_more_is_believed() {
    let has_more = |ids: &str, more: bool| {
        Reply::json(200, &format!(r#"{{"data":[{ids}],"has_more":{more}}}"#))
    };
    let pages = vec![
        has_more(r#"{"id":1},{"id":2}"#, true),
        has_more(r#"{"id":3}"#, false),
    ];
    let server = Server::start(pages).await;
    let style = PagingStyle::Cursor {
        to: TO,
        from: PageSource::Body("/data/-1/id"),
    };
    let paging = Paging::new(style, "/data").more("/has_more");
    assert_eq!(all(&server, paging).await, [1, 2, 3]);
    assert_eq!(server.lines()[1], "GET /things?page%5Btoken%5D=2 HTTP/1.1");
    assert_eq!(server.lines().len(), 2);
}

#[tokio::test]
async fn an_offset_grows_by_the_items_that_came() {
    let pages = || vec![page(&[1, 2], ""), page(&[3], ""), page(&[], "")];
    let server = Server::start(pages()).await;
    let offset = || Paging::new(PagingStyle::Offset { to: TO }, "/data");
    assert_eq!(all(&server, offset()).await, [1, 2, 3]);
    assert_eq!(
        server.lines()[1..],
        [
            "GET /things?page%5Btoken%5D=2 HTTP/1.1",
            "GET /things?page%5Btoken%5D=3 HTTP/1.1"
        ]
    );
    let server = Server::start(pages()).await;
    let (items, _) = items_of(&server, &LIST, offset(), |call| {
        call.parameter(&TOKEN, &40);
    })
    .await;
    assert_eq!(items, [1, 2, 3]);
    assert_eq!(server.lines()[2], "GET /things?page%5Btoken%5D=43 HTTP/1.1");
}

#[tokio::test]
async fn pages_are_counted_from_the_first_or_from_the_one_that_was_asked_for() {
    for (first, given, expected) in [(1, None, "2"), (0, None, "1"), (1, Some(7), "8")] {
        let server = Server::start(vec![page(&[1], ""), page(&[], "")]).await;
        let paging = Paging::new(PagingStyle::Number { to: TO, first }, "/data");
        let (items, _) = items_of(&server, &LIST, paging, |call| {
            call.parameter(&TOKEN, &given);
        })
        .await;
        assert_eq!(items, [1]);
        let line = format!("GET /things?page%5Btoken%5D={expected} HTTP/1.1");
        assert_eq!(server.lines()[1], line);
    }
}

#[tokio::test]
async fn a_short_page_or_a_reached_total_spares_the_empty_page_where_that_was_said() {
    let sized = |target, unasked| {
        Paging::new(PagingStyle::Offset { to: TO }, "/data").size(target, unasked)
    };
    let size = PageTarget::Parameter(&SIZE);
    for (paging, given, requests) in [
        (sized(size, None), Some(2), 2),
        (sized(size, Some(2)), None, 2),
        (sized(size, None), None, 3),
        (sized(size, Some(2)), Some(1), 3),
        (
            Paging::new(PagingStyle::Offset { to: TO }, "/data").total("/meta/next"),
            None,
            2,
        ),
        (
            Paging::new(PagingStyle::Number { to: TO, first: 0 }, "/data").total("/meta/next"),
            None,
            3,
        ),
    ] {
        let server = Server::start(vec![page(&[1, 2], "3"), page(&[3], "3"), page(&[], "3")]).await;
        let shown = format!("{paging:?}");
        let (items, error) = items_of(&server, &LIST, paging, |call| {
            call.parameter(&SIZE, &given);
        })
        .await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(items, [1, 2, 3]);
        assert_eq!(server.lines().len(), requests, "{shown} {given:?}");
    }
}

#[tokio::test]
async fn a_service_that_does_not_turn_pages_is_an_error() {
    let server = Server::start(vec![page(&[1, 2], "")]).await;
    let paging = Paging::new(PagingStyle::Number { to: TO, first: 1 }, "/data");
    let (items, error) = items_of(&server, &LIST, paging, |_| {}).await;
    assert_eq!(items, [1, 2, 1, 2]);
    let expected = "listThings: the same page came twice, so there is no end of them";
    assert_eq!(error.unwrap().to_string(), expected);
}

#[tokio::test]
async fn a_url_is_followed_on_the_same_origin_and_got() {
    let server = Server::start(vec![page(&[], "")]).await;
    let origin = server.url();
    let pages = |next: &str| vec![page(&[1], &format!("{next:?}")), page(&[2], "null")];
    for (next, expected) in [
        ("/v2/things?page=2#x", "GET /v2/things?page=2 HTTP/1.1"),
        ("?page=2", "GET /search?page=2 HTTP/1.1"),
        ("things/2", "GET /things/2 HTTP/1.1"),
    ] {
        let server = Server::start(pages(next)).await;
        let style = PagingStyle::Url { from: NEXT };
        let paging = Paging::new(style, "/data");
        let (items, error) = items_of(&server, &SEARCH, paging, |call| {
            call.json("application/json", &Json::Bool(true));
            call.parameter(&MARK, &"m");
        })
        .await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(items, [1, 2]);
        let last = server.heard().remove(1);
        assert_eq!((last.line.as_str(), last.body.len()), (expected, 0));
        assert_eq!(last.header("content-type"), None);
        assert_eq!(last.header("x-mark"), Some("m"));
    }
    for next in [
        format!("{origin}/x"),
        "//evil/x".into(),
        "http://u:p@h/".into(),
    ] {
        let server = Server::start(pages(&next)).await;
        let paging = Paging::new(PagingStyle::Url { from: NEXT }, "/data");
        let (items, error) = items_of(&server, &LIST, paging, |_| {}).await;
        assert_eq!(items, [1]);
        let error = error.unwrap().to_string();
        assert!(error.contains("another origin"), "{error}");
    }
    assert!(server.lines().is_empty());
}

#[tokio::test]
async fn a_url_that_comes_again_is_an_error() {
    let server = Server::start(vec![
        page(&[1], r#""/things?a""#),
        page(&[2], r#""/things""#),
    ])
    .await;
    let paging = Paging::new(PagingStyle::Url { from: NEXT }, "/data");
    let (items, error) = items_of(&server, &LIST, paging, |_| {}).await;
    assert_eq!(items, [1, 2]);
    assert!(error.unwrap().to_string().contains("a URL came twice"));
}

#[tokio::test]
async fn links_of_the_header_are_followed() {
    let linked = |link: &str, body: &str| Reply::of(200, &format!("Link: {link}\r\n"), body);
    let pages = vec![
        linked(
            "</things?page=9>; rel=last, </things?page=2>; rel=\"next\"",
            r#"[{"id":1}]"#,
        ),
        linked("</things>; rel=\"first prev\"", r#"[{"id":2}]"#),
    ];
    let server = Server::start(pages).await;
    assert_eq!(
        all(&server, Paging::new(PagingStyle::Link, "")).await,
        [1, 2]
    );
    assert_eq!(server.lines()[1], "GET /things?page=2 HTTP/1.1");
}

#[tokio::test]
async fn an_answer_that_is_no_success_or_no_page_ends_the_stream() {
    let failed = Reply::json(500, "{}");
    let client_error = Reply::json(404, "{}");
    let no_json = Reply::of(200, "Content-Type: text/html\r\n", "<html>");
    let no_object = Reply::json(200, r#"[{"id":1}]"#);
    let no_thing = Reply::json(200, r#"{"data":[{"id":1},{"id":"x"}]}"#);
    for (reply, expected) in [
        (failed, "listThings: 500 Internal Server Error"),
        (client_error, "listThings: 404 Not Found"),
        (no_json, "expected JSON, found `text/html`"),
        (no_thing, "data[1]"),
        (no_object, "expected an object, found an array"),
    ] {
        let server = Server::start(vec![page(&[7], r#""a""#), reply]).await;
        let (items, error) = items_of(&server, &LIST, cursor(), |call| call.max_attempts(1)).await;
        assert_eq!(items, [7]);
        let error = error.unwrap().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn a_page_without_the_array_and_one_without_a_body_have_no_items() {
    for reply in [
        Reply::json(200, "{}"),
        Reply::json(200, r#"{"data":null}"#),
        Reply::json(200, r#"{"data":[],"meta":[]}"#),
        Reply::json(200, r#"{"data":[],"meta":null}"#),
        Reply::of(204, "", ""),
        Reply::of(200, "", ""),
    ] {
        for paging in [
            cursor(),
            Paging::new(PagingStyle::Offset { to: TO }, "/data"),
            Paging::new(PagingStyle::Link, "/data"),
        ] {
            let server = Server::start(vec![reply.clone()]).await;
            assert_eq!(all(&server, paging).await, [0; 0]);
            assert_eq!(server.lines().len(), 1);
        }
    }
}

#[tokio::test]
async fn pages_are_read_whole() {
    let server = Server::start(vec![page(&[1], r#""a""#), page(&[2, 3], "")]).await;
    let client = server.client().build().unwrap();
    let paging: &'static Paging = Box::leak(Box::new(cursor()));
    let mut pages: Pages<Json, Undecoded> = Pages::new(client.call(&LIST), paging, read);
    assert!(server.lines().is_empty());
    let first = pages.next().await.unwrap().unwrap();
    assert_eq!(first.pointer("/meta/next"), Some(&Json::from("a")));
    assert_eq!(server.lines().len(), 1);
    let last = pages.next().await.unwrap().unwrap();
    assert_eq!(last.pointer("/data/1/id"), Some(&Json::from(3)));
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none());
    fn streams<S: futures_core::Stream + Send + Unpin>(_: &S) {}
    streams(&pages);
}

fn check_link(fields: &[&str], expected: Option<&str>) {
    let mut headers = HeaderMap::new();
    for field in fields {
        headers.append("link", HeaderValue::from_bytes(field.as_bytes()).unwrap());
    }
    assert_eq!(next_link(&headers).as_deref(), expected, "{fields:?}");
}

#[test]
fn link_header_fields_are_read_as_the_standard_says() {
    check_link(&[], None);
    check_link(&[""], None);
    check_link(&["<a>; rel=next"], Some("a"));
    check_link(&["<a>;rel=\"next\""], Some("a"));
    check_link(&["< a > ; REL = NEXT"], Some("a"));
    check_link(&["<a>; title=\"x\"; rel=next"], Some("a"));
    check_link(&["<a>; rel=prev, <b>; rel=next"], Some("b"));
    check_link(
        &["<a>; rel=prev", "<b>; rel=next, <c>; rel=next"],
        Some("b"),
    );
    check_link(&["<a>; rel=\"last next\""], Some("a"));
    check_link(&["<a,b;c?d=\"e\">; rel=next"], Some("a,b;c?d=\"e\""));
    check_link(
        &["<a>; title=\"x, <z>; rel=next\", <b>; rel=next"],
        Some("b"),
    );
    check_link(
        &["<a>; title=\"x\\\"; rel=next\"; rel=prev, <b>; rel=next"],
        Some("b"),
    );
    check_link(&["<a>; rel=prev; rel=next"], None);
    check_link(&["<a>; rel=nextpage"], None);
    check_link(
        &["<a>; rel=next; anchor=\"/other\", <b>; rel=next"],
        Some("b"),
    );
    check_link(&["<a>; rel"], None);
    check_link(&["<a>; rel="], None);
    check_link(&["<a>; rel=\"next"], Some("a"));
    check_link(&["<a; rel=next"], None);
    check_link(&["a; rel=next"], None);
    check_link(&[",,<a>;;;rel=next,"], Some("a"));
    check_link(&["<ü>; rel=next"], Some("ü"));
    check_link(&["<>; rel=next"], Some(""));
}
