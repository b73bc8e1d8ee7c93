//! Tokens of OAuth 2 against a real token endpoint.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use clientwright_runtime::oauth2::{
    AuthorizationCode, ClientAuthentication, ClientCredentials, Endpoints, OAuth2,
    ResourceOwnerPassword, TokenError, TokenErrorCode, TokenErrorKind,
};
use clientwright_runtime::{
    Body, BoxError, CallError, Client, ClientBuilder, Credential, Method, Operation, Scheme,
    StatusCode,
};

use super::server::{API, Heard, Reply, Server};

static OAUTH: Scheme = Scheme::bearer("oauth");
static READ: Operation = Operation::new("read", Method::GET, "/r")
    .security(&[&[&OAUTH]])
    .scopes(&[(&OAUTH, &["read"])]);
static WRITE: Operation = Operation::new("write", Method::POST, "/w")
    .security(&[&[&OAUTH]])
    .scopes(&[(&OAUTH, &["write", "read"])]);

const NOWHERE: Endpoints = Endpoints::new();

fn client_credentials(tokens: &Server) -> OAuth2 {
    let url = tokens.url() + "/token";
    ClientCredentials::new(NOWHERE)
        .tokens("id", "s3cret")
        .token_url(url)
}

fn token(token: &str, more: &str) -> Reply {
    Reply::json(
        200,
        &format!(r#"{{"access_token":"{token}","token_type":"Bearer"{more}}}"#),
    )
}

fn client(api: &Server, credential: impl Into<Credential>) -> Client {
    let builder = ClientBuilder::new(&API).base_url(api.url()).max_attempts(1);
    builder.credential(&OAUTH, credential).build().unwrap()
}

async fn status(client: &Client, operation: &'static Operation) -> u16 {
    let answer = client.call(operation).execute().await.unwrap();
    answer.status().as_u16()
}

async fn failure(client: &Client) -> TokenError {
    let CallError::Auth(failure) = client.call(&READ).execute().await.unwrap_err() else {
        panic!("no failure of authentication");
    };
    let source = std::error::Error::source(&failure).unwrap();
    source.downcast_ref::<TokenError>().unwrap().clone()
}

fn bodies(server: &Server) -> Vec<String> {
    let body = |heard: Heard| String::from_utf8(heard.body).unwrap();
    server.heard().into_iter().map(body).collect()
}

fn authorizations(server: &Server) -> Vec<String> {
    let value = |heard: Heard| heard.header("authorization").unwrap_or("-").to_owned();
    server.heard().into_iter().map(value).collect()
}

#[tokio::test]
async fn a_token_is_asked_for_once_and_kept() {
    let tokens = Server::start(vec![token("t1", r#","expires_in":3600"#)]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    assert_eq!(status(&client, &READ).await, 200);
    assert_eq!(status(&client, &READ).await, 200);
    assert_eq!(authorizations(&api), ["Bearer t1", "Bearer t1"]);
    assert_eq!(tokens.lines(), ["POST /token HTTP/1.1"]);
    assert_eq!(
        bodies(&tokens),
        ["grant_type=client_credentials&scope=read"]
    );
    assert_eq!(authorizations(&tokens), ["Basic aWQ6czNjcmV0"]);
    let heard = tokens.heard().remove(0);
    let form = "application/x-www-form-urlencoded";
    assert_eq!(heard.header("content-type"), Some(form));
    assert_eq!(heard.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn however_many_calls_wait_a_token_is_asked_for_once() {
    let tokens = Server::start(vec![token("t1", "")]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { status(&client, &READ).await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), 200);
    }
    assert_eq!(tokens.lines().len(), 1);
    assert_eq!(api.lines().len(), 8);
}

#[tokio::test]
async fn whoever_waits_for_a_token_shares_the_failure() {
    let refusal = Reply::json(400, r#"{"error":"invalid_scope"}"#);
    let tokens = Server::start(vec![refusal]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    let calls: Vec<_> = (0..4)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { failure(&client).await })
        })
        .collect();
    for call in calls {
        assert_eq!(
            call.await.unwrap().code(),
            Some(&TokenErrorCode::InvalidScope)
        );
    }
    assert_eq!(tokens.lines().len(), 1);
    // It is nobody's fate for ever.
    failure(&client).await;
    assert_eq!(tokens.lines().len(), 2);
    assert!(api.lines().is_empty());
}

#[tokio::test]
async fn a_token_that_is_refused_is_renewed_once_and_the_body_sent_again() {
    let tokens = Server::start(vec![
        token("t1", r#","refresh_token":"r1""#),
        token("t2", r#","refresh_token":"r2""#),
        token("t3", ""),
    ])
    .await;
    let unauthorized = || Reply::json(401, "{}");
    let api = Server::start(vec![
        unauthorized(),
        Reply::json(200, "{}"),
        unauthorized(),
        unauthorized(),
    ])
    .await;
    let client = client(&api, client_credentials(&tokens).scopes(["a", "b"]));
    let mut call = client.call(&WRITE);
    call.text("text/plain", "again");
    assert_eq!(call.execute().await.unwrap().status(), StatusCode::OK);
    assert_eq!(authorizations(&api), ["Bearer t1", "Bearer t2"]);
    assert_eq!(bodies(&api), ["again", "again"]);
    // Once, and no more.
    assert_eq!(status(&client, &WRITE).await, 401);
    assert_eq!(authorizations(&api)[2..], ["Bearer t2", "Bearer t3"]);
    assert_eq!(
        bodies(&tokens),
        [
            "grant_type=client_credentials&scope=a+b",
            "grant_type=refresh_token&refresh_token=r1",
            "grant_type=refresh_token&refresh_token=r2",
        ]
    );
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let tokens = Server::start(vec![
        token("t1", r#","expires_in":"1""#),
        token("t2", r#","expires_in":0"#),
        token("t3", r#","expires_in":1e99"#),
    ])
    .await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    status(&client, &READ).await;
    tokio::time::sleep(Duration::from_millis(920)).await;
    for _ in 0..3 {
        status(&client, &READ).await;
    }
    let expected = ["Bearer t1", "Bearer t2", "Bearer t3", "Bearer t3"];
    assert_eq!(authorizations(&api), expected);
}

#[tokio::test]
async fn scopes_are_those_of_the_operations_that_were_called() {
    let tokens = Server::start(vec![token("t1", ""), token("t2", "")]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    for operation in [&READ, &WRITE, &READ] {
        status(&client, operation).await;
    }
    assert_eq!(
        bodies(&tokens),
        [
            "grant_type=client_credentials&scope=read",
            "grant_type=client_credentials&scope=read+write",
        ]
    );
    assert_eq!(
        authorizations(&api),
        ["Bearer t1", "Bearer t2", "Bearer t2"]
    );
}

#[tokio::test]
async fn a_client_says_who_it_is_as_it_is_told_to() {
    let asked = async |with: fn(OAuth2) -> OAuth2| {
        let tokens = Server::start(vec![token("t", "")]).await;
        let api = Server::start(vec![Reply::json(200, "{}")]).await;
        let flow = ResourceOwnerPassword::new(NOWHERE).tokens("ü", "p&w");
        let client = client(&api, with(flow.token_url(tokens.url()).scopes([""; 0])));
        status(&client, &READ).await;
        (authorizations(&tokens).remove(0), bodies(&tokens).remove(0))
    };
    let grant = "grant_type=password&username=%C3%BC&password=p%26w";
    // RFC 6749 §2.3.1: `a%3Ab:c+d`, encoded as in a form before they are joined.
    let (basic, body) = asked(|of| of.client("a:b", "c d")).await;
    assert_eq!(
        (basic.as_str(), body.as_str()),
        ("Basic YSUzQWI6Yytk", grant)
    );
    let (basic, body) = asked(|of| {
        let of = of.client("a:b", "c d").parameter("audience", "x/y");
        of.client_authentication(ClientAuthentication::Body)
    })
    .await;
    assert_eq!(basic, "-");
    assert_eq!(
        body,
        format!("{grant}&client_id=a%3Ab&client_secret=c+d&audience=x%2Fy")
    );
    let (basic, body) = asked(|of| of.public_client("a")).await;
    assert_eq!(
        (basic, body),
        ("-".to_owned(), format!("{grant}&client_id=a"))
    );
}

#[tokio::test]
async fn what_a_token_endpoint_refuses_is_typed_and_shows_no_secret() {
    for (reply, kind, shown) in [
        (
            Reply::json(
                401,
                r#"{"error":"invalid_client","error_description":"not s3cret"}"#,
            ),
            TokenErrorKind::Refused(TokenErrorCode::InvalidClient),
            "the token endpoint answered 401 Unauthorized: invalid_client",
        ),
        (
            Reply::json(403, r#"{"error":"slow_down"}"#),
            TokenErrorKind::Refused(TokenErrorCode::Other("slow_down".to_owned())),
            "the token endpoint answered 403 Forbidden: slow_down",
        ),
        (
            Reply::json(200, r#"{"error":"invalid_grant"}"#),
            TokenErrorKind::Refused(TokenErrorCode::InvalidGrant),
            "the token endpoint answered 200 OK: invalid_grant",
        ),
        (
            Reply::of(302, "Location: http://evil.example/\r\n", "s3cret"),
            TokenErrorKind::Status,
            "the token endpoint answered 302 Found",
        ),
        (
            Reply::json(200, r#"{"token_type":"bearer"}"#),
            TokenErrorKind::Malformed("has no `access_token`"),
            "the answer of the token endpoint has no `access_token`",
        ),
        (
            Reply::of(200, "", "s3cret"),
            TokenErrorKind::Malformed("is no JSON"),
            "the answer of the token endpoint is no JSON",
        ),
        (
            Reply::json(200, r#"{"access_token":"s3cret","token_type":"mac"}"#),
            TokenErrorKind::TokenType,
            "the token is no bearer token",
        ),
        (
            Reply::of(200, "", vec![b' '; (1 << 20) + 1]),
            TokenErrorKind::Malformed("is too large"),
            "the answer of the token endpoint is too large",
        ),
        (
            Reply::Raw(Vec::new()),
            TokenErrorKind::Transport,
            "the token endpoint was not reached",
        ),
    ] {
        let tokens = Server::start(vec![reply]).await;
        let api = Server::start(vec![Reply::json(200, "{}")]).await;
        let error = failure(&client(&api, client_credentials(&tokens))).await;
        assert_eq!(*error.kind(), kind);
        assert_eq!(error.to_string(), shown);
        assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
        assert!(api.lines().is_empty());
    }
}

#[tokio::test]
async fn a_code_is_used_once_and_then_what_came_with_it() {
    let tokens = Server::start(vec![
        token("t1", r#","refresh_token":"r1","expires_in":0"#),
        token("t2", r#","expires_in":0"#),
        Reply::json(400, r#"{"error":"invalid_grant"}"#),
    ])
    .await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let flow = AuthorizationCode::new(Endpoints::new().refresh_url("refresh"))
        .tokens("c", Some("https://app/back"), Some("v"))
        .public_client("id");
    let flow = flow
        .token_url(tokens.url() + "/token")
        .refresh_url(tokens.url() + "/refresh");
    let keep = Arc::clone(&told);
    let client = client(
        &api,
        flow.on_issue(move |issued| {
            let refresh = issued.refresh_token.map(str::to_owned);
            keep.lock()
                .unwrap()
                .push((issued.access_token.to_owned(), refresh));
        }),
    );
    status(&client, &READ).await;
    status(&client, &READ).await;
    let error = failure(&client).await;
    assert_eq!(error.code(), Some(&TokenErrorCode::InvalidGrant));
    assert_eq!(*failure(&client).await.kind(), TokenErrorKind::UsedUp);
    assert_eq!(
        tokens.lines(),
        [
            "POST /token HTTP/1.1",
            "POST /refresh HTTP/1.1",
            "POST /refresh HTTP/1.1"
        ]
    );
    assert_eq!(
        bodies(&tokens),
        [
            "grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fapp%2Fback&code_verifier=v&client_id=id",
            "grant_type=refresh_token&refresh_token=r1&client_id=id",
            "grant_type=refresh_token&refresh_token=r1&client_id=id",
        ]
    );
    let told = told.lock().unwrap();
    assert_eq!(
        *told,
        [
            ("t1".to_owned(), Some("r1".to_owned())),
            ("t2".to_owned(), None)
        ]
    );
}

#[tokio::test]
async fn a_client_that_can_ask_anew_does_when_it_cannot_renew() {
    let tokens = Server::start(vec![
        token("t1", r#","refresh_token":"r1","expires_in":0"#),
        Reply::json(400, r#"{"error":"invalid_grant"}"#),
        token("t2", ""),
    ])
    .await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let client = client(&api, client_credentials(&tokens));
    status(&client, &READ).await;
    status(&client, &READ).await;
    assert_eq!(authorizations(&api), ["Bearer t1", "Bearer t2"]);
    assert_eq!(tokens.lines().len(), 3);
}

#[tokio::test]
async fn a_token_of_an_earlier_day_is_renewed_first() {
    let tokens = Server::start(vec![token("t1", "")]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let flow = AuthorizationCode::new(NOWHERE).renewed("r0");
    let client = client(&api, flow.client("id", "s").token_url(tokens.url()));
    status(&client, &READ).await;
    assert_eq!(
        bodies(&tokens),
        ["grant_type=refresh_token&refresh_token=r0"]
    );
    assert_eq!(authorizations(&api), ["Bearer t1"]);
}

#[tokio::test]
async fn a_provider_of_open_id_connect_says_where_tokens_come_from() {
    let tokens = Server::start(vec![token("t1", r#","expires_in":0"#)]).await;
    let endpoint = tokens.url() + "/there";
    let document = Reply::json(
        200,
        &format!(r#"{{"issuer":"x","token_endpoint":"{endpoint}"}}"#),
    );
    let provider = Server::start(vec![document]).await;
    let api = Server::start(vec![Reply::json(200, "{}")]).await;
    let url: &'static str = (provider.url() + "/.well-known/openid-configuration").leak();
    let flow = ClientCredentials::new(Endpoints::new().discovery_url(url));
    let client = client(&api, flow.tokens("id", "s"));
    status(&client, &READ).await;
    status(&client, &READ).await;
    assert_eq!(
        provider.lines(),
        ["GET /.well-known/openid-configuration HTTP/1.1"]
    );
    assert_eq!(tokens.lines(), ["POST /there HTTP/1.1"; 2]);
}

#[tokio::test]
async fn the_url_of_a_token_endpoint_can_be_relative_to_the_api() {
    let api = Server::start(vec![token("t1", ""), Reply::json(200, "{}")]).await;
    let flow = ClientCredentials::new(Endpoints::new().token_url("../auth/token"));
    let builder = ClientBuilder::new(&API).base_url(api.url() + "/v1/");
    let builder = builder.credential(&OAUTH, flow.tokens("id", "s"));
    assert_eq!(status(&builder.build().unwrap(), &READ).await, 200);
    assert_eq!(
        api.lines(),
        ["POST /auth/token HTTP/1.1", "GET /v1/r HTTP/1.1"]
    );
    let nowhere = ClientCredentials::new(NOWHERE).tokens("id", "s");
    let error = failure(&client(&api, nowhere)).await;
    assert_eq!(
        error.to_string(),
        "nothing says where the token endpoint is"
    );
}

#[test]
fn a_user_is_asked_at_a_url() {
    let flow =
        AuthorizationCode::new(Endpoints::new().authorization_url("https://auth.example/ask?a=1"));
    let request = flow
        .request("id")
        .redirect_uri("https://app/back")
        .scopes(&["read", "write"])
        .state("x y")
        .code_challenge("abc");
    assert_eq!(
        request.url(None).unwrap().as_str(),
        "https://auth.example/ask?a=1&response_type=code&client_id=id&redirect_uri=https%3A%2F%2Fapp%2Fback\
         &scope=read+write&state=x+y&code_challenge=abc&code_challenge_method=S256"
    );
}

#[tokio::test]
async fn a_provider_is_asked_again_after_401_and_what_is_no_other_is_not_sent_again() {
    for (values, expected) in [
        (["a", "b"], vec!["Bearer a", "Bearer b"]),
        (["a", "a"], vec!["Bearer a"]),
    ] {
        let api = Server::start(vec![Reply::json(401, "{}"), Reply::json(200, "{}")]).await;
        let left = Mutex::new(values.into_iter());
        let provider = Credential::provider(move || {
            let value = left.lock().unwrap().next().unwrap_or_default();
            async move { Ok::<_, BoxError>(value) }
        });
        let client = client(&api, provider);
        let answered = if expected.len() == 2 { 200 } else { 401 };
        assert_eq!(status(&client, &READ).await, answered);
        assert_eq!(authorizations(&api), expected);
    }
}

#[tokio::test]
async fn a_value_that_is_refused_is_not_sent_again() {
    let api = Server::start(vec![Reply::json(401, "{}")]).await;
    assert_eq!(status(&client(&api, "fixed"), &READ).await, 401);
    assert_eq!(api.lines().len(), 1);
}

#[tokio::test]
async fn a_refused_body_that_cannot_be_read_again_leaves_the_refusal() {
    let api = Server::start(vec![Reply::json(401, "{}")]).await;
    let left = Mutex::new(["a", "b"].into_iter());
    let provider = Credential::provider(move || {
        let value = left.lock().unwrap().next().unwrap_or_default();
        async move { Ok::<_, BoxError>(value) }
    });
    let mut call = client(&api, provider).call(&WRITE);
    call.bytes("text/plain", Body::reader(&b"once"[..], Some(4)));
    assert_eq!(call.execute().await.unwrap().status(), 401);
    assert_eq!(authorizations(&api), ["Bearer a"]);
}
