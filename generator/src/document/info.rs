use indexmap::IndexMap;
use openapiv3::{ExternalDocumentation, Info, Server, ServerVariable, Tag};

use crate::diagnostic::Code;

use super::node::Node;
use super::reader::Reader;
use super::{extension, keyword};

/// What a description says of itself: info, servers, tags.
impl<'s> Reader<'s, '_> {
    /// The info object; licence, contact and terms of service say nothing to a client.
    pub(super) fn info(&mut self, holder: &Node<'s>) -> Info {
        let Some(node) = self.object(holder, "info") else {
            if !holder.has("info") {
                self.missing(
                    &holder.place,
                    "info",
                    "the document",
                    "taken as an API without a name",
                );
            }
            return Info::default();
        };
        self.check_keywords(&node, &keyword::INFO);
        for name in ["title", "version"] {
            if !node.has(name) {
                self.missing(
                    &node.place,
                    name,
                    "the info object",
                    "taken as an empty text",
                );
            }
        }
        Info {
            title: self.text(&node, "title").unwrap_or_default(),
            description: self
                .text(&node, "description")
                .or_else(|| self.text(&node, "summary")),
            version: self.text(&node, "version").unwrap_or_default(),
            extensions: self.extensions(&node),
            ..Info::default()
        }
    }

    /// A list of servers under `servers`.
    pub(super) fn servers(&mut self, holder: &Node<'s>) -> Vec<Server> {
        let mut servers = Vec::new();
        for node in self.list(holder, "servers") {
            if let Some(server) = self.server(&node) {
                self.record_element(&holder.place.child("servers"), servers.len(), &node.place);
                servers.push(server);
            }
        }
        servers
    }

    fn server(&mut self, node: &Node<'s>) -> Option<Server> {
        if let Some(url) = node.value.as_str() {
            let taken = format!("taken as `url: {url}`");
            self.wrong_type_taken("servers", "an object", node, taken);
            return Some(Server {
                url: url.to_owned(),
                ..Server::default()
            });
        }
        if !self.is_object("servers", node) {
            return None;
        }
        self.check_keywords(node, &keyword::SERVER);
        let url = self.required_text(node, "url", "a server")?;
        let mut variables = IndexMap::new();
        for (name, variable) in self.map(node, "variables") {
            if let Some(variable) = self.server_variable(name, &variable) {
                variables.insert(name.to_owned(), variable);
            }
        }
        let mut extensions = self.extensions(node);
        if let Some(name) = self.text(node, "name") {
            extensions.insert(extension::NAME.to_owned(), name.into());
        }
        Some(Server {
            url,
            description: self.text(node, "description"),
            variables: (!variables.is_empty()).then_some(variables),
            extensions,
        })
    }

    fn server_variable(&mut self, name: &str, node: &Node<'s>) -> Option<ServerVariable> {
        if !self.is_object(name, node) {
            return None;
        }
        self.check_keywords(node, &keyword::SERVER_VARIABLE);
        let enumeration = self.texts(node, "enum");
        if !node.has("default") {
            let taken = match enumeration.first() {
                Some(first) => format!("`{first}` is taken"),
                None => "the empty text is taken".to_owned(),
            };
            self.missing(&node.place, "default", "a server variable", &taken);
        }
        let default = self
            .text(node, "default")
            .or_else(|| enumeration.first().cloned())
            .unwrap_or_default();
        if !enumeration.is_empty() && !enumeration.contains(&default) {
            let message = format!("the default `{default}` is not among the values of `enum`");
            self.say(
                Code::InvalidValue,
                &node.place.child("default"),
                message,
                "taken all the same",
            );
        }
        Some(ServerVariable {
            enumeration,
            default,
            description: self.text(node, "description"),
            extensions: self.extensions(node),
        })
    }

    /// One tag.
    pub(super) fn tag(&mut self, node: &Node<'s>) -> Option<Tag> {
        if let Some(name) = node.value.as_str() {
            let taken = format!("taken as `name: {name}`");
            self.wrong_type_taken("tags", "an object", node, taken);
            return Some(Tag {
                name: name.to_owned(),
                ..Tag::default()
            });
        }
        if !self.is_object("tags", node) {
            return None;
        }
        self.check_keywords(node, &keyword::TAG);
        Some(Tag {
            name: self.required_text(node, "name", "a tag")?,
            description: self
                .text(node, "description")
                .or_else(|| self.text(node, "summary")),
            external_docs: self.external_docs(node),
            extensions: self.extensions(node),
        })
    }

    /// A URL with more (OAS 3.1 §4.8.11).
    pub(super) fn external_docs(&mut self, holder: &Node<'s>) -> Option<ExternalDocumentation> {
        let node = self.object(holder, "externalDocs")?;
        Some(ExternalDocumentation {
            description: self.text(&node, "description"),
            url: self.required_text(&node, "url", "the external documentation")?,
            extensions: self.extensions(&node),
        })
    }

    /// The `x-` members of an object, as they are. Names of our own are not for descriptions to say.
    pub(super) fn extensions(&self, node: &Node<'s>) -> IndexMap<String, serde_json::Value> {
        let members = node.object().into_iter().flatten();
        let own =
            |name: &str| name.starts_with("x-") && !name.starts_with(super::extension::PREFIX);
        members
            .filter(|(name, _)| own(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}
