use indexmap::IndexMap;

use super::at::At;
use super::path_template::names;
use super::resolver::Resolver;
use super::{Operation, Server, ServerVariable, Tag};
use crate::diagnostic::Code;
use crate::document::extension;

/// Servers and tags.
impl Resolver<'_, '_> {
    pub(super) fn document_servers(&mut self) -> Vec<Server> {
        let at = self.at(&["servers"]);
        self.servers(&self.openapi.servers, &at)
    }

    /// Says that no host is named where an operation would need one.
    pub(super) fn report_no_server(&mut self, servers: &[Server], operations: &[Operation]) {
        if operations
            .iter()
            .all(|operation| !operation.servers.is_empty())
        {
            return;
        }
        if servers.is_empty() {
            let place = self.at(&[]).place;
            let label = "whoever makes the client gives it a base URL";
            self.say(
                Code::NoServer,
                &place,
                "the description names no server",
                label,
            );
        }
    }

    /// A list of servers; variables that the URL names and nothing declares are declared.
    pub(super) fn servers(&mut self, servers: &[openapiv3::Server], at: &At) -> Vec<Server> {
        let servers = servers.iter().enumerate();
        servers
            .map(|(index, server)| self.server(server, &self.index(at, index)))
            .collect()
    }

    fn server(&mut self, server: &openapiv3::Server, at: &At) -> Server {
        let declared = server.variables.iter().flatten();
        let variable = |variable: &openapiv3::ServerVariable| ServerVariable {
            default: variable.default.clone(),
            values: variable.enumeration.clone(),
            description: variable.description.clone(),
        };
        let mut variables: IndexMap<String, ServerVariable> = declared
            .map(|(name, declared)| (name.clone(), variable(declared)))
            .collect();
        for name in names(&server.url) {
            if !variables.contains_key(name) {
                let place = self.child(at, "url").place;
                let message = format!("`{{{name}}}` is in the URL but no variable declares it");
                self.say(
                    Code::UndeclaredServerVariable,
                    &place,
                    message,
                    "taken as the empty text unless it is set",
                );
                let undeclared = ServerVariable {
                    default: String::new(),
                    values: Vec::new(),
                    description: None,
                };
                variables.insert(name.to_owned(), undeclared);
            }
        }
        let name = server.extensions.get(extension::NAME);
        Server {
            place: at.place.clone(),
            name: name.and_then(|name| name.as_str()).map(str::to_owned),
            url: server.url.clone(),
            description: server.description.clone(),
            variables,
        }
    }

    /// Declared tags first, then those that only operations use.
    pub(super) fn tags(&self, operations: &[Operation]) -> Vec<Tag> {
        let declared = self.openapi.tags.iter();
        let mut tags: IndexMap<String, Tag> = IndexMap::new();
        for tag in declared {
            let (name, description) = (tag.name.clone(), tag.description.clone());
            tags.entry(tag.name.clone())
                .or_insert(Tag { name, description });
        }
        for name in operations.iter().flat_map(|operation| &operation.tags) {
            tags.entry(name.clone()).or_insert_with(|| Tag {
                name: name.clone(),
                description: None,
            });
        }
        tags.into_values().collect()
    }
}
