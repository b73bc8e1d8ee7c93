//! Asks for the items of everything that pages, and says what came.

use paged::{CallOptions as _, Client, Error, OperationError};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_default();
    let client = Client::builder().base_url(url).max_attempts(1).build()?;

    let mut items = client.config().list_projects().limit(2).items_parameter("x").items();
    while let Some(item) = items.next().await {
        println!("project {}", item?.name);
    }
    let mut pages = client.config().list_deployments().pages();
    while let Some(page) = pages.next().await {
        println!("deployments {}", page?.deployments.unwrap_or_default().len());
    }
    let mut items = client.config().list_teams().items();
    while let Some(item) = items.next().await {
        println!("team {}", item?.name);
    }
    let body = paged::speakeasy::SearchBody::new("f").with_cursor("given");
    let mut items = client.speakeasy().search(body).idempotency_key("k").items();
    while let Some(item) = items.next().await {
        println!("found {}", item?.name);
    }
    let mut items = client.speakeasy().list_numbered(3).items();
    while let Some(item) = items.next().await {
        println!("numbered {}", item?);
    }
    let mut items = client.others().list_offsets().count(2).items();
    while let Some(item) = items.next().await {
        println!("offset {:?}", item?);
    }
    let mut items = client.others().list_records().items();
    while let Some(item) = items.next().await {
        println!("record {}", item?.name);
    }
    let mut items = client.urls().list_resources().items();
    while let Some(item) = items.next().await {
        println!("resource {}", item?.name);
    }
    let mut items = client.urls().list_linked("t").items();
    while let Some(item) = items.next().await {
        println!("linked {}", item?.name);
    }
    let mut items = client.config().list_projects().items();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => println!("project {}", item.name),
            Err(OperationError::Api(failure)) => {
                let body = failure.body().and_then(|body| body.message.as_deref());
                println!("refused {} {body:?}", failure.status());
            }
            Err(other) => println!("failed: {other}"),
        }
    }
    Ok(())
}
