use vercel_rest::OperationError;

use super::calling::{TOKEN, client};
use crate::server::{Answer, Server};

const ANSWER: &str = r#"{"name":"x"}"#;

#[tokio::test]
async fn a_redirect_on_the_same_origin_is_followed_with_the_credential() {
    let server = Server::start([Answer::redirect(307, "/elsewhere"), Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect("it is as documented");
    let requests = server.requests();
    assert_eq!(requests[1].line(), "PUT /elsewhere");
    assert_eq!(
        requests[1].header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
}

#[tokio::test]
async fn a_redirect_to_another_origin_is_not_followed_and_gets_no_credential() {
    let other = Server::start([Answer::json(ANSWER)]).await;
    let server = Server::start([Answer::redirect(307, &format!("{}/stolen", other.url()))]).await;
    let error = client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("it is another origin");
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.status(), 307);
    assert_eq!(other.connections(), 0);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn redirects_in_a_circle_come_to_an_end() {
    let script: Vec<_> = (0..50).map(|_| Answer::redirect(308, "/again")).collect();
    let server = Server::start(script).await;
    let error = client(&server)
        .marketplace()
        .import_resource("a", "b")
        .await
        .expect_err("it never arrives");
    let arrived = server.requests().len();
    assert!(arrived <= 12, "{arrived} requests, {error}");
}
