//! Which redirects are followed, and how.

use clientwright_runtime::call::follow;
use clientwright_runtime::{Body, HeaderMap, Method, Operation, StatusCode, TransportRequest};

use super::server::{KEY, Reply, Server, TOKEN, leak};

static MOVE: Operation = Operation::new("move", Method::POST, "/old").security(&[&[&TOKEN, &KEY]]);
static AWAY: Operation = Operation::new("away", Method::GET, "/").security(&[&[&TOKEN]]);

fn check(method: Method, status: u16, location: &str, expected: Option<(Method, &str, bool)>) {
    let mut request = TransportRequest::new(method, "https://h/a/b?q=1".parse().unwrap());
    request.body = Body::bytes("x");
    request
        .headers
        .insert("content-type", "text/plain".parse().unwrap());
    request
        .headers
        .insert("authorization", "t".parse().unwrap());
    let mut headers = HeaderMap::new();
    headers.insert("location", location.parse().unwrap());
    let next = follow(&request, StatusCode::from_u16(status).unwrap(), &headers);
    let seen = next.as_ref().map(|next| {
        let has_body = !next.body.is_none();
        assert_eq!(has_body, next.headers.contains_key("content-type"));
        assert!(next.headers.contains_key("authorization"));
        (next.method.clone(), next.url.as_str(), has_body)
    });
    assert_eq!(seen, expected, "{status} {location}");
}

#[test]
fn methods_change_as_the_standard_says() {
    let to = "https://h/c";
    for status in [301, 302] {
        check(Method::POST, status, "/c", Some((Method::GET, to, false)));
        check(Method::PUT, status, "/c", Some((Method::PUT, to, true)));
        check(Method::HEAD, status, "/c", Some((Method::HEAD, to, true)));
    }
    for status in [307, 308] {
        check(Method::POST, status, "/c", Some((Method::POST, to, true)));
        check(Method::GET, status, "/c", Some((Method::GET, to, true)));
    }
    check(Method::POST, 303, "/c", Some((Method::GET, to, false)));
    check(Method::DELETE, 303, "/c", Some((Method::GET, to, false)));
    check(Method::HEAD, 303, "/c", Some((Method::HEAD, to, true)));
    for status in [200, 300, 304, 305, 306, 400] {
        check(Method::GET, status, "/c", None);
    }
}

#[test]
fn only_the_same_origin_is_followed() {
    let get = |url| Some((Method::GET, url, true));
    check(Method::GET, 302, "c?x#frag", get("https://h/a/c?x"));
    check(Method::GET, 302, "https://h:443/c", get("https://h/c"));
    check(Method::GET, 302, "//h/c", get("https://h/c"));
    for other in [
        "http://h/c",
        "https://h:444/c",
        "https://h.evil/c",
        "//evil/c",
        "https://u:p@h/c",
        "https://h@evil/c",
        "javascript:1",
        "https://[",
    ] {
        check(Method::GET, 302, other, None);
    }
}

#[tokio::test]
async fn a_redirect_on_the_same_origin_keeps_the_credentials() {
    let to = Reply::of(307, "Location: /new?x=1\r\n", "");
    let server = Server::start(vec![to, Reply::json(200, "{}")]).await;
    let client = server.client().credential(&KEY, "k y").build().unwrap();
    let mut call = client.call(&MOVE);
    call.text("text/plain", "body");
    assert_eq!(call.execute().await.unwrap().status(), 200);
    let heard = server.heard();
    assert_eq!(heard[0].line, "POST /old?key=k%20y HTTP/1.1");
    assert_eq!(heard[1].line, "POST /new?x=1&key=k%20y HTTP/1.1");
    assert_eq!(heard[1].header("authorization"), Some("Bearer s3cret"));
    assert_eq!(heard[1].body, b"body");
}

#[tokio::test]
async fn a_redirect_to_another_origin_comes_back_and_nothing_goes_there() {
    let other = Server::start(vec![Reply::json(200, "{}")]).await;
    let to = Reply::of(302, &format!("Location: {}/x\r\n", other.url()), "");
    let server = Server::start(vec![to]).await;
    let client = server.client().build().unwrap();
    let answer = client.call(&AWAY).execute().await.unwrap();
    assert_eq!(answer.status(), 302);
    assert_eq!((server.lines().len(), other.lines().len()), (1, 0));
}

#[tokio::test]
async fn redirects_have_an_end() {
    let server = Server::start(vec![Reply::of(302, "Location: /again\r\n", "")]).await;
    let client = server.client().build().unwrap();
    let operation = leak(Operation::new("loop", Method::GET, "/"));
    let answer = client.call(operation).execute().await.unwrap();
    assert_eq!(answer.status(), 302);
    assert_eq!(server.lines().len(), 11);
}
