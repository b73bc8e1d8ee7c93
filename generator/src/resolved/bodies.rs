use indexmap::IndexMap;
use openapiv3::{ReferenceOr, StatusCode};
use serde_json::Value;

use super::at::At;
use super::event_data::sentinel;
use super::parameters::carried_style;
use super::resolver::Resolver;
use super::{Content, Header, RequestBody, Response, Stream};
use crate::diagnostic::Code;
use crate::document::extension;
use crate::terms::{Framing, MediaType, ParameterLocation, StatusPattern};

/// Request bodies and responses.
impl<'d> Resolver<'d, '_> {
    pub(super) fn request_body(
        &mut self,
        body: &'d ReferenceOr<openapiv3::RequestBody>,
        at: &At,
    ) -> Option<RequestBody> {
        let at = self.child(at, "requestBody");
        let (body, at) = self.follow(&self.components.request_bodies, "requestBodies", body, at)?;
        let content = self.content(&body.content, &at);
        if content.is_empty() {
            return None;
        }
        let description = body.description.clone();
        Some(RequestBody {
            place: at.place,
            description,
            required: body.required,
            content,
        })
    }

    /// The responses of an operation, exact statuses first, then ranges, then `default`.
    pub(super) fn responses(
        &mut self,
        responses: &'d openapiv3::Responses,
        at: &At,
    ) -> Vec<Response> {
        let at = self.child(at, "responses");
        let mut resolved = Vec::new();
        for (status, response) in &responses.responses {
            resolved.extend(self.response(pattern(status), response, &at));
        }
        if let Some(response) = &responses.default {
            resolved.extend(self.response(Some(StatusPattern::Default), response, &at));
        }
        resolved.sort_by_key(|response| response.status);
        resolved
    }

    fn response(
        &mut self,
        status: Option<StatusPattern>,
        response: &'d ReferenceOr<openapiv3::Response>,
        at: &At,
    ) -> Option<Response> {
        let status = status?;
        let at = self.child(at, &status.to_string());
        let (response, at) = self.follow(&self.components.responses, "responses", response, at)?;
        Some(Response {
            status,
            description: response.description.clone(),
            headers: self.headers(&response.headers, &at),
            content: self.content(&response.content, &at),
            place: at.place,
        })
    }

    pub(super) fn headers(
        &mut self,
        headers: &'d IndexMap<String, ReferenceOr<openapiv3::Header>>,
        at: &At,
    ) -> Vec<Header> {
        let at = self.child(at, "headers");
        let mut resolved = Vec::new();
        for (name, header) in headers {
            let at = self.child(&at, name);
            if name.eq_ignore_ascii_case("content-type") {
                let message = format!("the header `{name}` is what `content` says");
                self.say(
                    Code::IgnoredHeader,
                    &at.place,
                    message,
                    "ignored, as the standard asks for",
                );
                continue;
            }
            resolved.extend(self.header(name, header, at));
        }
        resolved
    }

    fn header(
        &mut self,
        name: &str,
        header: &'d ReferenceOr<openapiv3::Header>,
        at: At,
    ) -> Option<Header> {
        let (header, at) = self.follow(&self.components.headers, "headers", header, at)?;
        let explode = header
            .extensions
            .get(extension::EXPLODE)
            .and_then(Value::as_bool);
        let style = carried_style(&header.extensions)
            .unwrap_or_else(|| ParameterLocation::Header.default_style());
        let (schema, serialization) = self.format(&header.format, style, explode, false, &at);
        Some(Header {
            name: name.to_owned(),
            description: header.description.clone(),
            required: header.required,
            schema,
            serialization,
            place: at.place,
        })
    }

    /// The media types of a body, in their order.
    pub(super) fn content(
        &mut self,
        content: &'d IndexMap<String, openapiv3::MediaType>,
        at: &At,
    ) -> Vec<Content> {
        let at = self.child(at, "content");
        let mut resolved = Vec::new();
        for (name, media_type) in content {
            let at = self.child(&at, name);
            let mut encoding = self.encodings(&media_type.encoding, &at);
            resolved.push(Content {
                media_type: MediaType::new(name.as_str()),
                schema: media_type
                    .schema
                    .as_ref()
                    .map(|schema| self.schema(schema, &self.child(&at, "schema"))),
                item: media_type
                    .extensions
                    .get(extension::ITEM_SCHEMA)
                    .map(|part| self.part(part, &at)),
                stream: Framing::of(&MediaType::new(name.as_str())).map(|framing| {
                    let ends = sentinel(&media_type.extensions).into_iter().collect();
                    Stream::of(framing, ends)
                }),
                item_encoding: encoding.shift_remove(extension::ITEMS_ENCODING),
                encoding,
                example: example(media_type.example.as_ref(), &media_type.examples),
                place: at.place,
            });
        }
        resolved
    }
}

/// The one example, or the first of several.
pub(super) fn example(
    one: Option<&Value>,
    several: &IndexMap<String, ReferenceOr<openapiv3::Example>>,
) -> Option<Value> {
    let mut several = several
        .values()
        .filter_map(ReferenceOr::as_item)
        .filter_map(|example| example.value.as_ref());
    one.or_else(|| several.next()).cloned()
}

fn pattern(status: &StatusCode) -> Option<StatusPattern> {
    match status {
        StatusCode::Code(code) => Some(StatusPattern::Code(*code)),
        StatusCode::Range(class) => u8::try_from(*class).ok().map(StatusPattern::Range),
    }
}
