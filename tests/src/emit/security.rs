use insta::assert_snapshot;

use super::written::{generate, joined};

const SECURED: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: "https://example.com" }]
security: [{ oauth: [read, write] }, { certificate: [], key: [] }]
paths:
  /a:
    get: { operationId: asTheWhole, responses: { "204": { description: Nothing. } } }
  /b:
    get:
      operationId: optional
      security: [{ oauth: [] }, { digest: [] }, {}]
      responses: { "204": { description: Nothing. } }
  /c:
    get:
      operationId: apart
      security: [{ oauth: [read], key: [], oidc: [openid] }]
      responses: { "204": { description: Nothing. } }
  /d:
    get: { operationId: open, security: [], responses: { "204": { description: Nothing. } } }
components:
  securitySchemes:
    certificate: { type: mutualTLS }
    key: { type: apiKey, in: cookie, name: sid }
    digest: { type: http, scheme: Digest }
    oidc: { type: openIdConnect, openIdConnectUrl: "https://id.example/.well-known/openid-configuration" }
    oauth:
      type: oauth2
      flows:
        implicit: { authorizationUrl: "https://auth.example/ask", scopes: {} }
        clientCredentials:
          tokenUrl: /token
          scopes: { read: To look at things., write: "" }
        authorizationCode:
          authorizationUrl: https://auth.example/ask
          tokenUrl: https://auth.example/token
          refreshUrl: https://auth.example/refresh
          scopes: {}
"##;

#[test]
fn each_flow_of_a_scheme_is_a_constant() {
    let files = generate(SECURED);
    assert_snapshot!(joined(&files, |path| path == "src/client/flows.rs"), @r#"
    pub use crate::runtime::oauth2::{
        ClientAuthentication, Issued, OAuth2, TokenError, TokenErrorCode, TokenErrorKind,
    };

    /// Tokens of the security scheme `oidc` for the client's own credentials.
    pub const OIDC_CLIENT_CREDENTIALS: crate::runtime::oauth2::ClientCredentials = crate::runtime::oauth2::ClientCredentials::new(
        crate::runtime::oauth2::Endpoints::new()
            .discovery_url("https://id.example/.well-known/openid-configuration"),
    );

    /// Tokens of the security scheme `oidc` for a code that a user comes back with.
    pub const OIDC_AUTHORIZATION_CODE: crate::runtime::oauth2::AuthorizationCode = crate::runtime::oauth2::AuthorizationCode::new(
        crate::runtime::oauth2::Endpoints::new()
            .discovery_url("https://id.example/.well-known/openid-configuration"),
    );

    /// Tokens of the security scheme `oauth` for the client's own credentials.
    ///
    /// # Scopes
    ///
    /// * `read`: To look at things.
    /// * `write`
    pub const OAUTH_CLIENT_CREDENTIALS: crate::runtime::oauth2::ClientCredentials = crate::runtime::oauth2::ClientCredentials::new(
        crate::runtime::oauth2::Endpoints::new().token_url("/token"),
    );

    /// Tokens of the security scheme `oauth` for a code that a user comes back with.
    pub const OAUTH_AUTHORIZATION_CODE: crate::runtime::oauth2::AuthorizationCode = crate::runtime::oauth2::AuthorizationCode::new(
        crate::runtime::oauth2::Endpoints::new()
            .token_url("https://auth.example/token")
            .refresh_url("https://auth.example/refresh")
            .authorization_url("https://auth.example/ask"),
    );
    "#);
    assert!(files.contains_key("src/runtime/oauth2/tokens.rs"));
    assert!(files["src/lib.rs"].contains("\npub mod client;"));
}

#[test]
fn operations_say_which_credentials_they_need_and_for_what() {
    let files = generate(SECURED);
    let of = |name: &str| {
        let text = &files[&format!("src/operations/{name}.rs")];
        let (_, behind) = text
            .split_once("static OPERATION")
            .expect("there is a static");
        let tail = behind.split_once(')').expect("it calls a constructor").1;
        tail[..tail.find(';').expect("it ends")].trim().to_owned()
    };
    assert_snapshot!(of("as_the_whole"), @r#"
    .security(&[&[&crate::client::OAUTH], &[&crate::client::KEY]])
        .scopes(&[(&crate::client::OAUTH, &["read", "write"])])
    "#);
    assert_snapshot!(of("optional"), @".security(&[&[&crate::client::OAUTH], &[&crate::client::DIGEST], &[]])");
    assert_snapshot!(of("apart"), @r#"
    .security(
            &[
                &[&crate::client::OAUTH, &crate::client::KEY],
                &[&crate::client::OIDC, &crate::client::KEY],
            ],
        )
        .scopes(&[(&crate::client::OAUTH, &["read"]), (&crate::client::OIDC, &["openid"])])
    "#);
    assert_snapshot!(of("open"), @"");
}

#[test]
fn without_flows_there_is_nothing_of_oauth_2() {
    let files = generate(
        r##"
openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
servers: [{ url: "https://example.com" }]
paths: {}
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { implicit: { authorizationUrl: "https://auth.example/ask", scopes: {} } } }
"##,
    );
    assert!(!files.contains_key("src/client/flows.rs"));
    assert!(
        !files
            .keys()
            .any(|path| path.starts_with("src/runtime/oauth2/"))
    );
}
