use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Response};
use serde_json::Value;

use super::keyword;
use super::media_types::{MediaTypes, Said};
use crate::diagnostic::Code;
use crate::document::bundle::Entry;
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::source::Pointer;
use crate::terms;

/// Responses (Swagger 2.0 §4.3.12). What they hold depends on what the operation produces, so that one that is shared
/// is read again in the light of each.
impl<'s> Reader<'s, '_> {
    /// The response under `key`, or the one that it refers to.
    pub(super) fn swagger_response(
        &mut self,
        key: &str,
        written: &Node<'s>,
        produces: &MediaTypes,
    ) -> ReferenceOr<Response> {
        if !self.is_object(key, written) {
            return ReferenceOr::Item(Response::default());
        }
        let pointer = self.united(&written.place);
        let Some(node) = self.follow(Kind::Response, written) else {
            return ReferenceOr::Item(Response::default());
        };
        self.origins.record(pointer.clone(), node.place.clone());
        let entry = self.bundle.entry(Kind::Response, &node.place);
        if written.has("$ref") && entry == Entry::OtherKind(Kind::Schema) {
            return ReferenceOr::Item(self.schema_as_response(&pointer, written, produces));
        }
        self.check_swagger_keywords(&node, &keyword::RESPONSE);
        let content = match node.has("content") && !node.has("schema") {
            true => self.within(pointer.clone(), &node.place, |reader| reader.content(&node)),
            false => self.response_content(&pointer.child("content"), &node, produces),
        };
        ReferenceOr::Item(Response {
            description: self.text(&node, "description").unwrap_or_default(),
            headers: self.swagger_headers(&pointer, &node),
            content,
            extensions: self.extensions(&node),
            ..Response::default()
        })
    }

    /// Some write the reference to what a response holds in the place of the response.
    fn schema_as_response(
        &mut self,
        pointer: &Pointer,
        written: &Node<'s>,
        produces: &MediaTypes,
    ) -> Response {
        let message = "the reference names a schema, where a response should stand";
        let label = "taken as a response that holds it";
        let place = written.place.child("$ref");
        self.say(Code::UnresolvedReference, &place, message, label);
        let chosen = self.chosen(produces, "application/json", &written.place);
        let pointer = pointer.child("content");
        let schema = self.schema_below(&pointer, &chosen, written);
        let schema = (schema, written.place.clone());
        Response {
            content: self.content_of(&pointer, &chosen, Some(&schema)),
            ..Response::default()
        }
    }

    /// A response without a schema has no body; one that only shows examples has one of which nothing else is known.
    fn response_content(
        &mut self,
        pointer: &Pointer,
        node: &Node<'s>,
        produces: &MediaTypes,
    ) -> IndexMap<String, MediaType> {
        let examples = self.map(node, "examples");
        let shown = shown(&examples);
        let Some(schema) = node.field("schema") else {
            let mut content = self.content_of(pointer, &shown, None);
            self.put_examples(&mut content, examples);
            return content;
        };
        let usual = match self.is_file(&schema) {
            true => "*/*",
            false => "application/json",
        };
        let chosen = match produces.said.is_empty() && !shown.is_empty() {
            true => shown,
            false => self.chosen(produces, usual, &node.place),
        };
        let written = (self.schema_below(pointer, &chosen, &schema), schema.place);
        let mut content = self.content_of(pointer, &chosen, Some(&written));
        self.put_examples(&mut content, examples);
        content
    }

    /// Examples stand beside the schema, by media type (Swagger 2.0 §4.3.14).
    fn put_examples(
        &mut self,
        content: &mut IndexMap<String, MediaType>,
        examples: Vec<(&'s str, Node<'s>)>,
    ) {
        let essence = |name: &str| terms::MediaType::new(name).essence();
        for (name, node) in examples {
            if name.starts_with("x-") {
                continue;
            }
            let mut types = content.iter_mut();
            match types.find(|(media_type, _)| essence(media_type) == essence(name)) {
                Some((_, body)) => body.example = Some(example(&node)),
                None => {
                    let message = format!("`{name}` is no media type of this response");
                    self.say(
                        Code::InvalidValue,
                        &node.place,
                        message,
                        "the example is left out",
                    );
                }
            }
        }
    }
}

/// The media types that examples are of.
fn shown(examples: &[(&str, Node<'_>)]) -> Vec<Said> {
    let types = examples.iter().filter(|(name, _)| name.contains('/'));
    types
        .map(|(name, node)| Said {
            media_type: (*name).to_owned(),
            place: node.place.clone(),
        })
        .collect()
}

fn example(node: &Node<'_>) -> Value {
    node.value.clone()
}
