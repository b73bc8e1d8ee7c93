//! Credentials on their way.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use clientwright_runtime::{
    BoxError, CallError, ClientBuilder, Credential, Error, Method, Operation, Scheme, Secret,
};

use super::server::{API, KEY, Reply, Server, TOKEN};

static LOGIN: Scheme = Scheme::basic("login");
static GET: Operation =
    Operation::new("getThing", Method::GET, "/x").security(&[&[&TOKEN], &[&LOGIN, &KEY]]);

#[tokio::test]
async fn a_missing_credential_is_said_before_anything_is_sent() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let builder = ClientBuilder::new(&API)
        .base_url(server.url())
        .credential(&KEY, "k");
    let error = builder
        .build()
        .unwrap()
        .call(&GET)
        .execute()
        .await
        .unwrap_err();
    assert!(matches!(error, CallError::Auth(_)));
    let expected = "getThing: no credential was given for `bearerToken` (bearer token), \
                    or `login` (user and password) and `apiKey` (query key)";
    assert_eq!(Error::from(error).to_string(), expected);
    assert!(server.lines().is_empty());
}

#[tokio::test]
async fn a_set_goes_out_whole() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let builder = ClientBuilder::new(&API)
        .base_url(server.url())
        .credential(&KEY, "k");
    let client = builder
        .credential(&LOGIN, Credential::basic("u", "p"))
        .build()
        .unwrap();
    client.call(&GET).execute().await.unwrap();
    let heard = server.heard().remove(0);
    assert_eq!(heard.line, "GET /x?key=k HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some("Basic dTpw"));
}

#[tokio::test]
async fn a_provider_is_asked_for_each_attempt() {
    let busy = Reply::of(503, "Retry-After: 0\r\n", "");
    let server = Server::start(vec![busy, Reply::json(200, "{}")]).await;
    let asked = Arc::new(AtomicU32::new(0));
    let provider = Credential::provider(move || {
        let turn = asked.fetch_add(1, Ordering::Relaxed);
        async move { Ok::<_, BoxError>(format!("token{turn}")) }
    });
    let client = server
        .client()
        .credential(&TOKEN, provider)
        .build()
        .unwrap();
    client.call(&GET).execute().await.unwrap();
    let seen: Vec<_> = server
        .heard()
        .iter()
        .map(|heard| heard.header("authorization").unwrap().to_owned())
        .collect();
    assert_eq!(seen, ["Bearer token0", "Bearer token1"]);
}

#[tokio::test]
async fn a_provider_that_fails_is_the_cause_of_an_auth_error() {
    let server = Server::start(vec![Reply::json(200, "{}")]).await;
    let provider = Credential::provider(|| async { Err::<Secret, _>("vault is sealed") });
    let client = server
        .client()
        .credential(&TOKEN, provider)
        .build()
        .unwrap();
    let error = client.call(&GET).execute().await.unwrap_err();
    assert!(matches!(error, CallError::Auth(_)));
    let error = Error::from(error);
    let expected = "getThing: the provider of `bearerToken` (bearer token) failed";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.source().unwrap().to_string(), "vault is sealed");
    let provider = Credential::provider(|| async { Ok::<_, BoxError>("bad\r\nvalue") });
    let client = server
        .client()
        .credential(&TOKEN, provider)
        .build()
        .unwrap();
    let error = Error::from(client.call(&GET).execute().await.unwrap_err());
    assert!(error.to_string().contains("cannot carry"), "{error}");
    assert!(!format!("{error:?}").contains("bad"), "{error:?}");
    assert!(server.lines().is_empty());
}
