use openapiv3::{Components, OpenAPI, Server, Tag};
use serde_json::{Value, json};

use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Place, Pointer, Sources};

use super::bundle::Bundle;
use super::kind::Kind;
use super::load::load;
use super::node::Node;
use super::origins::Document;
use super::reader::Reader;
use super::unite::United;
use super::version::Version;
use super::{extension, keyword, swagger, version};

/// Reads a description, of one file or of a folder, into OpenAPI 3.0's words.
///
/// What is wrong with it is reported; `None` only if there was an error.
pub fn read(cx: &mut Diagnostics, sources: &mut Sources, config: &Config) -> Option<Document> {
    let mut library = load(cx, sources)?;
    library.documents = version::readable(cx, sources, &library.documents);
    library.first = *library.documents.first()?;
    library.config = configuration(sources, config);
    let wanted = config.error.as_ref().map(|error| error.name.as_str());
    let is_swagger =
        version::taken(&Node::root(sources, library.first)).is_some_and(Version::is_swagger);
    let bundle = Bundle::new(library.documents.iter().copied().collect(), is_swagger);
    let mut reader = Reader::new(cx, sources, library, bundle);
    let united = reader.unite();
    Some(reader.document(&united, wanted))
}

/// The file of the configuration, of whose values only the schema of errors is read here.
fn configuration(sources: &mut Sources, config: &Config) -> Option<FileId> {
    if config.text.is_empty() && config.error.is_none() {
        return None;
    }
    let error = config.error.as_ref();
    let error = error.map(|error| json!({ "name": error.name, "schema": error.schema }));
    let path = config.path.as_deref().unwrap_or(Config::NAME);
    Some(sources.insert_value(path, config.text.clone(), json!({ "error": error })))
}

impl<'s> Reader<'s, '_> {
    fn document(mut self, united: &United<'s>, error: Option<&str>) -> Document {
        let mut openapi = OpenAPI {
            openapi: "3.0.3".to_owned(),
            ..OpenAPI::default()
        };
        self.head(united, &mut openapi);
        let mut components = Components::default();
        self.declared_components(united, &mut components);
        openapi.paths = self.paths(united);
        self.webhooks(united);
        self.called_back();
        if let Some(name) = error.and_then(|wanted| self.error_schema(wanted)) {
            openapi
                .extensions
                .insert(extension::ERROR.to_owned(), Value::String(name));
        }
        self.lifted_components(&mut components);
        openapi.components = Some(components);
        let references = self.references();
        Document {
            openapi,
            further: self.further,
            origins: self.origins,
            references,
            config: self.library.config,
        }
    }

    /// What stands beside paths and components.
    fn head(&mut self, united: &United<'s>, openapi: &mut OpenAPI) {
        for document in &united.documents {
            self.check_document_keywords(document);
            for (name, value) in self.extensions(document) {
                openapi.extensions.entry(name).or_insert(value);
            }
            let says = ["paths", "components", "definitions", "webhooks"];
            if !says.iter().any(|keyword| document.has(keyword)) {
                self.missing(
                    &document.place,
                    "paths",
                    "the document",
                    "taken as an API without operations",
                );
            }
        }
        if let Some(first) = united.documents.first() {
            openapi.info = self.info(first);
        }
        openapi.servers = match self.bundle.is_swagger() {
            true => self.swagger_servers(united),
            false => self.document_servers(united),
        };
        if let Some(document) =
            self.one_of(&united.documents, "security", "the security of the API")
        {
            self.begin(
                Pointer::root().child("security"),
                &document.place.child("security"),
            );
            openapi.security = self.security(&document);
        }
        openapi.tags = self.tags(united);
    }

    fn check_document_keywords(&mut self, document: &Node<'s>) {
        if self.is_swagger(&document.place) {
            self.check_swagger_keywords(document, &swagger::keyword::DOCUMENT);
        } else {
            self.check_keywords(document, &keyword::DOCUMENT);
        }
    }

    /// The servers of the API.
    pub(super) fn document_servers(&mut self, united: &United<'s>) -> Vec<Server> {
        let Some(document) = self.one_of(&united.documents, "servers", "the list of servers")
        else {
            return Vec::new();
        };
        let pointer = Pointer::root().child("servers");
        self.begin(pointer, &document.place.child("servers"));
        self.servers(&document)
    }

    fn tags(&mut self, united: &United<'s>) -> Vec<Tag> {
        let mut tags = Vec::new();
        for node in united.tags.values() {
            self.begin(Pointer::root().child("tags").index(tags.len()), &node.place);
            tags.extend(self.tag(node));
        }
        tags
    }

    /// Makes a component of the schema of errors that the configuration gives.
    fn error_schema(&mut self, wanted: &str) -> Option<String> {
        let file = self.library.config?;
        let pointer = Pointer::root().child("error").child("schema");
        Some(
            self.bundle
                .lift_as(Kind::Schema, &Place::new(file, pointer), wanted),
        )
    }
}
