use vercel_rest::integrations::{
    GetConfigurationProductsResponse, get_configuration_products::PrimaryProtocol,
};

use super::calling::{client, round_trip};
use crate::server::{Answer, Server};

const ANSWER: &str = include_str!("../../cases/answers/get-configuration-products.json");

#[tokio::test]
async fn sends_the_id_in_the_path_and_the_team_in_the_query() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    client(&server)
        .integrations()
        .get_configuration_products("icfg_1")
        .team_id("team_1")
        .slug("a b&c=d+e")
        .await
        .expect("the answer is as documented");

    let request = server.request();
    assert_eq!(
        request.line(),
        "GET /v1/integrations/configuration/icfg_1/products?teamId=team_1&slug=a%20b%26c%3Dd%2Be"
    );
    assert_eq!(request.text(), "");
}

#[tokio::test]
async fn reads_the_documented_answer() {
    let server = Server::start([Answer::json(ANSWER)]).await;
    let answer = client(&server)
        .integrations()
        .get_configuration_products("icfg_1")
        .await
        .expect("the answer is as documented");

    assert_eq!(
        answer,
        round_trip::<GetConfigurationProductsResponse>(ANSWER)
    );
    let product = &answer.products[0];
    assert_eq!(product.primary_protocol, Some(PrimaryProtocol::Storage));
    let storage = product
        .protocols
        .storage
        .as_ref()
        .expect("storage is in the answer");
    assert_eq!(
        storage.status.as_ref().map(|status| status.as_str()),
        Some("disabled")
    );
    assert_eq!(
        storage
            .repl
            .as_ref()
            .and_then(|repl| repl.supports_read_only_mode),
        Some(true)
    );
    let drain = product
        .protocols
        .log_drain
        .as_ref()
        .expect("logDrain is in the answer");
    assert_eq!(
        drain.format.as_ref().map(|format| format.as_str()),
        Some("json")
    );
    assert_eq!(
        product.metadata_schema.required.as_deref(),
        Some(["<string>".to_owned()].as_slice())
    );
    assert_eq!(answer.configuration.id, "<string>");
}

#[test]
fn an_error_deep_inside_names_its_path() {
    let text = ANSWER.replacen(
        r#""supportsReadOnlyMode": true"#,
        r#""supportsReadOnlyMode": "yes""#,
        1,
    );
    let error = vercel_rest::json::from_str::<GetConfigurationProductsResponse>(&text)
        .expect_err("it is no boolean");
    assert_eq!(
        error.path(),
        "products[0].protocols.storage.repl.supportsReadOnlyMode"
    );
    insta::assert_snapshot!(error, @r#"products[0].protocols.storage.repl.supportsReadOnlyMode: expected a boolean, found the string "yes" (line 10, column 62)"#);
}
