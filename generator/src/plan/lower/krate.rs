use std::collections::BTreeSet;

use super::client::client;
use super::commands;
use super::example;
use super::features::Features;
use super::formats;
use super::groups::{GroupNames, Groups};
use super::items::Items;
use super::manifest::manifest;
use super::markdown::markdown;
use super::names::Names;
use super::operations;
use super::schemas::{Conditions, schemas};
use super::shared::shared_modules;
use super::types::Types;
use crate::config::Config;
use crate::ir::{Api, Origin};
use crate::naming::Ident;
use crate::plan::{Client, Crate, Group, Module, Operation, Readme, TypeModule};

/// Decides everything about the crate that says what the API means.
///
/// `origin` is what the description is called and `command` what makes the crate; emitted files name both.
pub fn lower(api: &Api, config: &Config, origin: &str, command: &str) -> Crate {
    let groups = Groups::new(api);
    let names = Names::new(api, &groups);
    let items = Items::new(Types {
        api,
        names: &names,
        formats: &config.formats,
    });
    let manifest = manifest(api, config, &groups);
    let library = manifest.name.replace('-', "_");
    let client = client(api, config, &library);
    let features = Features::new(api, &groups);
    let tags = groups.list.iter().map(GroupNames::wanted);
    let commands = commands::groups(&tags.collect::<Vec<_>>());
    let lowered: Vec<Group> = (groups.list.iter().zip(commands))
        .map(|(names, command)| group(&items, &groups, names, command, &client, &library))
        .collect();
    let types = type_modules(&items, &features);
    let shared = shared_modules(&items, &features);
    let conditions = Conditions::new(&types, &shared, &lowered);
    Crate {
        schemas: schemas(&items.types, &conditions),
        xml: items.xml.tables(&features),
        notice: format!("from `{origin}`; `{command}` makes it again"),
        title: api.info.title.clone(),
        docs: crate_docs(api),
        readme: readme(api, &client, &lowered, &library, command),
        formats: formats::needed(&items.types),
        types,
        shared,
        groups: lowered,
        client,
        library,
        manifest,
    }
}

fn group(
    items: &Items<'_>,
    groups: &Groups,
    names: &GroupNames,
    command: String,
    client: &Client,
    library: &str,
) -> Group {
    let operations = names
        .operations
        .iter()
        .filter_map(|index| {
            let module = groups.module(*index)?;
            operations::operation(items, groups, client, *index, &module, library)
        })
        .collect();
    Group {
        method: names.method.clone(),
        module: names.module.clone(),
        ident: names.ident.clone(),
        feature: names.feature.clone(),
        command,
        docs: group_docs(items.api(), names),
        operations: without_collisions(&names.ident, operations),
    }
}

/// A name that two operations would re-export stays with the first; the other's is in its module.
fn without_collisions(group: &Ident, operations: Vec<Operation>) -> Vec<Operation> {
    let mut taken: BTreeSet<Ident> = operations
        .iter()
        .map(|operation| operation.builder.clone())
        .chain([group.clone()])
        .collect();
    let mut operations = operations;
    for operation in &mut operations {
        let builder = operation.builder.clone();
        operation
            .exports
            .retain(|export| *export == builder || taken.insert(export.clone()));
    }
    operations
}

fn group_docs(api: &Api, names: &GroupNames) -> Vec<String> {
    let tag = api
        .tags
        .iter()
        .find(|tag| Some(&tag.name) == names.tag.as_ref());
    let described = markdown(
        tag.and_then(|tag| tag.description.as_deref())
            .unwrap_or_default(),
    );
    match (described.is_empty(), &names.tag) {
        (false, _) => described,
        (true, Some(tag)) => vec![format!("The operations of `{}`.", super::docs::code(tag))],
        (true, None) => vec!["The operations without a tag.".to_owned()],
    }
}

fn type_modules(items: &Items<'_>, features: &Features) -> Vec<TypeModule> {
    let api = items.api();
    let components = api
        .type_ids()
        .filter(|id| matches!(api.ty(*id).origin, Origin::Component(_)));
    components
        .filter_map(|id| {
            let module = items.types.names.component_module(id)?.clone();
            let own = Module::Component(module.clone());
            let inline = items.types.names.items(&own);
            Some(TypeModule {
                component: items.item(id)?,
                inline: inline.iter().filter_map(|id| items.item(*id)).collect(),
                reexports: items.types.names.reexports(&own),
                features: features.of(&[id]),
                module,
            })
        })
        .collect()
}

fn crate_docs(api: &Api) -> Vec<String> {
    let mut lines = markdown(&api.info.title);
    let description = markdown(api.info.description.as_deref().unwrap_or_default());
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    if lines.is_empty() {
        lines.push("A client of an HTTP API.".to_owned());
    }
    lines
}

fn readme(api: &Api, client: &Client, groups: &[Group], library: &str, command: &str) -> Readme {
    let environment = client
        .schemes
        .iter()
        .any(|scheme| scheme.environment.is_some());
    let rows = groups.iter().flat_map(|group| {
        group.operations.iter().map(|operation| {
            let summary = operation.docs.first().cloned().unwrap_or_default();
            let summary = if summary.starts_with('`') {
                String::new()
            } else {
                summary
            };
            (
                example::row(operation, group),
                operation.request.clone(),
                summary,
            )
        })
    });
    Readme {
        about: crate_docs(api).join("\n"),
        example: example::of_crate(client.is_reachable, groups, library, environment),
        operations: rows.collect(),
        command: command.to_owned(),
    }
}
