use std::time::Duration;

use vercel_rest::{Client, Error, OperationError, types::ApiError};

use super::calling::{builder, client};
use crate::server::{Answer, Server};

/// The operations and the error statuses that their documentation lists.
const DECLARED: &[(Call, &[u16])] = &[
    (Call::GetConfiguration, &[]),
    (Call::GetConfigurationProducts, &[400, 401, 403, 404, 500]),
    (Call::GetIntegrationResource, &[400, 401, 403, 404]),
    (Call::GetIntegrationResources, &[400, 401, 403, 404]),
    (Call::ImportResource, &[400, 401, 403, 404, 409, 422, 429]),
];

#[derive(Debug, Clone, Copy)]
enum Call {
    GetConfiguration,
    GetConfigurationProducts,
    GetIntegrationResource,
    GetIntegrationResources,
    ImportResource,
}

impl Call {
    /// Calls the operation; gives how it failed.
    async fn failure(self, client: &Client) -> OperationError<ApiError> {
        let (integrations, marketplace) = (client.integrations(), client.marketplace());
        match self {
            Self::GetConfiguration => integrations
                .get_configuration("a")
                .await
                .expect_err("it fails"),
            Self::GetConfigurationProducts => integrations
                .get_configuration_products("a")
                .await
                .expect_err("it fails"),
            Self::GetIntegrationResource => marketplace
                .get_integration_resource("a", "b")
                .await
                .expect_err("it fails"),
            Self::GetIntegrationResources => marketplace
                .get_integration_resources("a")
                .await
                .expect_err("it fails"),
            Self::ImportResource => marketplace
                .import_resource("a", "b")
                .await
                .expect_err("it fails"),
        }
    }
}

#[tokio::test]
async fn every_declared_error_status_is_an_api_failure_with_its_body() {
    for (call, statuses) in DECLARED {
        for status in *statuses {
            assert_api_failure(*call, *status).await;
        }
    }
}

#[tokio::test]
async fn a_status_that_no_operation_declares_is_an_api_failure_with_its_body() {
    for (call, _) in DECLARED {
        assert_api_failure(*call, 418).await;
        assert_api_failure(*call, 451).await;
    }
}

async fn assert_api_failure(call: Call, status: u16) {
    let server =
        Server::start([Answer::error(status, "some_code").header("x-vercel-id", "fra1::1")]).await;
    let client = builder(&server)
        .max_attempts(1)
        .build()
        .expect("the client is complete");
    let error = call.failure(&client).await;
    let OperationError::Api(failure) = &error else {
        panic!("{call:?} {status}: {error:?}")
    };
    assert_eq!(failure.status(), status);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    assert_eq!(failure.headers()["x-vercel-id"], "fra1::1");
    let body = failure
        .body()
        .expect("the body has the shape of the API's errors");
    assert_eq!(body.error.code, "some_code");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_error_answer_of_another_shape_keeps_its_bytes() {
    let page = "<html>Bad gateway</html>";
    let script = [Answer::status(404)
        .header("content-type", "text/html")
        .body(page)];
    let server = Server::start(script).await;
    let error = Call::GetConfiguration.failure(&client(&server)).await;
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.status(), 404);
    assert!(failure.body().is_none());
    assert_eq!(&failure.raw_body()[..], page.as_bytes());
    assert!(!failure.to_string().contains("html"), "{failure}");
}

#[tokio::test]
async fn an_error_answer_without_a_body_is_an_api_failure() {
    let server = Server::start([Answer::status(403)]).await;
    let error = Call::ImportResource.failure(&client(&server)).await;
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.status(), 403);
    assert!(failure.body().is_none());
}

#[tokio::test]
async fn a_failure_tells_when_to_come_back() {
    let server =
        Server::start([Answer::error(429, "rate_limited").header("retry-after", "7")]).await;
    let client = builder(&server)
        .max_attempts(1)
        .build()
        .expect("the client is complete");
    let error = Call::ImportResource.failure(&client).await;
    assert!(error.is_retryable());
    let OperationError::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.retry_after(), Some(Duration::from_secs(7)));
}

#[tokio::test]
async fn the_errors_of_all_operations_become_one_by_the_question_mark() {
    async fn both(client: &Client) -> Result<(), Error> {
        client.integrations().get_configuration("a").await?;
        client.marketplace().import_resource("a", "b").await?;
        Ok(())
    }
    let server = Server::start([Answer::error(404, "not_found")]).await;
    let error = both(&client(&server))
        .await
        .expect_err("the first call fails");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    insta::assert_snapshot!(error, @"getConfiguration: 404 Not Found: not_found: It went wrong: not_found.");
}

#[test]
fn errors_can_be_sent_between_threads_and_boxed() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}
    check::<Error>();
    check::<OperationError<ApiError>>();
}
