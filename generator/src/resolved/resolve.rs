use indexmap::IndexMap;
use openapiv3::Components;

use super::resolver::Resolver;
use super::selection::Selection;
use super::{Document, Info, Operation, SchemaId};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::document::{self, extension};

/// Follows every reference and fills in every default, of the operations that the configuration chooses.
///
/// What is wrong is reported; the result is whole in any case.
pub fn resolve(cx: &mut Diagnostics, document: &document::Document, config: &Config) -> Document {
    let none = Components::default();
    let components = document.openapi.components.as_ref().unwrap_or(&none);
    let mut resolver = Resolver::new(cx, document, components, &config.pagination);
    let components = resolver.component_schemas();
    let mut security_schemes = resolver.security_schemes();
    let mut selection = Selection::new(config);
    let mut operations = resolver.operations(&security_schemes, &mut selection);
    selection.report(resolver.cx, document.config);
    resolver.report_unmatched_rules(&operations);
    let incoming = resolver.incoming(&security_schemes);
    let servers = resolver.document_servers();
    resolver.report_no_server(&servers, &operations);
    let mut tags = resolver.tags(&operations);
    if config.operations.chooses() {
        tags.retain(|tag| operations.iter().any(|it| it.tags.contains(&tag.name)));
        security_schemes.retain(|name, _| operations.iter().any(|it| requires(it, name)));
    }
    resolver.streams(&mut operations);
    resolver.open_rings();
    resolver.cut_cycles();
    resolver.check_values();
    Document {
        info: resolver.info(),
        servers,
        tags,
        operations,
        left_out: selection.left_out,
        omits_unreachable: config.omits_unreachable(),
        incoming,
        error: resolver.error(&components),
        components,
        security_schemes,
        schemas: resolver.schemas,
        references: document.references.clone(),
    }
}

impl Resolver<'_, '_> {
    fn info(&self) -> Info {
        let info = &self.openapi.info;
        Info {
            title: info.title.clone(),
            version: info.version.clone(),
            description: info.description.clone(),
        }
    }

    fn error(&self, components: &IndexMap<String, SchemaId>) -> Option<SchemaId> {
        let name = self.openapi.extensions.get(extension::ERROR)?.as_str()?;
        components.get(name).copied()
    }
}

/// Whether an operation names a security scheme.
fn requires(operation: &Operation, scheme: &str) -> bool {
    operation
        .security
        .iter()
        .any(|requirement| requirement.schemes.contains_key(scheme))
}
