use super::commands;
use super::flows;
use super::markdown::markdown;
use super::servers;
use crate::config::Config;
use crate::ir::{Api, SecurityRequirement, SecuritySchemeKind};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Client, Scheme, SchemeKind};

/// Methods that the client's builder has whatever the API is.
const BUILDER_METHODS: &[&str] = &[
    "new",
    "base_url",
    "server",
    "server_variable",
    "resolved_server",
    "user_agent",
    "header",
    "credential",
    "environment",
    "timeout",
    "connect_timeout",
    "read_timeout",
    "max_attempts",
    "max_retry_delay",
    "max_body_bytes",
    "max_error_body_bytes",
    "http_client",
    "transport",
    "build",
    "clone",
    "check_environment",
    "agent",
    "connect",
];

/// What the setter of a scheme says of its flows.
const FLOWS: &str =
    "Tokens that the client asks for and renews itself are in [`flows`](crate::client::flows).";

/// Lowers what the client knows of the API as a whole.
pub(super) fn client(api: &Api, config: &Config, library: &str) -> Client {
    let wanted: Vec<&str> = api.security_schemes.keys().map(String::as_str).collect();
    let constants = Scope::new(Case::Constant)
        .with_ours(&["API"], "scheme")
        .claim_all(&wanted);
    let setters = Scope::new(Case::Value)
        .with_ours(BUILDER_METHODS, "scheme")
        .claim_all(&wanted);
    let flags = commands::credentials(&wanted);
    let mut of_flows = Scope::new(Case::Constant);
    let schemes = (api
        .security_schemes
        .iter()
        .zip(constants)
        .zip(setters)
        .zip(flags))
    .filter_map(|((((name, scheme), constant), setter), flag)| {
        let kind = kind(&scheme.kind)?;
        let flows = flows::flows(name, &scheme.kind, &mut of_flows);
        let mut docs = docs(name, &kind, scheme.description.as_deref());
        if !flows.is_empty() {
            docs.extend([String::new(), FLOWS.to_owned()]);
        }
        let environment = config.environment.get(name).cloned();
        let variable = || commands::environment(library, &constant);
        Some(Scheme {
            variable: environment.clone().unwrap_or_else(variable),
            flag,
            constant,
            setter,
            name: name.clone(),
            docs,
            environment,
            flows,
            kind,
        })
    })
    .collect();
    let mut client = Client {
        server: api.servers.first().map(servers::template),
        is_reachable: (api.servers.first()).is_some_and(|server| server.base_url().is_some()),
        servers: servers::servers(api),
        server_variables: servers::variables(api),
        schemes,
        security: Vec::new(),
    };
    client.security = most_used(api)
        .map(|security| constants_of(&client, security))
        .unwrap_or_default();
    client
}

/// The constants of the schemes of each alternative. A scheme that the connection satisfies needs no credential.
pub(super) fn constants_of(client: &Client, security: &[SecurityRequirement]) -> Vec<Vec<Ident>> {
    let constant = |name: &String| {
        client
            .schemes
            .iter()
            .find(|scheme| scheme.name == *name)
            .map(|scheme| scheme.constant.clone())
    };
    security
        .iter()
        .map(|requirement| requirement.schemes.keys().filter_map(constant).collect())
        .collect()
}

/// What an operation needs tokens to be good for: the constants of their schemes with the scopes of the first
/// alternative that has each.
pub(super) fn scopes_of(
    client: &Client,
    security: &[SecurityRequirement],
) -> Vec<(Ident, Vec<String>)> {
    let mut scopes: Vec<(Ident, Vec<String>)> = Vec::new();
    for (name, wanted) in security.iter().flat_map(|requirement| &requirement.schemes) {
        let mut schemes = client.schemes.iter();
        let scheme = schemes.find(|scheme| scheme.name == *name && !scheme.flows.is_empty());
        if let Some(scheme) = scheme.filter(|_| !wanted.is_empty())
            && !scopes.iter().any(|(known, _)| *known == scheme.constant)
        {
            scopes.push((scheme.constant.clone(), wanted.clone()));
        }
    }
    scopes
}

/// What most operations require is what requests outside of the description are sent with.
fn most_used(api: &Api) -> Option<&Vec<SecurityRequirement>> {
    let count = |wanted: &Vec<SecurityRequirement>| {
        api.operations
            .iter()
            .filter(|operation| operation.security == *wanted)
            .count()
    };
    let mut best: Option<(usize, &Vec<SecurityRequirement>)> = None;
    for operation in &api.operations {
        let count = count(&operation.security);
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, &operation.security));
        }
    }
    best.map(|(_, security)| security)
}

fn kind(kind: &SecuritySchemeKind) -> Option<SchemeKind> {
    match kind {
        SecuritySchemeKind::ApiKeyHeader(name) => Some(SchemeKind::ApiKeyHeader(name.clone())),
        SecuritySchemeKind::ApiKeyQuery(name) => Some(SchemeKind::ApiKeyQuery(name.clone())),
        SecuritySchemeKind::ApiKeyCookie(name) => Some(SchemeKind::ApiKeyCookie(name.clone())),
        SecuritySchemeKind::HttpBasic => Some(SchemeKind::Basic),
        SecuritySchemeKind::HttpOther(name) => Some(SchemeKind::Http(name.clone())),
        SecuritySchemeKind::HttpBearer(_)
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect(_) => Some(SchemeKind::Bearer),
        SecuritySchemeKind::MutualTls => None,
    }
}

fn docs(name: &str, kind: &SchemeKind, description: Option<&str>) -> Vec<String> {
    let what = match kind {
        SchemeKind::Bearer => "the bearer token",
        SchemeKind::Basic => "user and password",
        SchemeKind::Http(_) => "the credential",
        SchemeKind::ApiKeyHeader(_) | SchemeKind::ApiKeyQuery(_) | SchemeKind::ApiKeyCookie(_) => {
            "the key"
        }
    };
    let mut lines = vec![format!(
        "Sets {what} of the security scheme `{}`.",
        super::docs::code(name)
    )];
    let description = markdown(description.unwrap_or_default());
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    lines
}
