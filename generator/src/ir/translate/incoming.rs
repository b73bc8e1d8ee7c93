use std::collections::BTreeSet;

use super::translator::Translator;
use crate::ir::{Origin, Shape, TypeRef};
use crate::resolved::{Content, Document, Incoming, Operation, SchemaId};

/// Gives types to what the API sends itself: the client does not send it, but its application reads and answers it.
///
/// There is no operation whose module could hold them, so they are types beside the components.
pub(super) fn translate_incoming(translator: &mut Translator<'_>, document: &Document) {
    let taken = document.components.keys().cloned().collect();
    let mut incoming = Types { translator, taken };
    for request in &document.incoming {
        incoming.request(request);
    }
}

struct Types<'t, 'a> {
    translator: &'t mut Translator<'a>,
    /// Names of components, and those given so far.
    taken: BTreeSet<String>,
}

impl Types<'_, '_> {
    fn request(&mut self, incoming: &Incoming) {
        let several = incoming.operations.len() > 1;
        for operation in &incoming.operations {
            let name = match several {
                true => format!("{} {}", incoming.name, operation.method.field()),
                false => incoming.name.clone(),
            };
            self.operation(&name, operation);
        }
    }

    fn operation(&mut self, name: &str, operation: &Operation) {
        for parameter in &operation.parameters {
            let about = format!("The parameter `{}` of `{name}`.", parameter.name);
            self.inline(
                format!("{name} {}", parameter.name),
                parameter.schema,
                &about,
            );
        }
        let bodies = operation.body.iter().flat_map(|body| &body.content);
        for content in bodies {
            self.body(
                &format!("{name} Body"),
                content,
                &format!("What `{name}` sends."),
            );
        }
        for response in &operation.responses {
            let status = response.status;
            let about = format!("What `{name}` is answered with: status {status}.");
            let kind = match status.is_success() {
                true => format!("{name} Response"),
                false => format!("{name} {status}"),
            };
            for content in &response.content {
                self.body(&kind, content, &about);
            }
            for header in &response.headers {
                let about = format!("The header field `{}` of `{name}`.", header.name);
                self.inline(format!("{name} {}", header.name), header.schema, &about);
            }
        }
    }

    /// A body has a name of its own even where it is a component, so that it is found by what sends it.
    fn body(&mut self, name: &str, content: &Content, about: &str) {
        for schema in content.schema.iter().chain(&content.item) {
            let wanted = self.unique(name.to_owned());
            let ty = self.typed(wanted.clone(), *schema, about);
            if !self.translator.is_called(ty, &wanted) {
                let target = TypeRef {
                    nullable: false,
                    ..ty
                };
                let origin = Origin::Component(wanted);
                let place = content.place.clone();
                let alias = self.translator.fresh(place, origin, Shape::Alias(target));
                self.translator.describe(alias, about);
            }
        }
    }

    /// A type where something is not a component.
    fn inline(&mut self, name: String, schema: SchemaId, about: &str) {
        let wanted = self.unique(name.clone());
        let ty = self.typed(wanted.clone(), schema, about);
        if !self.translator.is_called(ty, &wanted) {
            self.taken.remove(&wanted);
        }
    }

    fn typed(&mut self, name: String, schema: SchemaId, about: &str) -> TypeRef {
        let origin = Origin::Component(name.clone());
        let ty = self.translator.schema_type(schema, origin);
        if self.translator.is_called(ty, &name) {
            self.translator.describe(ty, about);
        }
        ty
    }

    /// The name itself, or with the first number that makes it one of its own.
    fn unique(&mut self, wanted: String) -> String {
        let mut name = wanted.clone();
        let mut number = 1_usize;
        while !self.taken.insert(name.clone()) {
            number += 1;
            name = format!("{wanted} {number}");
        }
        name
    }
}
