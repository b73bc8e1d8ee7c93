use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::ReferenceOr;

use super::at::At;
use super::event_data::sentinel;
use super::resolver::Resolver;
use super::selection::Selection;
use super::{Incoming, Operation, RequestBody, SecurityScheme};
use crate::config::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Place;
use crate::terms::Method;

/// Operations, with what path items and the document add to them.
impl<'d> Resolver<'d, '_> {
    pub(super) fn operations(
        &mut self,
        schemes: &IndexMap<String, SecurityScheme>,
        selection: &mut Selection<'_>,
    ) -> Vec<Operation> {
        let paths = &self.openapi.paths.paths;
        let mut operations = Vec::new();
        for (path, item) in paths {
            // The document stage reads path items in their places and leaves no reference.
            let ReferenceOr::Item(item) = item else {
                continue;
            };
            let at = self.at(&["paths", path]);
            let further = self.further.operations.get(path).map(Vec::as_slice);
            let further = further.unwrap_or_default();
            let chosen = methods(item, further)
                .filter(|(method, operation)| selection.takes(subject(path, method, operation)));
            operations.extend(self.of_item(path, (item, &at), chosen, schemes));
        }
        self.report_duplicate_ids(&operations);
        self.report_missing_ids(&operations);
        operations
    }

    /// These operations of one path item.
    fn of_item(
        &mut self,
        path: &str,
        (item, at): (&'d openapiv3::PathItem, &At),
        operations: impl Iterator<Item = (&'d Method, &'d openapiv3::Operation)>,
        schemes: &IndexMap<String, SecurityScheme>,
    ) -> Vec<Operation> {
        operations
            .map(|(method, operation)| self.operation(path, method, (item, at), operation, schemes))
            .collect()
    }

    /// What the API sends: webhooks first, then callbacks.
    pub(super) fn incoming(&mut self, schemes: &IndexMap<String, SecurityScheme>) -> Vec<Incoming> {
        let further = self.further;
        let mut resolved = Vec::new();
        for incoming in &further.incoming {
            let at = At::new(self.origins, incoming.pointer.clone());
            let requests = methods(&incoming.item, &incoming.operations);
            let operations = self.of_item("", (&incoming.item, &at), requests, schemes);
            resolved.push(Incoming {
                name: incoming.name.clone(),
                operations,
            });
        }
        resolved
    }

    fn operation(
        &mut self,
        path: &str,
        method: &Method,
        (item, item_at): (&'d openapiv3::PathItem, &At),
        operation: &'d openapiv3::Operation,
        schemes: &IndexMap<String, SecurityScheme>,
    ) -> Operation {
        let fields = method.fields().into_iter();
        let at = fields.fold(item_at.clone(), |at, field| self.child(&at, field));
        let plain = self.plain_path(path, (item, item_at), (operation, &at));
        let path = plain.template.as_str();
        let mut tags: Vec<String> = Vec::new();
        for tag in &operation.tags {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        let docs = operation.external_docs.as_ref();
        let servers = match operation.servers.as_slice() {
            [] => self.servers(&item.servers, &self.child(item_at, "servers")),
            own => self.servers(own, &self.child(&at, "servers")),
        };
        let body = operation
            .request_body
            .as_ref()
            .and_then(|body| self.request_body(body, &at));
        self.report_unexpected_body(method, body.as_ref());
        let pages = self.page_claims(operation, subject(path, method, operation), &at.place);
        let parameters = self.parameters(&plain, (item, item_at), (operation, &at));
        let mut responses = self.responses(&operation.responses, &at);
        if let Some(end) = sentinel(&operation.extensions) {
            let streams = (responses.iter_mut())
                .flat_map(|response| &mut response.content)
                .filter_map(|content| content.stream.as_mut());
            streams.for_each(|stream| stream.ends.push(end.clone()));
        }
        Operation {
            method: method.clone(),
            path: path.to_owned(),
            id: operation.operation_id.clone(),
            tags,
            summary: operation.summary.clone().or_else(|| item.summary.clone()),
            description: operation
                .description
                .clone()
                .or_else(|| item.description.clone()),
            external_docs: docs.map(|docs| (docs.url.clone(), docs.description.clone())),
            deprecated: operation.deprecated,
            parameters,
            body,
            responses,
            security: self.security(operation.security.as_ref(), &at, schemes),
            servers,
            pages,
            place: at.place,
        }
    }

    /// One report for all: descriptions have an id for most operations, or for none.
    fn report_missing_ids(&mut self, operations: &[Operation]) {
        let mut nameless = operations.iter().filter(|operation| operation.id.is_none());
        let Some(first) = nameless.next() else {
            return;
        };
        let name = format!("`{} {}`", first.method, first.path);
        let message = match nameless.count() {
            0 => format!("{name} has no `operationId`"),
            1 => format!("{name} and another operation have no `operationId`"),
            others => format!("{name} and {others} other operations have no `operationId`"),
        };
        let label = "named after method and path";
        self.say(Code::MissingOperationId, &first.place, message, label);
    }

    /// A body that HTTP gives no meaning (RFC 9110 §9.3.1, §9.3.2, §9.3.5, §9.3.8).
    fn report_unexpected_body(&mut self, method: &Method, body: Option<&RequestBody>) {
        let is_unexpected = match method {
            Method::Get | Method::Head | Method::Delete | Method::Trace => true,
            Method::Put
            | Method::Post
            | Method::Options
            | Method::Patch
            | Method::Query
            | Method::Other(_) => false,
        };
        if let Some(body) = body.filter(|_| is_unexpected) {
            let message = format!("a request with the method {method} has a body");
            let label = "sent as described; servers and proxies may refuse or drop it";
            self.say(Code::UnexpectedBody, &body.place, message, label);
        }
    }

    fn report_duplicate_ids(&mut self, operations: &[Operation]) {
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for operation in operations {
            let Some(id) = operation.id.as_deref() else {
                continue;
            };
            let Some(first) = seen.get(id) else {
                seen.insert(id, &operation.place);
                continue;
            };
            let message = format!("`{id}` is the operationId of another operation already");
            let diagnostic = Diagnostic::new(
                Code::DuplicateOperationId,
                operation.place.child("operationId"),
                message,
            );
            let first = first.child("operationId");
            self.cx.report(
                diagnostic
                    .label("its method gets a number")
                    .related(first, "the other operation"),
            );
        }
    }
}

/// What the configuration chooses operations by.
fn subject<'a>(
    path: &'a str,
    method: &'a Method,
    operation: &'a openapiv3::Operation,
) -> Subject<'a> {
    Subject {
        id: operation.operation_id.as_deref(),
        method: method.as_str(),
        path,
        tags: &operation.tags,
    }
}

/// The operations of one path item, in the order of the standard.
fn methods<'d>(
    item: &'d openapiv3::PathItem,
    further: &'d [(Method, openapiv3::Operation)],
) -> impl Iterator<Item = (&'d Method, &'d openapiv3::Operation)> {
    let own = Method::ALL
        .iter()
        .filter_map(|method| Some((method, operation_of(item, method)?)));
    own.chain(
        further
            .iter()
            .map(|(method, operation)| (method, operation)),
    )
}

fn operation_of<'d>(
    item: &'d openapiv3::PathItem,
    method: &Method,
) -> Option<&'d openapiv3::Operation> {
    match method {
        Method::Get => item.get.as_ref(),
        Method::Put => item.put.as_ref(),
        Method::Post => item.post.as_ref(),
        Method::Delete => item.delete.as_ref(),
        Method::Options => item.options.as_ref(),
        Method::Head => item.head.as_ref(),
        Method::Patch => item.patch.as_ref(),
        Method::Trace => item.trace.as_ref(),
        Method::Query | Method::Other(_) => None,
    }
}
