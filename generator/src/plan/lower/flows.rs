use super::docs::{code, first_paragraph};
use super::markdown::markdown;
use crate::ir::{OAuth2Flow, OAuth2Grant, SecuritySchemeKind};
use crate::naming::Scope;
use crate::plan::{Flow, Grant};

/// The ways to a token of a scheme, each with a constant of its own.
pub(super) fn flows(name: &str, kind: &SecuritySchemeKind, constants: &mut Scope) -> Vec<Flow> {
    let (written, discovery_url) = match kind {
        SecuritySchemeKind::OAuth2 {
            flows,
            metadata_url,
        } => (flows.clone(), metadata_url.clone()),
        SecuritySchemeKind::OpenIdConnect(url) => (discovered(), Some(url.clone())),
        SecuritySchemeKind::ApiKeyHeader(_)
        | SecuritySchemeKind::ApiKeyQuery(_)
        | SecuritySchemeKind::ApiKeyCookie(_)
        | SecuritySchemeKind::HttpBasic
        | SecuritySchemeKind::HttpBearer(_)
        | SecuritySchemeKind::HttpOther(_)
        | SecuritySchemeKind::MutualTls => return Vec::new(),
    };
    let discovery_url = discovery_url.filter(|url| !url.trim().is_empty());
    let flows = written.into_iter().filter_map(|flow| {
        let grant = grant(flow.grant)?;
        if flow.token_url.is_none() && discovery_url.is_none() {
            return None;
        }
        Some(Flow {
            constant: constants.claim(&format!("{name} {}", words(grant))),
            grant,
            docs: docs(name, grant, &flow),
            token_url: flow.token_url,
            refresh_url: flow.refresh_url,
            authorization_url: flow.authorization_url,
            discovery_url: discovery_url.clone(),
        })
    });
    flows.collect()
}

/// What a provider of OpenID Connect can be asked for: its URLs are in its own document.
fn discovered() -> Vec<OAuth2Flow> {
    let flow = |grant| OAuth2Flow {
        grant,
        authorization_url: None,
        token_url: None,
        refresh_url: None,
        scopes: indexmap::IndexMap::new(),
    };
    vec![
        flow(OAuth2Grant::ClientCredentials),
        flow(OAuth2Grant::AuthorizationCode),
    ]
}

/// What a client can ask a token for with; the implicit flow hands it to a browser.
fn grant(of: OAuth2Grant) -> Option<Grant> {
    match of {
        OAuth2Grant::Implicit => None,
        OAuth2Grant::Password => Some(Grant::Password),
        OAuth2Grant::ClientCredentials => Some(Grant::ClientCredentials),
        OAuth2Grant::AuthorizationCode => Some(Grant::AuthorizationCode),
    }
}

fn words(of: Grant) -> &'static str {
    match of {
        Grant::Password => "password",
        Grant::ClientCredentials => "client credentials",
        Grant::AuthorizationCode => "authorization code",
    }
}

fn docs(name: &str, grant: Grant, flow: &OAuth2Flow) -> Vec<String> {
    let what = match grant {
        Grant::Password => "the password of a user",
        Grant::ClientCredentials => "the client's own credentials",
        Grant::AuthorizationCode => "a code that a user comes back with",
    };
    let mut lines = vec![format!(
        "Tokens of the security scheme `{}` for {what}.",
        code(name)
    )];
    if !flow.scopes.is_empty() {
        lines.extend([String::new(), "# Scopes".to_owned(), String::new()]);
    }
    for (scope, description) in &flow.scopes {
        let about = first_paragraph(markdown(description)).join(" ");
        lines.push(match about.is_empty() {
            true => format!("* `{}`", code(scope)),
            false => format!("* `{}`: {about}", code(scope)),
        });
    }
    lines
}
