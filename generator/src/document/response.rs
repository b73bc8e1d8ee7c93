use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody, Response, Responses, StatusCode};

use crate::diagnostic::Code;
use crate::source::Pointer;
use crate::terms::StatusPattern;

use super::kind::Kind;
use super::node::Node;
use super::reader::Reader;
use super::{encoding, extension, keyword};

/// Request bodies (OAS 3.1 §4.8.13), responses (§4.8.16, §4.8.17) and their content (§4.8.14).
impl<'s> Reader<'s, '_> {
    /// The member `requestBody` of an operation.
    pub(super) fn request_body_under(
        &mut self,
        holder: &Node<'s>,
    ) -> Option<ReferenceOr<RequestBody>> {
        let node = self.object(holder, "requestBody")?;
        let Some(reference) = node.peek("$ref") else {
            return Some(ReferenceOr::Item(self.request_body(&node)));
        };
        Some(match self.component(Kind::RequestBody, &node, reference) {
            Some(reference) => ReferenceOr::Reference { reference },
            None => ReferenceOr::Item(any_body()),
        })
    }

    /// One request body.
    pub(super) fn request_body(&mut self, node: &Node<'s>) -> RequestBody {
        self.check_keywords(node, &keyword::REQUEST_BODY);
        if !node.has("content") {
            self.missing(&node.place, "content", "a request body", "taken as no body");
        }
        RequestBody {
            description: self.text(node, "description"),
            content: self.content(node),
            required: self.flag(node, "required").unwrap_or_default(),
            extensions: self.extensions(node),
        }
    }

    /// The media types under `content`.
    pub(super) fn content(&mut self, holder: &Node<'s>) -> IndexMap<String, MediaType> {
        let mut content = IndexMap::new();
        for (name, node) in self.map(holder, "content") {
            if name.starts_with("x-") || !self.is_object(name, &node) {
                continue;
            }
            let written = node.place.clone();
            let media_type = self.follow(Kind::MediaType, &node);
            if let Some(node) = media_type.as_ref().filter(|node| node.place != written) {
                self.origins
                    .record(self.united(&written), node.place.clone());
            }
            let media_type = media_type.map(|node| self.media_type(name, &node));
            content.insert(name.to_owned(), media_type.unwrap_or_default());
        }
        content
    }

    fn media_type(&mut self, name: &str, node: &Node<'s>) -> MediaType {
        self.check_keywords(node, &encoding::MEDIA_TYPE);
        let mut extensions = self.extensions(node);
        if let Some(item) = node.field("itemSchema") {
            extensions.insert(extension::ITEM_SCHEMA.to_owned(), self.part(&item));
        }
        MediaType {
            schema: node.field("schema").map(|schema| self.schema(&schema)),
            example: node.field("example").map(|example| example.value.clone()),
            examples: self.examples(node),
            encoding: self.encodings(name, node),
            extensions,
        }
    }

    /// The member `responses` of an operation.
    pub(super) fn responses(&mut self, holder: &Node<'s>) -> Responses {
        self.responses_by(holder, |reader, key, node, _| {
            reader.response_or_reference(key, node)
        })
    }

    /// The member `responses` of an operation, each of them read by `read`, which is given its place in the united
    /// description too.
    pub(super) fn responses_by(
        &mut self,
        holder: &Node<'s>,
        read: impl Fn(&mut Self, &str, &Node<'s>, Pointer) -> ReferenceOr<Response>,
    ) -> Responses {
        let mut responses = Responses::default();
        let Some(node) = self.object(holder, "responses") else {
            if !holder.has("responses") {
                let taken = "taken as an operation of whose answers nothing is known";
                self.missing(&holder.place, "responses", "an operation", taken);
            }
            return responses;
        };
        for (key, node) in node.members() {
            if key.starts_with("x-") {
                continue;
            }
            let Some(status) = self.status(key, &node) else {
                continue;
            };
            let pointer = self.record_status(&node, status);
            let response = read(self, key, &node, pointer);
            match status {
                StatusPattern::Code(code) => {
                    _ = responses.responses.insert(StatusCode::Code(code), response)
                }
                StatusPattern::Range(class) => {
                    let class = StatusCode::Range(u16::from(class));
                    responses.responses.insert(class, response);
                }
                StatusPattern::Default => responses.default = Some(response),
            }
        }
        responses
    }

    /// The statuses that a key of `responses` means.
    fn status(&mut self, key: &str, node: &Node<'s>) -> Option<StatusPattern> {
        let status = StatusPattern::parse(key);
        if status.is_some() {
            return status;
        }
        let meant = meant_status(key);
        let taken = match meant {
            Some(meant) => format!("taken as `{meant}`"),
            None => "the response is left out".to_owned(),
        };
        let message =
            format!("`{key}` is no status code, no range such as `4XX`, and not `default`");
        self.say(Code::InvalidValue, &node.place, message, taken);
        meant
    }

    /// A status has one spelling in the united description, such as `4XX`, however it was written.
    fn record_status(&mut self, node: &Node<'s>, status: StatusPattern) -> Pointer {
        let written = self.united(&node.place);
        let holder = written.parent().unwrap_or_default();
        let pointer = holder.child(&status.to_string());
        if pointer != written {
            self.origins.record(pointer.clone(), node.place.clone());
        }
        pointer
    }

    fn response_or_reference(&mut self, key: &str, node: &Node<'s>) -> ReferenceOr<Response> {
        if !self.is_object(key, node) {
            return ReferenceOr::Item(Response::default());
        }
        let Some(reference) = node.peek("$ref") else {
            return ReferenceOr::Item(self.response(node));
        };
        match self.component(Kind::Response, node, reference) {
            Some(reference) => ReferenceOr::Reference { reference },
            None => ReferenceOr::Item(Response::default()),
        }
    }

    /// One response. That `description` is required serves no one, so it is not asked for.
    pub(super) fn response(&mut self, node: &Node<'s>) -> Response {
        self.check_keywords(node, &keyword::RESPONSE);
        let description = self
            .text(node, "description")
            .or_else(|| self.text(node, "summary"));
        Response {
            description: description.unwrap_or_default(),
            headers: self.headers(node),
            content: self.content(node),
            extensions: self.extensions(node),
            ..Response::default()
        }
    }
}

/// A body of which nothing is known.
fn any_body() -> RequestBody {
    let content = IndexMap::from([("application/json".to_owned(), MediaType::default())]);
    RequestBody {
        content,
        ..RequestBody::default()
    }
}

/// What a key that is no status plainly means: `Default`, `200-299`, `2**`, `200 OK`.
fn meant_status(key: &str) -> Option<StatusPattern> {
    let key = key.trim();
    if key.eq_ignore_ascii_case("default") {
        return Some(StatusPattern::Default);
    }
    if let Some((from, to)) = key.split_once('-')
        && let (Some(StatusPattern::Code(from)), Some(StatusPattern::Code(to))) = (
            StatusPattern::parse(from.trim()),
            StatusPattern::parse(to.trim()),
        )
    {
        let class = u8::try_from(from / 100).ok()?;
        return (from / 100 == to / 100).then_some(StatusPattern::Range(class));
    }
    if let Some(class) = key.strip_suffix("**") {
        return StatusPattern::parse(&format!("{class}XX"));
    }
    let (code, reason) = key.split_at_checked(3)?;
    (!reason.starts_with(|next: char| next.is_ascii_alphanumeric()))
        .then(|| StatusPattern::parse(code))
        .flatten()
}
