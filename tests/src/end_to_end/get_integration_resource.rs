use vercel_rest::{
    marketplace::{GetIntegrationResourceResponse, get_integration_resource::MetadataValue},
    types::ResourceStatus,
};

use super::calling::{client, round_trip};
use crate::server::{Answer, Server};

const ANSWER: &str = include_str!("../../cases/answers/get-integration-resource.json");

#[tokio::test]
async fn sends_both_ids_in_the_path() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .get_integration_resource("icfg_1", "db-1")
        .await
        .expect("it is as documented");
    assert_eq!(
        server.request().line(),
        "GET /v1/installations/icfg_1/resources/db-1"
    );
}

#[tokio::test]
async fn reads_an_answer_that_says_everything() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let resource = client(&server)
        .marketplace()
        .get_integration_resource("icfg_1", "db-1")
        .await
        .expect("it is as documented");

    assert_eq!(
        resource,
        round_trip::<GetIntegrationResourceResponse>(ANSWER)
    );
    assert_eq!(resource.status, Some(ResourceStatus::Suspended));
    let settings = resource
        .protocol_settings
        .as_ref()
        .and_then(|it| it.experimentation.as_ref());
    assert_eq!(
        settings.and_then(|it| it.edge_config_syncing_enabled),
        Some(false)
    );
    let notification = resource
        .notification
        .as_ref()
        .expect("notification is in the answer");
    assert_eq!(
        notification.href.as_deref(),
        Some("https://example.com/invoices/1")
    );
}

#[test]
fn each_value_of_the_metadata_is_what_its_json_is() {
    let resource: GetIntegrationResourceResponse = round_trip(ANSWER);
    let metadata = resource.metadata.expect("metadata is in the answer");
    assert_eq!(metadata["region"], MetadataValue::String("fra1".to_owned()));
    assert_eq!(metadata["replicas"], MetadataValue::Number(2.5));
    assert_eq!(
        metadata["zones"],
        MetadataValue::Strings(vec!["a".to_owned(), "b".to_owned()])
    );
    assert_eq!(metadata["weights"], MetadataValue::Numbers(vec![0.25, 1.0]));
    assert_eq!(metadata["backups"], MetadataValue::Boolean(true));
    assert_eq!(metadata["none"], MetadataValue::Strings(Vec::new()));
}

#[test]
fn metadata_that_fits_no_variant_is_kept() {
    let text = r#"{"id":"a","internalId":"b","name":"c","productId":"d",
        "metadata":{"deep":{"x":[1,null]},"mixed":["a",1],"null":null}}"#;
    let resource: GetIntegrationResourceResponse = round_trip(text);
    let metadata = resource.metadata.expect("metadata is in the answer");
    assert!(
        metadata
            .values()
            .all(|value| matches!(value, MetadataValue::Unknown(_))),
        "{metadata:?}"
    );
}
