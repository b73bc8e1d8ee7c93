use indexmap::IndexMap;
use openapiv3::{ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr};
use serde_json::Value;

use super::at::At;
use super::bodies::example;
use super::path_template::{Declared, Plain, names};
use super::resolver::Resolver;
use super::{Parameter, SchemaId, Serialization};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::extension;
use crate::terms::{MediaType, ParameterLocation, ParameterStyle};

/// What tells parameters apart (OAS 3.1 §4.8.12). Field names have no case (RFC 9110 §5.1).
type Key = (ParameterLocation, String);

/// What a parameter is apart from its data.
struct Form {
    location: ParameterLocation,
    style: ParameterStyle,
    allow_reserved: bool,
    allow_empty: bool,
}

/// Parameters of operations.
impl<'d> Resolver<'d, '_> {
    /// The path of an operation in the words of the standard.
    pub(super) fn plain_path(
        &mut self,
        path: &str,
        (item, item_at): (&'d openapiv3::PathItem, &At),
        (operation, at): (&'d openapiv3::Operation, &At),
    ) -> Plain {
        let mut declared = Declared::default();
        let own = operation.parameters.iter().map(|parameter| (parameter, at));
        let shared = item.parameters.iter().map(|parameter| (parameter, item_at));
        for (parameter, at) in own.chain(shared) {
            let list = &self.components.parameters;
            let followed = self.follow(list, "parameters", parameter, at.clone());
            let Some((parameter, _)) = followed else {
                continue;
            };
            let data = parameter.parameter_data_ref();
            match form(parameter).location {
                ParameterLocation::Path => declared.path.push(&data.name),
                ParameterLocation::Query => declared.query.push((&data.name, data.required)),
                ParameterLocation::QueryString
                | ParameterLocation::Header
                | ParameterLocation::Cookie => {}
            }
        }
        let plain = Plain::of(path, &declared);
        for (written, taken) in &plain.changed {
            let message = format!("`{written}` in the path `{path}` is no name in braces");
            self.say(Code::OddPath, &item_at.place, message, taken.clone());
        }
        plain
    }

    /// The operation's own parameters, then those of the path item that it does not replace, then those that only the
    /// path names.
    pub(super) fn parameters(
        &mut self,
        plain: &Plain,
        (item, item_at): (&'d openapiv3::PathItem, &At),
        (operation, at): (&'d openapiv3::Operation, &At),
    ) -> Vec<Parameter> {
        let path = plain.template.as_str();
        let mut parameters = self.declared(&operation.parameters, at, path);
        for (key, parameter) in self.declared(&item.parameters, item_at, path) {
            parameters.entry(key).or_insert(parameter);
        }
        let in_path = names(path)
            .into_iter()
            .map(|name| (ParameterLocation::Path, name));
        let in_query = plain.undeclared.iter();
        let in_query = in_query.map(|name| (ParameterLocation::Query, name.as_str()));
        for (location, name) in in_path.chain(in_query) {
            let key = (location, name.to_owned());
            if !parameters.contains_key(&key) {
                let undeclared = self.undeclared(name, location, path, item_at);
                parameters.insert(key, undeclared);
            }
        }
        let parameters: Vec<Parameter> = parameters.into_values().collect();
        self.report_several_queries(&parameters);
        parameters
    }

    /// A whole query leaves room for no other parameter of the query (OAS 3.2 §4.12.1).
    fn report_several_queries(&mut self, parameters: &[Parameter]) {
        let mut whole = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterLocation::QueryString);
        let Some(first) = whole.next() else {
            return;
        };
        let beside = parameters
            .iter()
            .filter(|parameter| parameter.location == ParameterLocation::Query);
        for other in whole.chain(beside) {
            let name = &other.name;
            let message = format!("`{name}` stands beside a parameter that is the whole query");
            let diagnostic = Diagnostic::new(Code::InvalidValue, other.place.clone(), message);
            let diagnostic = diagnostic.label("both are sent, joined by `&`");
            let first = first.place.clone();
            self.cx
                .report(diagnostic.related(first, "the whole query is this"));
        }
    }

    /// One list of parameters, each once.
    fn declared(
        &mut self,
        list: &'d [ReferenceOr<openapiv3::Parameter>],
        at: &At,
        path: &str,
    ) -> IndexMap<Key, Parameter> {
        let at = self.child(at, "parameters");
        let mut declared: IndexMap<Key, Parameter> = IndexMap::new();
        for (index, parameter) in list.iter().enumerate() {
            let used_at = self.index(&at, index);
            let Some(parameter) = self.parameter(parameter, used_at.clone(), path) else {
                continue;
            };
            let key = key(&parameter);
            if let Some(first) = declared.get(&key) {
                let (name, location) = (&parameter.name, parameter.location.as_str());
                let message = format!("the {location} parameter `{name}` is declared twice");
                let diagnostic = Diagnostic::new(Code::DuplicateParameter, used_at.place, message);
                let first = first.place.clone();
                self.cx.report(
                    diagnostic
                        .label("ignored")
                        .related(first, "declared here first"),
                );
                continue;
            }
            declared.insert(key, parameter);
        }
        declared
    }

    fn parameter(
        &mut self,
        parameter: &'d ReferenceOr<openapiv3::Parameter>,
        at: At,
        path: &str,
    ) -> Option<Parameter> {
        let used = at.place.clone();
        let (parameter, at) =
            self.follow(&self.components.parameters, "parameters", parameter, at)?;
        let data = parameter.parameter_data_ref();
        let form = form(parameter);
        match form.location {
            ParameterLocation::Path if !names(path).contains(&data.name.as_str()) => {
                let message = format!(
                    "the path parameter `{}` is not in the path `{path}`",
                    data.name
                );
                self.say(Code::UnusedPathParameter, &used, message, "left out");
                return None;
            }
            ParameterLocation::Path if !data.required => {
                let message = format!(
                    "the path parameter `{}` is not marked `required: true`",
                    data.name
                );
                self.say(
                    Code::OptionalPathParameter,
                    &at.place,
                    message,
                    "taken as required",
                );
            }
            ParameterLocation::Header if is_decided_elsewhere(&data.name) => {
                let message = format!(
                    "the header `{}` is decided by media types and security schemes",
                    data.name
                );
                self.say(
                    Code::IgnoredHeader,
                    &at.place,
                    message,
                    "ignored, as the standard asks for",
                );
                return None;
            }
            ParameterLocation::Path
            | ParameterLocation::Query
            | ParameterLocation::QueryString
            | ParameterLocation::Header
            | ParameterLocation::Cookie => {}
        }
        Some(self.resolved(data, &form, at))
    }

    fn resolved(&mut self, data: &'d ParameterData, form: &Form, at: At) -> Parameter {
        let (schema, serialization) = self.format(
            &data.format,
            form.style,
            data.explode,
            form.allow_reserved,
            &at,
        );
        Parameter {
            name: data.name.clone(),
            location: form.location,
            required: data.required || form.location == ParameterLocation::Path,
            allow_empty: form.allow_empty,
            deprecated: data.deprecated.unwrap_or_default(),
            description: data.description.clone(),
            schema,
            serialization,
            example: example(data.example.as_ref(), &data.examples),
            place: at.place,
        }
    }

    /// What the value of a parameter or a header is, and how it is written.
    pub(super) fn format(
        &mut self,
        format: &'d ParameterSchemaOrContent,
        style: ParameterStyle,
        explode: Option<bool>,
        allow_reserved: bool,
        at: &At,
    ) -> (SchemaId, Serialization) {
        match format {
            ParameterSchemaOrContent::Schema(schema) => {
                let schema = self.schema(schema, &self.child(at, "schema"));
                let explode = explode.unwrap_or_else(|| style.default_explode());
                (
                    schema,
                    Serialization::Style {
                        style,
                        explode,
                        allow_reserved,
                    },
                )
            }
            ParameterSchemaOrContent::Content(content) => {
                let first = self.content(content, at).into_iter().next();
                let media_type = first.as_ref().map(|content| content.media_type.clone());
                let media_type = media_type.unwrap_or_else(|| MediaType::new("text/plain"));
                let schema = first.and_then(|content| content.schema);
                let schema = schema.unwrap_or_else(|| self.text_schema(at.place.clone()));
                (schema, Serialization::Content(media_type))
            }
        }
    }

    /// A parameter that only the path names.
    fn undeclared(
        &mut self,
        name: &str,
        location: ParameterLocation,
        path: &str,
        at: &At,
    ) -> Parameter {
        let required = location == ParameterLocation::Path;
        let word = if required {
            "a required"
        } else {
            "an optional"
        };
        let message = format!("`{{{name}}}` is in the path `{path}` but no parameter declares it");
        let diagnostic = Diagnostic::new(Code::UndeclaredPathParameter, at.place.clone(), message);
        let diagnostic = diagnostic.label(format!("taken as {word} string"));
        let place = location.as_str();
        self.cx.report(diagnostic.help(format!(
            "declare it: `{{name: {name}, in: {place}, required: {required}, schema: …}}`"
        )));
        let style = location.default_style();
        Parameter {
            place: at.place.clone(),
            name: name.to_owned(),
            location,
            required,
            allow_empty: false,
            deprecated: false,
            description: None,
            schema: self.text_schema(at.place.clone()),
            serialization: Serialization::Style {
                style,
                explode: style.default_explode(),
                allow_reserved: false,
            },
            example: None,
        }
    }
}

fn key(parameter: &Parameter) -> Key {
    let name = match parameter.location {
        ParameterLocation::Header => parameter.name.to_ascii_lowercase(),
        ParameterLocation::Path
        | ParameterLocation::Query
        | ParameterLocation::QueryString
        | ParameterLocation::Cookie => parameter.name.clone(),
    };
    (parameter.location, name)
}

/// Header parameters that the standard says to ignore (OAS 3.1 §4.8.12.2.1).
fn is_decided_elsewhere(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|decided| name.eq_ignore_ascii_case(decided))
}

/// The style that OpenAPI 3.0 has no word for where it stands.
pub(super) fn carried_style(extensions: &IndexMap<String, Value>) -> Option<ParameterStyle> {
    match extensions.get(extension::STYLE)?.as_str()? {
        "spaceDelimited" => Some(ParameterStyle::SpaceDelimited),
        "pipeDelimited" => Some(ParameterStyle::PipeDelimited),
        "tabDelimited" => Some(ParameterStyle::TabDelimited),
        "cookie" => Some(ParameterStyle::Cookie),
        _ => None,
    }
}

fn form(parameter: &openapiv3::Parameter) -> Form {
    use openapiv3::Parameter as Written;
    let extensions = &parameter.parameter_data_ref().extensions;
    let (location, style) = match parameter {
        Written::Path { style, .. } => (ParameterLocation::Path, path_style(style)),
        Written::Query { parameter_data, .. } if is_whole_query(parameter_data) => (
            ParameterLocation::QueryString,
            ParameterLocation::QueryString.default_style(),
        ),
        Written::Query { style, .. } => (ParameterLocation::Query, query_style(style)),
        Written::Header { .. } => (
            ParameterLocation::Header,
            ParameterLocation::Header.default_style(),
        ),
        Written::Cookie { .. } => (
            ParameterLocation::Cookie,
            ParameterLocation::Cookie.default_style(),
        ),
    };
    let (allow_reserved, allow_empty) = match parameter {
        Written::Query {
            allow_reserved,
            allow_empty_value,
            ..
        } => (*allow_reserved, allow_empty_value.unwrap_or_default()),
        Written::Path { .. } | Written::Header { .. } | Written::Cookie { .. } => {
            (extensions.contains_key(extension::ALLOW_RESERVED), false)
        }
    };
    Form {
        location,
        style: carried_style(extensions).unwrap_or(style),
        allow_reserved,
        allow_empty,
    }
}

/// Whether a parameter is the whole query, for which OpenAPI 3.0 has no word.
fn is_whole_query(data: &ParameterData) -> bool {
    data.extensions.contains_key(extension::QUERYSTRING)
}

fn path_style(style: &PathStyle) -> ParameterStyle {
    match style {
        PathStyle::Matrix => ParameterStyle::Matrix,
        PathStyle::Label => ParameterStyle::Label,
        PathStyle::Simple => ParameterStyle::Simple,
    }
}

pub(super) fn query_style(style: &QueryStyle) -> ParameterStyle {
    match style {
        QueryStyle::Form => ParameterStyle::Form,
        QueryStyle::SpaceDelimited => ParameterStyle::SpaceDelimited,
        QueryStyle::PipeDelimited => ParameterStyle::PipeDelimited,
        QueryStyle::DeepObject => ParameterStyle::DeepObject,
    }
}
