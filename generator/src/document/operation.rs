use openapiv3::{Operation, PathItem};

use crate::terms::Method;

use super::keyword;
use super::node::Node;
use super::reader::Reader;

/// Path items (OAS 3.1 §4.8.9) and operations (§4.8.10).
impl<'s> Reader<'s, '_> {
    /// One operation.
    pub(super) fn operation(&mut self, node: &Node<'s>) -> Operation {
        self.check_keywords(node, &keyword::OPERATION);
        self.find_callbacks(node);
        Operation {
            tags: self.tag_names(node),
            summary: self.text(node, "summary"),
            description: self.text(node, "description"),
            external_docs: self.external_docs(node),
            operation_id: self.text(node, "operationId"),
            parameters: self.parameters(node),
            request_body: self.request_body_under(node),
            responses: self.responses(node),
            deprecated: self.flag(node, "deprecated").unwrap_or_default(),
            security: self.security(node),
            servers: self.servers(node),
            extensions: self.extensions(node),
            ..Operation::default()
        }
    }

    /// The tags of an operation: names. Some write the whole tag there.
    pub(super) fn tag_names(&mut self, holder: &Node<'s>) -> Vec<String> {
        let mut names = Vec::new();
        for element in self.list(holder, "tags") {
            if let Some(name) = element.peek("name") {
                let taken = format!("taken as `{name}`");
                self.wrong_type_taken("tags", "a text", &element, taken);
                names.push(name.to_owned());
            } else {
                names.extend(self.text_of("tags", &element));
            }
        }
        names
    }
}

/// The room of a path item for the operation of a method; OpenAPI 3.0 has none for 3.2's `query`.
pub(super) fn slot<'a>(
    item: &'a mut PathItem,
    method: &Method,
) -> Option<&'a mut Option<Operation>> {
    match method {
        Method::Get => Some(&mut item.get),
        Method::Put => Some(&mut item.put),
        Method::Post => Some(&mut item.post),
        Method::Delete => Some(&mut item.delete),
        Method::Options => Some(&mut item.options),
        Method::Head => Some(&mut item.head),
        Method::Patch => Some(&mut item.patch),
        Method::Trace => Some(&mut item.trace),
        Method::Query | Method::Other(_) => None,
    }
}
