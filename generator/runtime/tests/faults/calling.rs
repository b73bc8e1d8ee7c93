//! What the calls of these tests have in common.

use std::error::Error as _;
use std::time::Duration;

use clientwright_runtime::{
    Answer, Api, CallError, Client, ClientBuilder, Error, Method, Operation, Parameter, Scheme,
};

use super::server::Misbehaving;

static API: Api = Api::new("test-api", "0.1.0");
static TOKEN: Scheme = Scheme::bearer("bearerToken");
static KEY: Scheme = Scheme::api_key_query("apiKey", "key");
static QUERY: Parameter = Parameter::query("q");
static GET: Operation = Operation::new("getThing", Method::GET, "/x").security(&[&[&TOKEN, &KEY]]);
static POST: Operation =
    Operation::new("makeThing", Method::POST, "/x").security(&[&[&TOKEN, &KEY]]);

/// What no message may show.
const SECRETS: [&str; 4] = ["s3cret-token", "s3cret-key", "s3cret-query", "s3cret-body"];

/// A builder of clients that try twice, and are patient for half a second.
pub(crate) fn builder(server: &Misbehaving) -> ClientBuilder {
    ClientBuilder::new(&API)
        .base_url(server.url())
        .credential(&TOKEN, SECRETS[0])
        .credential(&KEY, SECRETS[1])
        .read_timeout(Duration::from_millis(500))
        .max_attempts(2)
}

pub(crate) fn client(server: &Misbehaving) -> Client {
    builder(server).build().unwrap()
}

/// A call that may be repeated.
pub(crate) async fn get(client: &Client) -> Result<Answer, CallError> {
    let mut call = client.call(&GET);
    call.parameter(&QUERY, &SECRETS[2]);
    ends(call.execute()).await
}

/// A call that may not be repeated.
pub(crate) async fn post(client: &Client) -> Result<Answer, CallError> {
    let mut call = client.call(&POST);
    call.text("text/plain", SECRETS[3]);
    ends(call.execute()).await
}

/// Whatever the limits of a call are, those of these tests are far below ten seconds.
pub(crate) async fn ends<T>(call: impl Future<Output = T>) -> T {
    let ended = tokio::time::timeout(Duration::from_secs(10), call).await;
    ended.expect("the call does not end")
}

/// Which error it is, with its status; its texts, and those of its causes, show no secret.
pub(crate) fn kind(result: Result<Answer, CallError>) -> String {
    let error = result.expect_err("it cannot succeed");
    let (kind, status) = match &error {
        CallError::Timeout(failure) => (format!("{:?} timeout", failure.limit()), failure.status()),
        CallError::Transport(failure) => ("transport".to_owned(), failure.status()),
        CallError::TooLarge(failure) => ("too large".to_owned(), failure.status()),
        CallError::Request(_) => ("request".to_owned(), None),
        CallError::Auth(_) => ("auth".to_owned(), None),
    };
    shows_no_secret(&Error::from(error));
    match status {
        Some(status) => format!("{kind} after {}", status.as_u16()),
        None => kind,
    }
}

fn shows_no_secret(error: &Error) {
    let mut shown = format!("{error:?} {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        shown.push_str(&format!(" {error:?} {error}"));
        cause = error.source();
    }
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{shown}");
    }
}
