use openapiv3::{Components, ReferenceOr, Schema};
use serde_json::Value;

use super::bundle::{Entry, component_pointer, component_reference};
use super::extension;
use super::kind::Kind;
use super::node::Node;
use super::reader::Reader;
use super::unite::United;

/// The components of the united description: declared ones first, in their order, then those that references made.
impl<'s> Reader<'s, '_> {
    /// Reads what the documents declare. Links, callbacks and path items are read, or reported, where they are used.
    pub(super) fn declared_components(&mut self, united: &United<'s>, components: &mut Components) {
        for (kind, declared) in &united.components {
            for (name, node) in declared {
                self.begin(component_pointer(*kind, name), &node.place);
                self.read_component(*kind, name, node, components);
            }
        }
    }

    /// Reads what references made components of, which may make more.
    pub(super) fn lifted_components(&mut self, components: &mut Components) {
        while let Some(lifted) = self.bundle.next() {
            let root = Node::root(self.sources, lifted.place.file);
            let Some(node) = root.below(&lifted.place.pointer) else {
                continue;
            };
            self.begin(component_pointer(lifted.kind, &lifted.name), &node.place);
            self.read_component(lifted.kind, &lifted.name, &node, components);
            if lifted.is_part {
                mark_part(components, &lifted.name);
            }
        }
    }

    fn read_component(
        &mut self,
        kind: Kind,
        name: &str,
        node: &Node<'s>,
        components: &mut Components,
    ) {
        let name = name.to_owned();
        if kind == Kind::Schema {
            let schema = self.schema_here(node);
            components.schemas.insert(name, schema);
            return;
        }
        if !self.is_object(&name, node) {
            return;
        }
        let written = node.peek("$ref");
        let reference = written.and_then(|written| self.component(kind, node, written));
        if written.is_some() && reference.is_none() {
            return;
        }
        match kind {
            Kind::Schema | Kind::Example | Kind::Link | Kind::Callback => {}
            Kind::PathItem | Kind::MediaType => {}
            // What a response of Swagger 2.0 holds depends on where it is used, and there it is read.
            Kind::Response if self.is_swagger(&node.place) => {}
            Kind::Response => {
                let response = or_reference(reference, || Some(self.response(node)));
                components
                    .responses
                    .extend(response.map(|response| (name, response)));
            }
            Kind::Parameter => {
                let parameter = or_reference(reference, || self.parameter(node));
                components
                    .parameters
                    .extend(parameter.map(|parameter| (name, parameter)));
            }
            Kind::RequestBody => {
                let body = or_reference(reference, || Some(self.request_body(node)));
                components
                    .request_bodies
                    .extend(body.map(|body| (name, body)));
            }
            Kind::Header => {
                let header = or_reference(reference, || Some(self.header(node)));
                components
                    .headers
                    .extend(header.map(|header| (name, header)));
            }
            Kind::SecurityScheme => {
                let scheme = or_reference(reference, || self.security_scheme(node));
                components
                    .security_schemes
                    .extend(scheme.map(|scheme| (name, scheme)));
            }
        }
    }

    /// The reference to the component that stands here, which it becomes if it is none yet.
    pub(super) fn component_at(&mut self, node: &Node<'s>) -> String {
        let name = match self.bundle.entry(Kind::Schema, &node.place) {
            Entry::Named(name) => name,
            Entry::OtherKind(_) | Entry::New => self.bundle.lift(
                Kind::Schema,
                &node.place,
                self.sources.path(node.place.file),
            ),
        };
        component_reference(Kind::Schema, &name)
    }

    /// The reference to a schema that stands on its own because OpenAPI 3.0 has no keyword for it.
    pub(super) fn lift_part(&mut self, node: &Node<'s>) -> String {
        if self.library.is_referenced(&node.place) && !node.has("$ref") {
            return self.component_at(node);
        }
        let name = self.bundle.lift_part(&node.place);
        component_reference(Kind::Schema, &name)
    }
}

fn or_reference<T>(
    reference: Option<String>,
    read: impl FnOnce() -> Option<T>,
) -> Option<ReferenceOr<T>> {
    match reference {
        Some(reference) => Some(ReferenceOr::Reference { reference }),
        None => read().map(ReferenceOr::Item),
    }
}

/// A part is no type of its own; resolving leaves its name away.
fn mark_part(components: &mut Components, name: &str) {
    if let Some(ReferenceOr::Item(Schema { schema_data, .. })) = components.schemas.get_mut(name) {
        schema_data
            .extensions
            .insert(extension::PART.to_owned(), Value::Bool(true));
    }
}
