use indexmap::IndexMap;
use openapiv3::Components;

use super::resolver::Resolver;
use super::{Document, Info, SchemaId};
use crate::diagnostic::Diagnostics;
use crate::document::{self, extension};

/// Follows every reference and fills in every default.
///
/// What is wrong is reported; the result is whole in any case.
pub fn resolve(cx: &mut Diagnostics, document: &document::Document) -> Document {
    let none = Components::default();
    let components = document.openapi.components.as_ref().unwrap_or(&none);
    let mut resolver = Resolver::new(cx, document, components);
    let components = resolver.component_schemas();
    let security_schemes = resolver.security_schemes();
    let operations = resolver.operations(&security_schemes);
    let servers = resolver.document_servers();
    let tags = resolver.tags(&operations);
    resolver.cut_cycles();
    Document {
        info: resolver.info(),
        servers,
        tags,
        operations,
        error: resolver.error(&components),
        components,
        security_schemes,
        schemas: resolver.schemas,
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
