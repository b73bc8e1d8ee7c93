//! What goes over the wire.

use clientwright_runtime::{Body, Method, Operation, Parameter, ServerTemplate, TransportRequest};

use super::server::{API, Reply, Server, TOKEN, leak};

static ID: Parameter = Parameter::path("id");
static TEAM: Parameter = Parameter::query("teamId");
static TRACE: Parameter = Parameter::header("X-Trace");
static SID: Parameter = Parameter::cookie("sid");
static GET: Operation = Operation::new("getThing", Method::GET, "/v1/things/{id}")
    .security(&[&[&TOKEN]])
    .accept("application/json");
static POST: Operation = Operation::new("makeThing", Method::POST, "/v1/things");

#[tokio::test]
async fn a_call_arrives_as_the_description_says() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = server
        .client()
        .user_agent("my-app/1.0")
        .header("X-Default", "d")
        .build()
        .unwrap();
    let mut call = client.call(&GET);
    call.parameter(&ID, &"a/b %ü");
    call.parameter(&TEAM, &"first");
    call.parameter(&TEAM, &"team 1");
    call.parameter(&TRACE, &7);
    call.parameter(&SID, &"x y");
    call.query_pair("more", "a&b");
    call.execute().await.unwrap();
    let heard = server.heard().remove(0);
    assert_eq!(
        heard.line,
        "GET /v1/things/a%2Fb%20%25%C3%BC?teamId=team%201&more=a%26b HTTP/1.1"
    );
    assert_eq!(heard.header("authorization"), Some("Bearer s3cret"));
    assert_eq!(heard.header("accept"), Some("application/json"));
    assert_eq!(
        heard.header("user-agent"),
        Some("my-app/1.0 test-api/0.1.0")
    );
    assert_eq!(heard.header("x-trace"), Some("7"));
    assert_eq!(heard.header("x-default"), Some("d"));
    assert_eq!(heard.header("cookie"), Some("sid=x%20y"));
    assert_eq!(heard.header("content-length"), None);
    assert_eq!(heard.header("content-type"), None);
}

#[tokio::test]
async fn absent_and_null_values_are_not_sent() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&GET);
    call.parameter(&ID, &"a");
    call.parameter(&TEAM, &"t");
    call.parameter(&TEAM, &None::<String>);
    call.parameter(&TRACE, &None::<i64>);
    call.execute().await.unwrap();
    assert_eq!(server.lines(), ["GET /v1/things/a HTTP/1.1"]);
}

#[tokio::test]
async fn a_post_without_a_body_says_so() {
    let server = Server::start(vec![Reply::of(204, "", "")]).await;
    let client = server.client().build().unwrap();
    for method in [Method::POST, Method::PUT, Method::PATCH] {
        let operation = leak(Operation::new("empty", method, "/e"));
        client.call(operation).execute().await.unwrap();
    }
    client
        .call(leak(Operation::new("delete", Method::DELETE, "/e")))
        .execute()
        .await
        .unwrap();
    let lengths: Vec<_> = server
        .heard()
        .iter()
        .map(|heard| heard.header("content-length").map(str::to_owned))
        .collect();
    let zero = || Some("0".to_owned());
    assert_eq!(lengths, [zero(), zero(), zero(), None]);
}

#[tokio::test]
async fn bodies_carry_their_type() {
    let server = Server::start(vec![Reply::of(204, "", "")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&POST);
    call.json("application/vnd.x+json", &vec![1, 2]);
    call.execute().await.unwrap();
    let mut call = client.call(&POST);
    call.text("text/plain", "ü");
    call.execute().await.unwrap();
    let mut call = client.call(&POST);
    call.bytes("application/octet-stream", vec![0, 255]);
    call.execute().await.unwrap();
    let mut call = client.call(&POST);
    call.json("application/json", &None::<bool>);
    call.execute().await.unwrap();
    let heard = server.heard();
    let seen: Vec<_> = heard
        .iter()
        .map(|heard| (heard.header("content-type"), heard.body.as_slice()))
        .collect();
    let expected: [(Option<&str>, &[u8]); 4] = [
        (Some("application/vnd.x+json"), b"[1,2]"),
        (Some("text/plain"), "ü".as_bytes()),
        (Some("application/octet-stream"), &[0, 255]),
        (None, b""),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn header_fields_of_a_call_replace_all_others() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = server.client().header("accept", "text/x").build().unwrap();
    let mut call = client.call(&GET);
    call.parameter(&ID, &"a");
    call.header("Authorization", "Mine");
    call.header("User-Agent", "me");
    call.execute().await.unwrap();
    let heard = server.heard().remove(0);
    assert_eq!(heard.header("authorization"), Some("Mine"));
    assert_eq!(heard.header("user-agent"), Some("me"));
    assert_eq!(heard.header("accept"), Some("text/x"));
}

#[tokio::test]
async fn nothing_illegal_is_sent() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    let mut call = client.call(&GET);
    call.parameter(&ID, &"a");
    call.parameter(&TRACE, &"a\r\nX-Evil: 1");
    let message = call.execute().await.map(|_| ()).unwrap_err();
    let expected = "getThing: `X-Trace` has characters that a header field cannot carry";
    assert_eq!(
        clientwright_runtime::Error::from(message).to_string(),
        expected
    );
    for value in ["", ".", ".."] {
        let mut call = client.call(&GET);
        call.parameter(&ID, &value);
        let error = clientwright_runtime::Error::from(call.execute().await.unwrap_err());
        assert!(
            error.to_string().starts_with("getThing: `id` must not be "),
            "{error}"
        );
    }
    let mut call = client.call(&GET);
    call.header("Bad Name", "x");
    call.parameter(&ID, &"a");
    let error = clientwright_runtime::Error::from(call.execute().await.unwrap_err());
    assert_eq!(
        error.to_string(),
        "getThing: `Bad Name` is no legal name of a header field"
    );
    let mut call = client.call(&GET);
    call.header("Content-Length", "5");
    call.parameter(&ID, &"a");
    let error = clientwright_runtime::Error::from(call.execute().await.unwrap_err());
    let expected = "getThing: `Content-Length` is written by the transport alone";
    assert_eq!(error.to_string(), expected);
    assert!(server.lines().is_empty());
}

#[tokio::test]
async fn operations_have_servers_of_their_own_unless_the_application_chooses() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let other = Server::start(vec![Reply::json(200, "{}")]).await;
    let url: &'static str = other.url().leak();
    let elsewhere =
        leak(Operation::new("elsewhere", Method::GET, "/x").server(ServerTemplate::new(url)));
    let below = leak(Operation::new("below", Method::GET, "/x").server(ServerTemplate::new("/v2")));
    let document = clientwright_runtime::ClientBuilder::new(&API).server(server.url() + "/v1");
    document
        .clone()
        .build()
        .unwrap()
        .call(elsewhere)
        .execute()
        .await
        .unwrap();
    document
        .clone()
        .build()
        .unwrap()
        .call(below)
        .execute()
        .await
        .unwrap();
    document
        .build()
        .unwrap()
        .call(&POST)
        .execute()
        .await
        .unwrap();
    server
        .client()
        .build()
        .unwrap()
        .call(elsewhere)
        .execute()
        .await
        .unwrap();
    let mut call = server.client().build().unwrap().call(&POST);
    call.base_url(&(other.url() + "/p/"));
    call.execute().await.unwrap();
    let mut call = server.client().build().unwrap().call(elsewhere);
    call.server(clientwright_runtime::Server::url(other.url() + "/s?k=1"));
    call.query_pair("q", "2");
    call.execute().await.unwrap();
    assert_eq!(
        other.lines(),
        [
            "GET /x HTTP/1.1",
            "POST /p/v1/things HTTP/1.1",
            "GET /s/x?k=1&q=2 HTTP/1.1"
        ]
    );
    let expected = [
        "GET /v2/x HTTP/1.1",
        "POST /v1/v1/things HTTP/1.1",
        "GET /x HTTP/1.1",
    ];
    assert_eq!(server.lines(), expected);
}

#[tokio::test]
async fn undocumented_paths_go_out_with_the_clients_credentials() {
    static SECURED: clientwright_runtime::Api =
        clientwright_runtime::Api::new("test-api", "0.1.0").security(&[&[&TOKEN]]);
    let server = Server::start(vec![Reply::json(200, "[1]")]).await;
    let builder = clientwright_runtime::ClientBuilder::new(&SECURED).base_url(server.url());
    let client = builder.credential(&TOKEN, "s3cret").build().unwrap();
    let request = client
        .request(Method::POST, "/v9/{x}?a=b")
        .query("c", "d e")
        .json(&true);
    let response = request.send_json::<Vec<i64>>().await.unwrap();
    assert_eq!(response.body(), &[1]);
    let bytes = client.request(Method::GET, "plain").await.unwrap();
    assert_eq!(bytes.into_body(), "[1]");
    let heard = server.heard();
    assert_eq!(heard[0].line, "POST /v9/%7Bx%7D?a=b&c=d%20e HTTP/1.1");
    assert_eq!(heard[0].body, b"true");
    assert_eq!(heard[0].header("authorization"), Some("Bearer s3cret"));
    assert_eq!(heard[1].line, "GET /plain HTTP/1.1");
    let error = client
        .request(Method::GET, "https://evil.example/")
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("a path is needed, not a URL"),
        "{error}"
    );
}

#[tokio::test]
async fn secrets_do_not_show_in_debug() {
    let client = Server::start(vec![])
        .await
        .client()
        .header("X-Mine", "hidden")
        .build()
        .unwrap();
    let mut call = client.call(&GET);
    call.parameter(&ID, &"hidden");
    call.header("X-Also", "hidden");
    call.query_pair("q", "hidden");
    let mut request = TransportRequest::new(Method::GET, "http://h/?hidden".parse().unwrap());
    request.headers.insert("x", "hidden".parse().unwrap());
    request.body = Body::bytes("hidden");
    for shown in [
        format!("{client:?}"),
        format!("{call:?}"),
        format!("{request:?}"),
    ] {
        assert!(
            !shown.contains("hidden") && !shown.contains("s3cret"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn methods_of_any_name_go_as_they_are_written() {
    static COPY: Operation =
        Operation::new("copyThing", Method::GET, "/v1/things").extension_method("COPY");
    static ILLEGAL: Operation =
        Operation::new("illegal", Method::GET, "/v1/things").extension_method("TWO WORDS");
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = server.client().build().unwrap();
    client.call(&COPY).execute().await.unwrap();
    client.call(&ILLEGAL).execute().await.unwrap_err();
    let lines: Vec<_> = server
        .heard()
        .iter()
        .map(|heard| heard.line.clone())
        .collect();
    assert_eq!(lines, ["COPY /v1/things HTTP/1.1"]);
}
