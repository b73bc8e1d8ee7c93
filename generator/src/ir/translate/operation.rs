use super::look::Look;
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyContent, Docs, Operation, Origin, Parameter, Payload, TypeRef};
use crate::resolved::{self, AdditionalProperties, JsonType, SchemaId};

impl Translator<'_> {
    /// An operation with the types of all that it sends and receives.
    pub(super) fn operation(&mut self, index: usize, operation: &resolved::Operation) -> Operation {
        Operation {
            place: operation.place.clone(),
            id: operation.id.clone(),
            method: operation.method.clone(),
            path: operation.path.clone(),
            tag: operation.tags.first().cloned(),
            summary: operation.summary.clone(),
            description: operation.description.clone(),
            external_docs: operation.external_docs.clone(),
            deprecated: operation.deprecated,
            parameters: operation
                .parameters
                .iter()
                .map(|parameter| self.parameter(index, parameter))
                .collect(),
            body: operation
                .body
                .as_ref()
                .and_then(|body| self.body(index, body)),
            responses: operation
                .responses
                .iter()
                .map(|response| self.response(index, &operation.method, response))
                .collect(),
            security: operation.security.clone(),
            servers: operation.servers.clone(),
            pages: None,
        }
    }

    fn parameter(&mut self, index: usize, parameter: &resolved::Parameter) -> Parameter {
        let schema = self.docs(parameter.schema);
        Parameter {
            wire_name: parameter.name.clone(),
            location: parameter.location,
            required: parameter.required,
            allow_empty: parameter.allow_empty,
            ty: self.schema_type(
                parameter.schema,
                Origin::Parameter(index, parameter.name.clone()),
            ),
            serialization: parameter.serialization.clone(),
            docs: Docs {
                description: parameter.description.clone().or(schema.description),
                example: parameter.example.clone().or(schema.example),
                deprecated: parameter.deprecated || schema.deprecated,
                ..schema
            },
        }
    }

    fn body(&mut self, index: usize, body: &resolved::RequestBody) -> Option<Body> {
        let contents: Vec<BodyContent> = body
            .content
            .iter()
            .map(|content| self.body_content(index, content))
            .collect();
        (!contents.is_empty()).then(|| Body {
            required: body.required && !body.content.iter().all(|it| self.is_for_answers(it)),
            description: body.description.clone(),
            contents,
        })
    }

    /// Whether there is nothing to send in it, for all its members are read-only.
    fn is_for_answers(&self, content: &resolved::Content) -> bool {
        let Some(id) = content.schema else {
            return false;
        };
        let schema = self.document.schema(id);
        // A component that is only referred to is the one part of a schema.
        let schema = match schema.all_of.as_slice() {
            [only] if schema.properties.is_empty() => self.document.schema(*only),
            _ => schema,
        };
        let mut members = schema.properties.values();
        !schema.properties.is_empty()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty()
            && !matches!(
                schema.additional_properties,
                AdditionalProperties::Schema(_)
            )
            && members.all(|member| self.document.schema(*member).read_only)
    }

    fn body_content(&mut self, index: usize, content: &resolved::Content) -> BodyContent {
        let origin = Origin::Body(index);
        let media_type = &content.media_type;
        let payload = match (media_type.is_form(), media_type.is_multipart()) {
            (true, _) => self.url_form(content, origin),
            (_, true) => self.multipart(content, origin, index),
            (false, false) => match self.sent_stream(index, content, &origin) {
                Some(stream) => stream,
                None => self.payload(content, origin),
            },
        };
        self.report_nameless(content, &payload);
        let is_stream = payload.as_stream().is_some();
        BodyContent {
            item: if is_stream {
                None
            } else {
                self.item(content, index)
            },
            media_type: content.media_type.clone(),
            payload,
            example: content.example.clone(),
        }
    }

    /// The items of a sequence (OAS 3.2 §4.14.1) have a type, although the whole of it is bytes.
    pub(super) fn item(&mut self, content: &resolved::Content, index: usize) -> Option<TypeRef> {
        let item = self.schema_type(content.item?, Origin::Item(index));
        let message = format!(
            "the items of `{}` are not read and written one by one",
            content.media_type
        );
        let place = content.place.child("itemSchema");
        self.report(
            Diagnostic::new(Code::UnsupportedMediaType, place, message)
                .label("they have a type; the body is the bytes of all of them"),
        );
        Some(item)
    }

    pub(super) fn payload(&mut self, content: &resolved::Content, origin: Origin) -> Payload {
        // A file is its bytes, whatever they are: no JSON text has it as a string.
        let is_file = content.schema.is_some_and(|schema| self.is_file(schema));
        if content.media_type.is_json() && !is_file {
            return Payload::Json(match content.schema {
                Some(schema) => self.schema_type(schema, origin),
                None => self.fresh(content.place.clone(), origin, crate::ir::Shape::Any),
            });
        }
        if content.media_type.is_xml()
            && !is_file
            && let Some(schema) = content.schema
        {
            let ty = self.schema_type(schema, origin);
            return self.xml_payload(schema, ty);
        }
        // What is not read yet, or read as a whole, has a type all the same, for whoever names the schema.
        let ty = content
            .schema
            .map(|schema| self.schema_type(schema, origin));
        if is_file || !content.media_type.is_text() {
            return Payload::Bytes;
        }
        match ty.filter(|ty| self.look(*ty) == Look::Value) {
            Some(ty) => Payload::Plain(ty),
            None => Payload::Text,
        }
    }
}

impl Translator<'_> {
    /// Whether a schema is of bytes that stand for themselves (OAS 3.0 §4.7.14.2).
    pub(super) fn is_file(&self, mut id: SchemaId) -> bool {
        // Aliases may go round in a circle.
        for _ in 0..8 {
            let schema = self.document.schema(id);
            match schema.all_of.as_slice() {
                [only] if schema.types.is_empty() => id = *only,
                _ => {
                    return schema.types == [JsonType::String]
                        && schema.format.as_deref() == Some("binary");
                }
            }
        }
        false
    }
}
