use vercel_rest::{
    integrations::{
        GetConfigurationResponse,
        get_configuration::{DisabledReason, GetConfigurationType, InstallationType, Source},
    },
    json::Nullable,
};

use super::calling::{TOKEN, client, round_trip};
use crate::server::{Answer, Server};

const ANSWER: &str = include_str!("../../cases/answers/get-configuration.json");

#[tokio::test]
async fn sends_the_id_in_the_path_and_the_team_in_the_query() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .integrations()
        .get_configuration("icfg_cuwj0AdCdH3BwWT4LPijCC7t")
        .team_id("team_1a2b3c4d5e6f7g8h9i0j1k2l")
        .slug("my-team-url-slug")
        .await
        .expect("the answer is as documented");

    let request = server.request();
    assert_eq!(
        request.line(),
        "GET /v1/integrations/configuration/icfg_cuwj0AdCdH3BwWT4LPijCC7t\
         ?teamId=team_1a2b3c4d5e6f7g8h9i0j1k2l&slug=my-team-url-slug"
    );
    assert_eq!(
        request.header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("user-agent"), Some("vercel-rest/0.1.0"));
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.text(), "");
}

#[tokio::test]
async fn sends_no_query_when_nothing_optional_is_set() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .integrations()
        .get_configuration("icfg_1")
        .await
        .expect("the answer is as documented");
    assert_eq!(
        server.request().line(),
        "GET /v1/integrations/configuration/icfg_1"
    );
}

#[tokio::test]
async fn reads_the_documented_answer() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let configuration = client(&server)
        .integrations()
        .get_configuration("icfg_1")
        .await
        .expect("the answer is as documented");

    assert_eq!(configuration, round_trip(ANSWER));
    assert_eq!(configuration.created_at, 1_558_531_915_505.0);
    assert_eq!(configuration.id, "icfg_3bwCLgxL8qt5kjRLcv2Dit7F");
    assert_eq!(
        configuration.r#type,
        GetConfigurationType::IntegrationConfiguration
    );
    assert_eq!(
        configuration.scopes,
        ["read:project", "read-write:log-drain"]
    );
    assert_eq!(
        configuration.projects.as_deref(),
        Some(["prj_xQxbutw1HpL6HLYPAzt5h75m8NjO".to_owned()].as_slice())
    );
    assert_eq!(configuration.source, Some(Source::Marketplace));
    assert_eq!(
        configuration.team_id,
        Nullable::Value("team_nLlpyC6RE1qxydlFKbrxDlud".to_owned())
    );
    assert_eq!(
        configuration.disabled_reason,
        Some(DisabledReason::DisabledByOwner)
    );
    assert_eq!(
        configuration.installation_type,
        Some(InstallationType::Marketplace)
    );
    assert!(configuration.unknown_fields().is_empty());
}

#[test]
fn absent_and_null_are_told_apart() {
    let required = r#""createdAt":1,"id":"a","integrationId":"b","ownerId":"c","slug":"d",
        "type":"integration-configuration","updatedAt":2,"userId":"e","scopes":[]"#;
    let absent: GetConfigurationResponse = round_trip(&format!("{{{required}}}"));
    assert_eq!(
        (absent.team_id, absent.deleted_at),
        (Nullable::Absent, Nullable::Absent)
    );

    let null: GetConfigurationResponse =
        round_trip(&format!(r#"{{{required},"teamId":null,"deletedAt":null}}"#));
    assert_eq!(
        (null.team_id, null.deleted_at),
        (Nullable::Null, Nullable::Null)
    );
}
