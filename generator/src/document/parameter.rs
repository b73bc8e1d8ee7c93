use indexmap::IndexMap;
use openapiv3::{
    CookieStyle, Example, Header, HeaderStyle, Parameter, ParameterData, ParameterSchemaOrContent,
    PathStyle, QueryStyle, ReferenceOr, Schema, SchemaKind,
};
use serde_json::Value;

use crate::diagnostic::Code;
use crate::terms::{ParameterLocation, ParameterStyle};

use super::kind::Kind;
use super::node::Node;
use super::reader::Reader;
use super::{extension, keyword};

/// Parameters (OAS 3.1 §4.8.12) and headers (§4.8.21).
impl<'s> Reader<'s, '_> {
    /// The list under `parameters`. What cannot be understood is left out, with a report.
    pub(super) fn parameters(&mut self, holder: &Node<'s>) -> Vec<ReferenceOr<Parameter>> {
        let mut parameters = Vec::new();
        for node in self.list(holder, "parameters") {
            if let Some(parameter) = self.parameter_or_reference(&node) {
                self.record_element(
                    &holder.place.child("parameters"),
                    parameters.len(),
                    &node.place,
                );
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// An element of `parameters`.
    pub(super) fn parameter_or_reference(
        &mut self,
        node: &Node<'s>,
    ) -> Option<ReferenceOr<Parameter>> {
        if !self.is_object("parameters", node) {
            return None;
        }
        if let Some(reference) = node.peek("$ref") {
            let reference = self.component(Kind::Parameter, node, reference)?;
            return Some(ReferenceOr::Reference { reference });
        }
        self.parameter(node).map(ReferenceOr::Item)
    }

    /// One parameter.
    pub(super) fn parameter(&mut self, node: &Node<'s>) -> Option<Parameter> {
        if self.is_swagger(&node.place) {
            return self.swagger_parameter(node, None);
        }
        self.check_keywords_of_value(node, &keyword::PARAMETER);
        let name = self.required_text(node, "name", "a parameter")?;
        let location = self.location(node)?;
        let parameter_data = ParameterData {
            name,
            description: self.text(node, "description"),
            required: self.flag(node, "required").unwrap_or_default(),
            deprecated: self.flag(node, "deprecated"),
            format: self.schema_or_content(node, "a parameter"),
            example: node.field("example").map(|example| example.value.clone()),
            examples: self.examples(node),
            explode: self.flag(node, "explode"),
            extensions: self.extensions(node),
        };
        Some(self.at_location(node, parameter_data, location))
    }

    /// The parameter, with the style that it has where it goes.
    fn at_location(
        &mut self,
        node: &Node<'s>,
        mut parameter_data: ParameterData,
        location: ParameterLocation,
    ) -> Parameter {
        let style = self.text(node, "style");
        let style = style.as_deref();
        let reserved = self.flag(node, "allowReserved").unwrap_or_default();
        if reserved && location != ParameterLocation::Query {
            let extensions = &mut parameter_data.extensions;
            extensions.insert(extension::ALLOW_RESERVED.to_owned(), Value::Bool(true));
        }
        match location {
            ParameterLocation::Path => Parameter::Path {
                parameter_data,
                style: self.path_style(node, style),
            },
            ParameterLocation::Query => Parameter::Query {
                parameter_data,
                allow_reserved: reserved,
                style: self.query_style(node, style),
                allow_empty_value: self.flag(node, "allowEmptyValue"),
            },
            ParameterLocation::QueryString => {
                let extensions = &mut parameter_data.extensions;
                extensions.insert(extension::QUERYSTRING.to_owned(), Value::Bool(true));
                Parameter::Query {
                    parameter_data,
                    allow_reserved: false,
                    style: QueryStyle::Form,
                    allow_empty_value: None,
                }
            }
            ParameterLocation::Header => {
                self.only_style(node, style, ParameterLocation::Header, "simple");
                Parameter::Header {
                    parameter_data,
                    style: HeaderStyle::Simple,
                }
            }
            ParameterLocation::Cookie => {
                if style == Some(ParameterStyle::Cookie.as_str()) {
                    let style = Value::from(ParameterStyle::Cookie.as_str());
                    let extensions = &mut parameter_data.extensions;
                    extensions.insert(extension::STYLE.to_owned(), style);
                } else {
                    self.only_style(node, style, ParameterLocation::Cookie, "form");
                }
                Parameter::Cookie {
                    parameter_data,
                    style: CookieStyle::Form,
                }
            }
        }
    }

    fn location(&mut self, node: &Node<'s>) -> Option<ParameterLocation> {
        let text = self.required_text(node, "in", "a parameter")?;
        let all = [
            ParameterLocation::Path,
            ParameterLocation::Query,
            ParameterLocation::QueryString,
            ParameterLocation::Header,
            ParameterLocation::Cookie,
        ];
        let location = all
            .into_iter()
            .find(|location| location.as_str().eq_ignore_ascii_case(&text));
        if location.is_none() {
            let message = format!(
                "a parameter cannot be in `{text}`; there are `path`, `query`, `querystring`, `header` and `cookie`"
            );
            self.say(
                Code::InvalidValue,
                &node.place.child("in"),
                message,
                "the parameter is left out",
            );
        }
        location
    }

    fn path_style(&mut self, node: &Node<'s>, style: Option<&str>) -> PathStyle {
        match style {
            None | Some("simple") => PathStyle::Simple,
            Some("label") => PathStyle::Label,
            Some("matrix") => PathStyle::Matrix,
            Some(other) => {
                self.wrong_style(node, other, ParameterLocation::Path);
                PathStyle::Simple
            }
        }
    }

    pub(super) fn query_style(&mut self, node: &Node<'s>, style: Option<&str>) -> QueryStyle {
        match style {
            None | Some("form") => QueryStyle::Form,
            Some("spaceDelimited") => QueryStyle::SpaceDelimited,
            Some("pipeDelimited") => QueryStyle::PipeDelimited,
            Some("deepObject") => QueryStyle::DeepObject,
            Some(other) => {
                self.wrong_style(node, other, ParameterLocation::Query);
                QueryStyle::Form
            }
        }
    }

    fn only_style(
        &mut self,
        node: &Node<'s>,
        style: Option<&str>,
        location: ParameterLocation,
        only: &str,
    ) {
        if let Some(style) = style.filter(|style| *style != only) {
            self.wrong_style(node, style, location);
        }
    }

    fn wrong_style(&mut self, node: &Node<'s>, style: &str, location: ParameterLocation) {
        let message = format!("`{style}` is no style of {} parameters", location.as_str());
        let taken = format!("taken as `{}`", location.default_style().as_str());
        self.say(
            Code::InvalidValue,
            &node.place.child("style"),
            message,
            taken,
        );
    }

    /// How the value is described: by `schema`, or by `content` with one media type.
    fn schema_or_content(&mut self, node: &Node<'s>, what: &str) -> ParameterSchemaOrContent {
        if let Some(schema) = node.field("schema") {
            return ParameterSchemaOrContent::Schema(self.schema(&schema));
        }
        if keyword::is_typed(node) {
            let taken = "taken as a schema of that type";
            self.missing(&node.place, "schema", what, taken);
            return ParameterSchemaOrContent::Schema(ReferenceOr::Item(self.bare_type(node)));
        }
        if !node.has("content") {
            self.missing(&node.place, "schema", what, "taken as text");
        }
        let mut content = self.content(node);
        if content.len() > 1 {
            let message = format!(
                "the `content` of {what} has one media type, and here are {}",
                content.len()
            );
            self.say(
                Code::InvalidValue,
                &node.place.child("content"),
                message,
                "the first is taken",
            );
            content.truncate(1);
        }
        match content.is_empty() {
            true => ParameterSchemaOrContent::Schema(ReferenceOr::Item(text_schema())),
            false => ParameterSchemaOrContent::Content(content),
        }
    }

    /// The members under `headers`.
    pub(super) fn headers(&mut self, holder: &Node<'s>) -> IndexMap<String, ReferenceOr<Header>> {
        let mut headers = IndexMap::new();
        for (name, node) in self.map(holder, "headers") {
            if let Some(header) = self.header_or_reference(name, &node) {
                headers.insert(name.to_owned(), header);
            }
        }
        headers
    }

    fn header_or_reference(&mut self, name: &str, node: &Node<'s>) -> Option<ReferenceOr<Header>> {
        if !self.is_object(name, node) {
            return None;
        }
        if let Some(reference) = node.peek("$ref") {
            let reference = self.component(Kind::Header, node, reference)?;
            return Some(ReferenceOr::Reference { reference });
        }
        Some(ReferenceOr::Item(self.header(node)))
    }

    /// One header.
    pub(super) fn header(&mut self, node: &Node<'s>) -> Header {
        self.check_keywords_of_value(node, &keyword::HEADER);
        let style = self.text(node, "style");
        self.only_style(node, style.as_deref(), ParameterLocation::Header, "simple");
        let mut extensions = self.extensions(node);
        if let Some(explode) = self.flag(node, "explode") {
            extensions.insert(extension::EXPLODE.to_owned(), Value::Bool(explode));
        }
        Header {
            description: self.text(node, "description"),
            style: HeaderStyle::Simple,
            required: self.flag(node, "required").unwrap_or_default(),
            deprecated: self.flag(node, "deprecated"),
            format: self.schema_or_content(node, "a header"),
            example: node.field("example").map(|example| example.value.clone()),
            examples: self.examples(node),
            extensions,
        }
    }

    /// The members under `examples`; those that are references are followed, since an example has no identity.
    pub(super) fn examples(&mut self, holder: &Node<'s>) -> IndexMap<String, ReferenceOr<Example>> {
        let mut examples = IndexMap::new();
        for (name, node) in self.map(holder, "examples") {
            if let Some(node) = self.follow(Kind::Example, &node) {
                examples.insert(name.to_owned(), ReferenceOr::Item(self.example(&node)));
            }
        }
        examples
    }

    /// One example.
    pub(super) fn example(&mut self, node: &Node<'s>) -> Example {
        let value = node.field("value").or_else(|| node.field("dataValue"));
        Example {
            value: value.map(|value| value.value.clone()),
            ..Example::default()
        }
    }
}

/// What a value is of which only the name is known: text.
fn text_schema() -> Schema {
    let any = openapiv3::AnySchema {
        typ: Some("string".to_owned()),
        ..openapiv3::AnySchema::default()
    };
    Schema {
        schema_data: openapiv3::SchemaData::default(),
        schema_kind: SchemaKind::Any(any),
    }
}
