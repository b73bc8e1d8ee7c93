use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody, Schema};

use super::input::{Input, Inputs};
use crate::diagnostic::Code;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::schema::any_json;
use crate::document::swagger::keyword;
use crate::document::swagger::media_types::{MediaTypes, Said};
use crate::source::{Place, Pointer};

/// A schema and where it was written.
pub(in crate::document::swagger) type Written = (ReferenceOr<Schema>, Place);

/// Request bodies, which Swagger 2.0 has among the parameters (§4.3.9).
impl<'s> Reader<'s, '_> {
    /// The request body of an operation, which will stand below `operation`.
    pub(in crate::document::swagger) fn input_body(
        &mut self,
        operation: &Pointer,
        inputs: &Inputs<'s>,
        consumes: &MediaTypes,
    ) -> Option<RequestBody> {
        let pointer = operation.child("requestBody");
        let body = inputs
            .body
            .as_ref()
            .map(|body| self.body(&pointer, body, consumes));
        let form = self.form(&pointer, &inputs.fields, consumes, body.is_some());
        let (Some(mut body), Some(form)) = (body.clone(), form.clone()) else {
            return body.or(form);
        };
        for (media_type, content) in form.content {
            body.content.entry(media_type).or_insert(content);
        }
        body.required |= form.required;
        Some(body)
    }

    fn body(&mut self, pointer: &Pointer, input: &Input<'s>, consumes: &MediaTypes) -> RequestBody {
        let node = &input.node;
        self.origins.record(pointer.clone(), node.place.clone());
        let name = self.required_text(node, "name", "a parameter");
        let described = self.text(node, "description");
        let usual = match node.field("schema") {
            Some(schema) if self.is_file(&schema) => "application/octet-stream",
            _ => "application/json",
        };
        let chosen = self.chosen(consumes, usual, &node.place);
        let pointer = pointer.child("content");
        let schema = self.body_schema(&pointer, &chosen, node);
        RequestBody {
            description: described.or_else(|| name.as_deref().and_then(description)),
            content: self.content_of(&pointer, &chosen, Some(&schema)),
            required: self.flag(node, "required").unwrap_or_default(),
            extensions: self.extensions(node),
        }
    }

    /// What a body holds. Some write its type as other parameters have theirs.
    fn body_schema(&mut self, content: &Pointer, chosen: &[Said], node: &Node<'s>) -> Written {
        if let Some(schema) = node.field("schema") {
            self.check_swagger_keywords(node, &keyword::BODY);
            return (self.schema_below(content, chosen, &schema), schema.place);
        }
        let is_typed = node.has("type") || node.has("items");
        let taken = match is_typed {
            true => "the type of the parameter is taken",
            false => "taken as any JSON",
        };
        self.missing(&node.place, "schema", "a body parameter", taken);
        let schema = match is_typed {
            true => {
                self.check_swagger_keywords(node, &keyword::PARAMETER);
                self.items_type(node)
            }
            false => {
                self.check_swagger_keywords(node, &keyword::BODY);
                any_json()
            }
        };
        (ReferenceOr::Item(schema), node.place.clone())
    }

    /// Reads a schema that will stand in the first of the media types, and again in the others.
    pub(in crate::document::swagger) fn schema_below(
        &mut self,
        content: &Pointer,
        chosen: &[Said],
        node: &Node<'s>,
    ) -> ReferenceOr<Schema> {
        let first = chosen.first().map(|said| said.media_type.as_str());
        let pointer = content.child(first.unwrap_or_default()).child("schema");
        self.within(pointer, &node.place, |reader| reader.schema(node))
    }

    /// The media types of a body, which will stand at `pointer`; each holds the same.
    pub(in crate::document::swagger) fn content_of(
        &mut self,
        pointer: &Pointer,
        chosen: &[Said],
        schema: Option<&Written>,
    ) -> IndexMap<String, MediaType> {
        let mut content = IndexMap::new();
        for Said { media_type, place } in chosen {
            let pointer = pointer.child(media_type);
            self.origins.record(pointer.clone(), place.clone());
            if let Some((_, place)) = schema {
                self.origins.record(pointer.child("schema"), place.clone());
            }
            let schema = schema.map(|(schema, _)| schema.clone());
            let body = MediaType {
                schema,
                ..MediaType::default()
            };
            content.insert(media_type.clone(), body);
        }
        content
    }

    /// Whether a schema is of bytes that no JSON holds.
    pub(in crate::document::swagger) fn is_file(&self, node: &Node<'s>) -> bool {
        let end = self.end(node);
        let is = |name: &str, value: &str| {
            end.peek(name)
                .is_some_and(|said| said.eq_ignore_ascii_case(value))
        };
        is("type", "file") || (is("type", "string") && is("format", "binary"))
    }

    /// Says that there are a body and a form, of which a request can only have one.
    pub(in crate::document::swagger) fn report_body_and_form(&mut self, field: &Input<'s>) {
        let message = "an operation cannot have both a body and form parameters";
        let label = "either can be sent, each as its own media type";
        self.say(Code::InvalidValue, &field.written.place, message, label);
    }
}

/// The name of a body is no part of a request, but may say what it is.
fn description(name: &str) -> Option<String> {
    let says_something = !name.eq_ignore_ascii_case("body") && !name.contains('`');
    says_something.then(|| format!("The `{name}`."))
}
