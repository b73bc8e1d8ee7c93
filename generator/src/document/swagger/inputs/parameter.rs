use indexmap::IndexMap;
use openapiv3::{
    CookieStyle, Header, HeaderStyle, Parameter, ParameterData, ParameterSchemaOrContent,
    PathStyle, QueryStyle, ReferenceOr,
};
use serde_json::Value;

use super::collection::Collection;
use super::input::Location;
use crate::document::extension;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::document::swagger::keyword;
use crate::terms::ParameterLocation;

/// Parameters that are neither body nor form (Swagger 2.0 §4.3.9), and headers (§4.3.16).
impl<'s> Reader<'s, '_> {
    /// One parameter; `None` of one that is a body or part of a form.
    pub(in crate::document) fn swagger_parameter(
        &mut self,
        node: &Node<'s>,
        path: Option<&str>,
    ) -> Option<Parameter> {
        let Location::Parameter(location) = self.input_location(node, path)? else {
            return None;
        };
        self.check_swagger_keywords(node, &keyword::PARAMETER);
        let collection = self.collection(node, location == ParameterLocation::Query);
        let mut data = self.swagger_parameter_data(node)?;
        let writing = collection.map(Collection::in_query);
        data.explode = match &writing {
            Some(writing) => Some(writing.explode),
            None => self.flag(node, "explode"),
        };
        Some(match location {
            // Swagger 2.0 has no word for a whole query.
            ParameterLocation::Query | ParameterLocation::QueryString => {
                let style = writing
                    .as_ref()
                    .map_or_else(|| QueryStyle::Form, |writing| writing.style.clone());
                data.extensions
                    .extend(writing.and_then(|writing| writing.extension));
                Parameter::Query {
                    parameter_data: data,
                    allow_reserved: self.flag(node, "allowReserved").unwrap_or_default(),
                    style,
                    allow_empty_value: self.flag(node, "allowEmptyValue"),
                }
            }
            ParameterLocation::Path => Parameter::Path {
                parameter_data: carrying(data, collection),
                style: PathStyle::Simple,
            },
            ParameterLocation::Header => Parameter::Header {
                parameter_data: carrying(data, collection),
                style: HeaderStyle::Simple,
            },
            ParameterLocation::Cookie => Parameter::Cookie {
                parameter_data: data,
                style: CookieStyle::Form,
            },
        })
    }

    fn swagger_parameter_data(&mut self, node: &Node<'s>) -> Option<ParameterData> {
        let name = self.required_text(node, "name", "a parameter")?;
        let pointer = self.united(&node.place).child("schema");
        let (schema, place) = self.input_schema(node);
        self.origins.record(pointer, place);
        Some(ParameterData {
            name,
            description: self.text(node, "description"),
            required: self.flag(node, "required").unwrap_or_default(),
            deprecated: self.flag(node, "deprecated"),
            format: ParameterSchemaOrContent::Schema(schema),
            example: node.field("example").map(|example| example.value.clone()),
            examples: self.examples(node),
            explode: None,
            extensions: self.extensions(node),
        })
    }

    /// The members under `headers` of a response.
    pub(in crate::document::swagger) fn swagger_headers(
        &mut self,
        pointer: &crate::source::Pointer,
        holder: &Node<'s>,
    ) -> IndexMap<String, ReferenceOr<Header>> {
        let mut headers = IndexMap::new();
        for (name, node) in self.map(holder, "headers") {
            if !self.is_object(name, &node) {
                continue;
            }
            let header = self.swagger_header(&pointer.child("headers").child(name), &node);
            headers.insert(name.to_owned(), ReferenceOr::Item(header));
        }
        headers
    }

    fn swagger_header(&mut self, pointer: &crate::source::Pointer, node: &Node<'s>) -> Header {
        self.check_swagger_keywords(node, &keyword::HEADER);
        let (schema, place) = self.input_schema(node);
        self.origins.record(pointer.child("schema"), place);
        let mut extensions = self.extensions(node);
        if let Some(collection) = self.collection(node, false) {
            extensions.insert(extension::EXPLODE.to_owned(), Value::Bool(false));
            extensions.extend(collection.elsewhere());
        }
        Header {
            description: self.text(node, "description"),
            style: HeaderStyle::Simple,
            required: self.flag(node, "required").unwrap_or_default(),
            deprecated: self.flag(node, "deprecated"),
            format: ParameterSchemaOrContent::Schema(schema),
            example: node.field("example").map(|example| example.value.clone()),
            examples: IndexMap::new(),
            extensions,
        }
    }
}

/// With the style that OpenAPI 3.0 has no word for.
fn carrying(mut data: ParameterData, collection: Option<Collection>) -> ParameterData {
    data.extensions
        .extend(collection.and_then(Collection::elsewhere));
    data
}
