use vercel_rest::{
    json::{Json, JsonObject},
    marketplace::{
        ImportResourceBody, ImportResourceResponse,
        import_resource::{
            BillingPlan, BillingPlanType, Detail, EnvironmentOverrides, Ownership, Secret,
        },
    },
    types::{Notification, ResourceStatus, notification::Level},
};

use super::calling::{TOKEN, client, parsed, round_trip};
use crate::server::{Answer, Server};

const BODY: &str = include_str!("../../cases/answers/import-resource.body.json");
const ANSWER: &str = r#"{"name":"orders"}"#;

#[tokio::test]
async fn sends_the_body_as_json() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let imported = client(&server)
        .marketplace()
        .import_resource("icfg_1", "db-1")
        .body(full_body())
        .send()
        .await
        .expect("the answer is as documented");
    assert_eq!(imported, round_trip::<ImportResourceResponse>(ANSWER));

    let request = server.request();
    assert_eq!(
        request.line(),
        "PUT /v1/installations/icfg_1/resources/db-1"
    );
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(
        request.header("content-length"),
        Some(request.body.len().to_string().as_str())
    );
    assert_eq!(
        request.header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
    assert_eq!(request.json(), parsed(BODY));
}

#[tokio::test]
async fn sends_the_least_body_without_nulls() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let body = ImportResourceBody::new("iap_1", "orders", ResourceStatus::Pending);
    client(&server)
        .marketplace()
        .import_resource("icfg_1", "db-1")
        .body(body)
        .await
        .expect("it is as documented");
    assert_eq!(
        server.request().text(),
        r#"{"productId":"iap_1","name":"orders","status":"pending"}"#
    );
}

#[tokio::test]
async fn sends_no_body_when_none_is_given() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .marketplace()
        .import_resource("icfg_1", "db-1")
        .await
        .expect("it is as documented");
    let request = server.request();
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(request.text(), "");
}

#[test]
fn a_body_that_was_read_is_written_as_it_was() {
    assert_eq!(round_trip::<ImportResourceBody>(BODY), full_body());
}

/// The body of the case, built as a user builds it.
fn full_body() -> ImportResourceBody {
    ImportResourceBody::new("iap_1", "orders", ResourceStatus::Ready)
        .with_ownership(Ownership::Linked)
        .with_metadata(object(
            r#"{ "region": "fra1", "limits": { "rows": 1000 }, "note": null }"#,
        ))
        .with_billing_plan(plan())
        .with_notification(
            Notification::new(Level::Info, "Imported")
                .with_message("It came from elsewhere.")
                .with_href("https://example.com/orders"),
        )
        .with_extras(object(r#"{ "anything": [1, "two", { "three": 3 }] }"#))
        .with_secrets([
            Secret::new("URL", "postgres://localhost/orders")
                .with_prefix("DB")
                .with_environment_overrides(
                    EnvironmentOverrides::new()
                        .with_development("dev")
                        .with_preview("pre")
                        .with_production("prod"),
                ),
            Secret::new("TOKEN", "abc"),
        ])
}

fn plan() -> BillingPlan {
    let mut plan = BillingPlan::new("pro", BillingPlanType::Subscription, "Pro")
        .with_description("For teams.")
        .with_payment_method_required(true)
        .with_cost("10.00")
        .with_details([
            Detail::new("Rows").with_value("1000"),
            Detail::new("Support"),
        ])
        .with_highlighted_details([Detail::new("Backups").with_value("daily")])
        .with_effective_date("2026-01-01T00:00:00Z");
    plan.unknown_fields_mut()
        .insert("trialDays", Json::from(14));
    plan
}

fn object(text: &str) -> JsonObject {
    vercel_rest::json::from_str(text).expect("the text is an object")
}
