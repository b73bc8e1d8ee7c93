use indexmap::IndexMap;
use openapiv3::{AnySchema, Encoding, ReferenceOr, RequestBody, Schema, SchemaData, SchemaKind};

use super::collection::{Collection, Writing};
use super::input::Input;
use super::items::boxed;
use crate::diagnostic::Code;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::swagger::keyword;
use crate::document::swagger::media_types::{MediaTypes, Said};
use crate::source::{Place, Pointer};
use crate::terms;

/// Forms, which are parameters in `formData` (Swagger 2.0 §4.3.9).
const URL_ENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// What the fields of a form become.
#[derive(Default)]
struct Fields {
    properties: IndexMap<String, ReferenceOr<Box<Schema>>>,
    places: Vec<(String, Place)>,
    required: Vec<String>,
    encoding: IndexMap<String, Encoding>,
}

impl<'s> Reader<'s, '_> {
    /// The form that the fields make together; none without fields.
    pub(in crate::document::swagger) fn form(
        &mut self,
        pointer: &Pointer,
        inputs: &[Input<'s>],
        consumes: &MediaTypes,
        has_body: bool,
    ) -> Option<RequestBody> {
        let first = inputs.first()?;
        if has_body {
            self.report_body_and_form(first);
        }
        let list = list_place(&first.written);
        let has_file = inputs.iter().any(|input| self.is_file_field(&input.node));
        let chosen = self.form_types(consumes, has_file, has_body, &list);
        let fields = self.fields(inputs);
        let required = !fields.required.is_empty();
        let content = self.form_content(pointer, &list, &chosen, fields);
        if !has_body {
            self.origins.record(pointer.clone(), list);
        }
        Some(RequestBody {
            content,
            required,
            ..RequestBody::default()
        })
    }

    fn is_file_field(&self, node: &Node<'s>) -> bool {
        self.is_file(node)
            || node
                .field("items")
                .is_some_and(|items| self.is_file(&items))
    }

    /// The media types that a form is sent as: those of `consumes` that are forms. A file needs parts.
    fn form_types(
        &mut self,
        consumes: &MediaTypes,
        has_file: bool,
        has_body: bool,
        list: &Place,
    ) -> Vec<Said> {
        let usual = if has_file { MULTIPART } else { URL_ENCODED };
        let (forms, others): (Vec<Said>, Vec<Said>) = consumes
            .said
            .iter()
            .cloned()
            .partition(|said| is_form(&said.media_type));
        let has_parts = forms.iter().any(|said| is_multipart(&said.media_type));
        if forms.is_empty() || (has_file && !has_parts) {
            if has_body || !consumes.said.iter().any(|said| said.media_type != "*/*") {
                let none = MediaTypes {
                    said: Vec::new(),
                    ..consumes.clone()
                };
                return self.chosen(&none, usual, list);
            }
            self.report_not_form(&consumes.said, &format!("sent as `{usual}`"));
            let place = consumes.said.first().map_or(list, |said| &said.place);
            return vec![Said {
                media_type: usual.to_owned(),
                place: place.clone(),
            }];
        }
        if consumes.is_own && !has_body {
            self.report_not_form(&others, "left out");
        }
        forms
    }

    fn report_not_form(&mut self, said: &[Said], label: &str) {
        for Said { media_type, place } in said {
            let message = match is_form(media_type) {
                true => format!("a form with a file cannot be sent as `{media_type}`"),
                false => format!("form parameters cannot be sent as `{media_type}`"),
            };
            self.say(Code::InvalidValue, place, message, label);
        }
    }

    fn fields(&mut self, inputs: &[Input<'s>]) -> Fields {
        let mut fields = Fields::default();
        for Input { node, .. } in inputs {
            self.check_swagger_keywords(node, &keyword::PARAMETER);
            let Some(name) = self.required_text(node, "name", "a parameter") else {
                continue;
            };
            let (schema, place) = self.input_schema(node);
            fields.properties.insert(name.clone(), boxed(schema));
            fields.places.push((name.clone(), place));
            if self.flag(node, "required").unwrap_or_default() {
                fields.required.push(name.clone());
            }
            if let Some(collection) = self.collection(node, true) {
                fields.encoding.insert(name, encoding(collection));
            }
        }
        fields
    }

    fn form_content(
        &mut self,
        pointer: &Pointer,
        list: &Place,
        chosen: &[Said],
        fields: Fields,
    ) -> IndexMap<String, openapiv3::MediaType> {
        let any = AnySchema {
            typ: Some("object".to_owned()),
            properties: fields.properties,
            required: fields.required,
            ..AnySchema::default()
        };
        let schema = Schema {
            schema_data: SchemaData::default(),
            schema_kind: SchemaKind::Any(any),
        };
        let pointer = pointer.child("content");
        let written = (ReferenceOr::Item(schema), list.clone());
        let mut content = self.content_of(&pointer, chosen, Some(&written));
        for (media_type, body) in &mut content {
            body.encoding.clone_from(&fields.encoding);
            let properties = pointer
                .child(media_type)
                .child("schema")
                .child("properties");
            for (name, place) in &fields.places {
                self.origins.record(properties.child(name), place.clone());
            }
        }
        content
    }
}

/// How the items of a field are written, which a form says beside the schema.
fn encoding(collection: Collection) -> Encoding {
    let Writing {
        style,
        explode,
        extension,
    } = collection.in_query();
    let mut encoding = Encoding {
        style: Some(style),
        explode,
        ..Encoding::default()
    };
    encoding.extensions.extend(extension);
    encoding
}

/// The list that an element of it stands in.
fn list_place(element: &Node<'_>) -> Place {
    let pointer = element.place.pointer.parent().unwrap_or_default();
    Place::new(element.place.file, pointer)
}

fn is_form(media_type: &str) -> bool {
    is_multipart(media_type) || terms::MediaType::new(media_type).essence() == URL_ENCODED
}

fn is_multipart(media_type: &str) -> bool {
    terms::MediaType::new(media_type)
        .essence()
        .starts_with("multipart/")
}
