use super::docs::code;
use super::markdown::markdown;
use crate::ir::{Api, Server, ServerVariable};
use crate::naming::{Case, Ident, Scope, words};
use crate::plan::{self, ServerSetter, ServerTemplate, ServerValue, ServerValues, Servers};

/// Methods that a server with variables has whatever they are.
const METHODS: &[&str] = &["new", "default", "clone", "into", "try_into", "fmt", "from"];

/// Lowers the servers of the API and of its operations, each once; none, if there is nothing to choose.
pub(super) fn servers(api: &Api) -> Servers {
    let servers: Vec<&Server> = (distinct(api).into_iter())
        .filter(|server| can_be_called(server))
        .collect();
    let has_variables = |server: &&Server| !used(server).is_empty();
    if servers.len() < 2 && !servers.iter().any(has_variables) {
        return Servers::default();
    }
    let mut types = Scope::new(Case::Type);
    let mut constants = Scope::new(Case::Constant);
    let mut idents = Vec::new();
    for server in &servers {
        let scope = match has_variables(server) {
            true => &mut types,
            false => &mut constants,
        };
        idents.push(scope.claim(&name(server)));
    }
    let mut lowered = Servers::default();
    for (server, ident) in servers.into_iter().zip(idents) {
        let setters = setters(server, &mut types, &mut lowered.values);
        lowered.list.push(plan::Server {
            ident,
            docs: docs(server),
            template: template(server),
            setters,
        });
    }
    lowered
}

/// A base URL with the defaults of the variables that it has.
pub(super) fn template(server: &Server) -> ServerTemplate {
    let variables = used(server).into_iter();
    ServerTemplate {
        url: server.url.clone(),
        variables: variables
            .map(|(name, variable)| (name.clone(), variable.default.clone()))
            .collect(),
    }
}

/// The names of the variables of all servers, each once.
pub(super) fn variables(api: &Api) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for server in distinct(api) {
        for name in server.variables.keys() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

fn distinct(api: &Api) -> Vec<&Server> {
    let of_operations = api
        .operations
        .iter()
        .flat_map(|operation| &operation.servers);
    let mut servers: Vec<&Server> = Vec::new();
    for server in api.servers.iter().chain(of_operations) {
        let is_known =
            |known: &&Server| known.url == server.url && known.variables == server.variables;
        if !servers.iter().any(is_known) {
            servers.push(server);
        }
    }
    servers
}

/// Whether requests can be sent there: relative URLs are for a base URL that the application gives.
fn can_be_called(server: &Server) -> bool {
    server.base_url().is_some() || server.url.starts_with('{')
}

/// The variables that the URL has.
fn used(server: &Server) -> Vec<(&String, &ServerVariable)> {
    let is_used = |name: &String| server.url.contains(&format!("{{{name}}}"));
    let variables = server.variables.iter();
    variables.filter(|(name, _)| is_used(name)).collect()
}

/// What a server is called: what the description calls it, if that is short, else the words of its URL.
fn name(server: &Server) -> String {
    const FEW: usize = 3;
    let described = server.name.as_deref().or(server.description.as_deref());
    let described = words(described.unwrap_or_default());
    if (1..=FEW).contains(&described.len()) {
        return described.join(" ");
    }
    let mut fixed = String::new();
    let mut rest = server.url.as_str();
    while let Some((before, variable)) = rest.split_once('{') {
        fixed.push_str(before);
        fixed.push(' ');
        rest = variable.split_once('}').map_or("", |(_, after)| after);
    }
    fixed.push_str(rest);
    let fixed = fixed
        .split_once("://")
        .map_or(fixed.as_str(), |(_, host)| host);
    let words = words(fixed);
    match words.is_empty() {
        true => "server".to_owned(),
        false => words.join(" "),
    }
}

fn docs(server: &Server) -> Vec<String> {
    let mut lines = markdown(server.description.as_deref().unwrap_or_default());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("`{}`", code(&server.url)));
    lines
}

fn setters(
    server: &Server,
    types: &mut Scope,
    values: &mut Vec<ServerValues>,
) -> Vec<ServerSetter> {
    let used = used(server);
    let wanted: Vec<&str> = used.iter().map(|(name, _)| name.as_str()).collect();
    let idents = Scope::new(Case::Value)
        .with_ours(METHODS, "variable")
        .claim_all(&wanted);
    (used.into_iter().zip(idents))
        .map(|((name, variable), ident)| ServerSetter {
            ident,
            variable: name.clone(),
            docs: setter_docs(name, variable),
            values: listed(name, variable, types, values),
        })
        .collect()
}

fn setter_docs(name: &str, variable: &ServerVariable) -> Vec<String> {
    let mut lines = markdown(variable.description.as_deref().unwrap_or_default());
    if lines.is_empty() {
        lines.push(format!("Sets `{}` of the URL.", code(name)));
    }
    if !variable.default.is_empty() {
        let default = code(&variable.default);
        lines.extend([String::new(), format!("`{default}` unless set.")]);
    }
    lines
}

/// The enum of the values of a variable; one that is called alike and has the same serves again.
fn listed(
    name: &str,
    variable: &ServerVariable,
    types: &mut Scope,
    values: &mut Vec<ServerValues>,
) -> Option<Ident> {
    let mut distinct: Vec<&str> = Vec::new();
    for value in &variable.values {
        if !distinct.contains(&value.as_str()) {
            distinct.push(value);
        }
    }
    if distinct.is_empty() {
        return None;
    }
    let docs = vec![format!("The values of `{}`.", code(name))];
    let idents = Scope::new(Case::Variant).claim_all(&distinct);
    let variants: Vec<ServerValue> = (idents.into_iter().zip(distinct))
        .map(|(ident, text)| ServerValue {
            ident,
            text: text.to_owned(),
            docs: vec![format!("`{}`", code(text))],
        })
        .collect();
    let known = (values.iter()).find(|known| known.docs == docs && known.variants == variants);
    if let Some(known) = known {
        return Some(known.ident.clone());
    }
    let ident = types.claim(name);
    values.push(ServerValues {
        ident: ident.clone(),
        docs,
        variants,
    });
    Some(ident)
}
