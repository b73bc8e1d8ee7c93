use vercel_rest::{
    json,
    marketplace::{GetIntegrationResourceResponse, GetIntegrationResourcesResponse},
    types::{Notification, ResourceStatus, notification::Level},
};

use super::calling::round_trip;

const REQUIRED: &str = r#""id":"a","internalId":"b","name":"c","productId":"d""#;

fn resource(more: &str) -> GetIntegrationResourceResponse {
    round_trip(&format!("{{{REQUIRED}{more}}}"))
}

#[test]
fn an_unknown_enum_value_is_kept() {
    let status = resource(r#","status":"frozen""#)
        .status
        .expect("the status is there");
    assert!(matches!(status, ResourceStatus::Unknown(_)), "{status:?}");
    assert_eq!(status.as_str(), "frozen");
    assert_eq!(status.to_string(), "frozen");
    assert_eq!(
        "ready".parse::<ResourceStatus>().ok(),
        Some(ResourceStatus::Ready)
    );
    assert_eq!("frozen".parse::<ResourceStatus>().ok(), Some(status));
}

#[test]
fn every_listed_value_of_an_enum_goes_there_and_back() {
    for value in [
        "error",
        "ready",
        "pending",
        "onboarding",
        "suspended",
        "resumed",
        "uninstalled",
    ] {
        let status: ResourceStatus = round_trip(&format!("{value:?}"));
        assert!(!matches!(status, ResourceStatus::Unknown(_)), "{value}");
        assert_eq!(status.as_str(), value);
    }
}

#[test]
fn unknown_fields_are_kept_at_every_depth() {
    let value = resource(
        r#","new":{"a":[1,null]},"notification":{"level":"info","title":"t","icon":"bell"}"#,
    );
    assert!(value.unknown_fields().contains_key("new"));
    let notification = value.notification.expect("the notification is there");
    assert_eq!(
        notification
            .unknown_fields()
            .get("icon")
            .and_then(|icon| icon.as_str()),
        Some("bell")
    );
}

#[test]
fn null_where_none_is_allowed_is_no_error_and_goes_back() {
    let value = resource(r#","billingPlanId":null,"status":null"#);
    assert_eq!((value.billing_plan_id, value.status), (None, None));
}

#[test]
fn the_last_of_two_equal_members_holds() {
    let value: Notification =
        json::from_str(r#"{"level":"info","title":"first","title":"last"}"#).expect("it decodes");
    assert_eq!(value, Notification::new(Level::Info, "last"));
}

#[test]
fn an_array_that_is_not_one_says_so() {
    let error = json::from_str::<GetIntegrationResourcesResponse>(r#"{"resources":{}}"#)
        .expect_err("it is an object");
    assert_eq!(error.path(), "resources");
    insta::assert_snapshot!(error, @"resources: expected an array, found an object (line 1, column 14)");
}

#[test]
fn deep_and_broken_texts_are_errors() {
    let deep = format!(r#"{{{REQUIRED},"x":{}"#, "[".repeat(1_000_000));
    let texts = [
        deep.as_str(),
        "",
        "nul",
        "\"\u{0}",
        "{\"id\":\"\\ud800\"}",
        "{]",
    ];
    for text in texts {
        assert!(json::from_str::<GetIntegrationResourceResponse>(text).is_err());
    }
}
