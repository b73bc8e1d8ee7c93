use super::markdown::is_shown;
use crate::ir;
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Client, Command, Flag, Parameter, RustType};

/// What the program itself understands, in the place of groups and of flags.
const COMMANDS: &[&str] = &["completion", "help", "invoke"];
const FLAGS: &[&str] = &[
    "accept",
    "base_url",
    "body",
    "content_type",
    "header",
    "help",
    "max_attempts",
    "raw",
    "server_variable",
    "timeout",
    "version",
];

/// The names of groups.
pub(super) fn groups(tags: &[&str]) -> Vec<String> {
    let scope = Scope::new(Case::Value).with_ours(COMMANDS, "api");
    names(scope, tags)
}

/// The flags of credentials.
pub(super) fn credentials(schemes: &[&str]) -> Vec<String> {
    let scope = Scope::new(Case::Value).with_ours(FLAGS, "scheme");
    names(scope, schemes)
}

/// The environment variable of a credential, unless it is configured.
pub(super) fn environment(library: &str, scheme: &Ident) -> String {
    format!("{library}_{}", scheme.unraw()).to_uppercase()
}

/// What an operation is on a command line.
pub(super) fn command(
    operation: &ir::Operation,
    name: &Ident,
    parameters: &[Parameter],
    client: &Client,
) -> Command {
    let (summary, description) = (&operation.summary, &operation.description);
    let said = [summary, description].map(|text| text.as_deref().unwrap_or_default());
    let about = said.iter().map(|text| line(text));
    let about = about.into_iter().find(|about| !about.is_empty());
    let wanted: Vec<&str> = parameters
        .iter()
        .map(|parameter| parameter.wire_name.as_str())
        .collect();
    let mut scope = Scope::new(Case::Value).with_ours(FLAGS, "parameter");
    for scheme in &client.schemes {
        scope.reserve(&scheme.flag.replace('-', "_"));
    }
    let flags = (operation
        .parameters
        .iter()
        .zip(parameters)
        .zip(names(scope, &wanted)))
    .map(|((described, parameter), name)| flag(described, parameter, name))
    .collect();
    Command {
        name: kebab(name),
        operation_id: operation.id.clone(),
        about: about.unwrap_or_else(|| format!("{} {}", operation.method, operation.path)),
        details: shown(said[1]),
        flags,
    }
}

fn flag(described: &ir::Parameter, parameter: &Parameter, name: String) -> Flag {
    let about = line(described.docs.description.as_deref().unwrap_or_default());
    Flag {
        name,
        about,
        many: is_list(&parameter.ty),
    }
}

fn is_list(ty: &RustType) -> bool {
    match ty {
        RustType::Vec(_) => true,
        RustType::Option(inner) | RustType::Nullable(inner) | RustType::Boxed(inner) => {
            is_list(inner)
        }
        RustType::Unit
        | RustType::Bool
        | RustType::Integer { .. }
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Number
        | RustType::Format(_)
        | RustType::Library(_)
        | RustType::Bytes
        | RustType::Body
        | RustType::Json
        | RustType::JsonObject
        | RustType::Map(_)
        | RustType::KeyedMap(..)
        | RustType::OpenMap(_)
        | RustType::Named(_)
        | RustType::Undecoded => false,
    }
}

/// Names as command lines have them, each another.
fn names(mut scope: Scope, wanted: &[&str]) -> Vec<String> {
    scope.claim_all(wanted).iter().map(kebab).collect()
}

fn kebab(ident: &Ident) -> String {
    ident.unraw().replace('_', "-")
}

/// The first paragraph of a text, in one line.
fn line(text: &str) -> String {
    let text = shown(text);
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without what a terminal does not show.
fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text: String = text
        .chars()
        .filter(|character| is_shown(*character))
        .collect();
    text.trim().to_owned()
}
