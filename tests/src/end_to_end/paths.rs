use vercel_rest::OperationError;

use super::calling::client;
use crate::server::{Answer, Server};

const ANSWER: &str = r#"{"name":"x"}"#;

async fn target(resource: &str) -> String {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .import_resource("i", resource)
        .await
        .expect("the value can be sent");
    server.request().target
}

#[tokio::test]
async fn a_value_stays_in_its_segment() {
    let cases = [
        ("a/b", "a%2Fb"),
        ("../b", "..%2Fb"),
        ("a\\b", "a%5Cb"),
        ("50%", "50%25"),
        ("%2F", "%252F"),
        ("ü", "%C3%BC"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        ("a b", "a%20b"),
        ("a?b#c", "a%3Fb%23c"),
        ("a+b", "a%2Bb"),
        ("~._-", "~._-"),
        ("...", "..."),
        ("a\r\nb", "a%0D%0Ab"),
    ];
    for (value, expected) in cases {
        assert_eq!(
            target(value).await,
            format!("/v1/installations/i/resources/{expected}"),
            "{value:?}"
        );
    }
}

#[tokio::test]
async fn a_value_that_would_change_the_path_is_refused_by_name() {
    for value in ["", ".", "..", "%2e", "%2E%2e", ".%2e"] {
        let server = Server::start([Answer::json(ANSWER)]).await;
        let error = client(&server)
            .marketplace()
            .import_resource("i", value)
            .await
            .expect_err("the value cannot be sent");
        assert!(
            matches!(error, OperationError::Request(_)),
            "{value:?}: {error:?}"
        );
        assert!(
            error.to_string().contains("resourceId"),
            "{value:?}: {error}"
        );
        assert!(server.requests().is_empty(), "{value:?}");
    }
}

#[tokio::test]
async fn a_base_url_may_have_a_path_of_its_own() {
    for suffix in ["/proxy", "/proxy/"] {
        let server = Server::start([Answer::json(ANSWER)]).await;
        let client = vercel_rest::Client::builder()
            .base_url(server.url() + suffix)
            .bearer_token("t")
            .build()
            .expect("the client is complete");
        client
            .marketplace()
            .import_resource("i", "r")
            .await
            .expect("it is as documented");
        assert_eq!(
            server.request().target,
            "/proxy/v1/installations/i/resources/r"
        );
    }
}
