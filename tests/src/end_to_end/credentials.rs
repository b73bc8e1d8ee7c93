use vercel_rest::{CallOptions as _, Client, Credential, OperationError};

use super::calling::{TOKEN, builder, client};
use crate::server::{Answer, Server};

const ANSWER: &str = r#"{"name":"x"}"#;

#[tokio::test]
async fn a_missing_credential_is_an_error_before_anything_is_sent() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let client = Client::builder()
        .base_url(server.url())
        .build()
        .expect("the credential may come later");
    let error = client
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("there is no credential");
    assert!(matches!(error, OperationError::Auth(_)), "{error:?}");
    insta::assert_snapshot!(error, @"importResource: no credential was given for `bearerToken` (bearer token)");
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_provider_is_asked_for_each_call() {
    let server = Server::start([Answer::json(ANSWER), Answer::json(ANSWER)]).await;
    let count = std::sync::atomic::AtomicUsize::new(1);
    let provider = Credential::provider(move || {
        let number = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        async move { Ok::<_, std::io::Error>(format!("token-{number}")) }
    });
    let client = Client::builder()
        .base_url(server.url())
        .bearer_token(provider)
        .build()
        .expect("it is complete");
    for _ in 0..2 {
        client
            .marketplace()
            .import_resource("a", "b")
            .await
            .expect("it is as documented");
    }
    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|it| it.header("authorization").map(str::to_owned))
        .collect();
    assert_eq!(
        sent,
        [
            Some("Bearer token-1".to_owned()),
            Some("Bearer token-2".to_owned())
        ]
    );
}

#[tokio::test]
async fn no_output_shows_the_credential() {
    let server = Server::start([
        Answer::error(401, "forbidden"),
        Answer::json("[]"),
        Answer::hang_up(),
    ])
    .await;
    let builder = builder(&server).max_attempts(1);
    let mut outputs = vec![format!("{builder:?}"), format!("{builder:#?}")];
    let client = builder.build().expect("the client is complete");
    outputs.push(format!(
        "{client:?} {:?} {:?}",
        client.marketplace(),
        client.marketplace().import_resource("a", "b")
    ));
    for _ in 0..3 {
        let error = client
            .marketplace()
            .import_resource("a", "b")
            .await
            .expect_err("no answer is the documented one");
        outputs.push(format!("{error} {error:?} {error:#?} {}", sources(&error)));
        let error = vercel_rest::Error::from(error);
        outputs.push(format!("{error} {error:?} {}", sources(&error)));
    }
    assert_eq!(server.requests().len(), 3);
    for output in outputs {
        assert!(!output.contains(TOKEN), "{output}");
    }
}

#[tokio::test]
async fn a_credential_that_is_no_header_value_is_an_error_that_does_not_show_it() {
    let server = Server::start([]).await;
    let client = Client::builder()
        .base_url(server.url())
        .bearer_token("s3cr3t\r\nx-evil: 1")
        .build();
    let text = match client {
        Err(error) => format!("{error} {error:?}"),
        Ok(client) => {
            let error = client
                .marketplace()
                .import_resource("a", "b")
                .await
                .expect_err("it cannot be sent");
            format!("{error} {error:?}")
        }
    };
    assert!(!text.contains("s3cr3t"), "{text}");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn an_application_puts_its_own_name_in_front() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let client = builder(&server)
        .user_agent("shop/2.0")
        .build()
        .expect("the client is complete");
    client
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect("it is as documented");
    assert_eq!(
        server.request().header("user-agent"),
        Some("shop/2.0 vercel-rest/0.1.0")
    );
}

#[tokio::test]
async fn a_call_may_add_headers_and_query_of_its_own() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .import_resource("a", "b")
        .header("x-trace", "1")
        .query_pair("debug", "a b")
        .await
        .expect("it is as documented");
    let request = server.request();
    assert_eq!(
        request.target,
        "/v1/installations/a/resources/b?debug=a%20b"
    );
    assert_eq!(request.header("x-trace"), Some("1"));
}

fn sources(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |error| error.source())
        .map(|error| format!("{error} {error:?} "))
        .collect()
}
