use vercel_rest::{
    marketplace::GetIntegrationResourcesResponse,
    types::{ResourceStatus, notification::Level},
};

use super::calling::{client, round_trip};
use crate::server::{Answer, Server};

const ANSWER: &str = include_str!("../../cases/answers/get-integration-resources.json");

#[tokio::test]
async fn sends_the_installation_in_the_path() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .get_integration_resources("icfg_1")
        .await
        .expect("the answer is as documented");
    assert_eq!(
        server.request().line(),
        "GET /v1/installations/icfg_1/resources"
    );
}

#[tokio::test]
async fn reads_an_answer_that_says_everything_and_one_that_says_the_least() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let answer = client(&server)
        .marketplace()
        .get_integration_resources("icfg_1")
        .await
        .expect("the answer is as documented");

    assert_eq!(
        answer,
        round_trip::<GetIntegrationResourcesResponse>(ANSWER)
    );
    let [full, least] = answer.resources.as_slice() else {
        panic!("{answer:#?}")
    };
    assert_eq!(full.partner_id, "db-1");
    assert_eq!(full.status, Some(ResourceStatus::Ready));
    assert_eq!(
        full.notification.as_ref().map(|it| &it.level),
        Some(&Level::Warn)
    );
    let metadata = full.metadata.as_ref().expect("metadata is in the answer");
    assert_eq!(
        metadata.get("region").and_then(|region| region.as_str()),
        Some("fra1")
    );
    assert_eq!(
        (&least.status, &least.notification, &least.metadata),
        (&None, &None, &None)
    );
}
