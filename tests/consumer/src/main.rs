//! Calls what its features let it call: `consumer BASE_URL`, with the token in `VERCEL_TOKEN`.

use std::error::Error;

use vercel_rest::Client;

fn main() -> Result<(), Box<dyn Error>> {
    let base_url = std::env::args().nth(1).ok_or("usage: consumer BASE_URL")?;
    let client = Client::builder().base_url(base_url).bearer_token(std::env::var("VERCEL_TOKEN")?).build()?;
    calls(&client)?;
    wait_for_marketplace(&client)?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn calls(client: &Client) -> Result<(), vercel_rest::Error> {
    call_integrations(client).await?;
    call_marketplace(client).await
}

#[cfg(feature = "integrations")]
async fn call_integrations(client: &Client) -> Result<(), vercel_rest::Error> {
    let answer = client.integrations().get_configuration_products("icfg_1").await?;
    for product in &answer.products {
        println!("{}", product.name);
    }
    Ok(())
}

#[cfg(feature = "marketplace")]
async fn call_marketplace(client: &Client) -> Result<(), vercel_rest::Error> {
    use vercel_rest::{marketplace::ImportResourceBody, types::ResourceStatus};

    let body = ImportResourceBody::new("iap_1", "orders", ResourceStatus::Ready);
    let imported = client.marketplace().import_resource("icfg_1", "db-1").body(body).await?;
    println!("{}", imported.name);
    is_serde(&imported);
    Ok(())
}

/// The same again by a call that is waited for.
#[cfg(all(feature = "blocking", feature = "marketplace"))]
fn wait_for_marketplace(client: &Client) -> Result<(), vercel_rest::Error> {
    use vercel_rest::blocking::Blocking as _;

    let imported = client.marketplace().import_resource("icfg_1", "db-1").send_blocking()?;
    println!("{}", imported.name);
    Ok(())
}

#[cfg(not(all(feature = "blocking", feature = "marketplace")))]
fn wait_for_marketplace(_: &Client) -> Result<(), vercel_rest::Error> {
    Ok(())
}

#[cfg(not(feature = "integrations"))]
async fn call_integrations(_: &Client) -> Result<(), vercel_rest::Error> {
    Ok(())
}

#[cfg(not(feature = "marketplace"))]
async fn call_marketplace(_: &Client) -> Result<(), vercel_rest::Error> {
    Ok(())
}

#[cfg(all(feature = "serde", feature = "marketplace"))]
fn is_serde<T: serde::Serialize + serde::de::DeserializeOwned>(_: &T) {}

#[cfg(all(not(feature = "serde"), feature = "marketplace"))]
fn is_serde<T>(_: &T) {}
