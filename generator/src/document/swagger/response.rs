use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Response};

use super::inputs::Written;
use super::keyword;
use super::media_types::{MediaTypes, Said};
use crate::diagnostic::Code;
use crate::document::bundle::Entry;
use crate::document::kind::Kind;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::source::{Place, Pointer};
use crate::terms;

/// Responses (Swagger 2.0 §4.3.12). What they hold depends on what the operation produces, so that one that is shared
/// is read again in the light of each.
impl<'s> Reader<'s, '_> {
    /// The response under `key`, which will stand at `pointer`, or the one that it refers to.
    pub(super) fn swagger_response(
        &mut self,
        key: &str,
        written: &Node<'s>,
        pointer: Pointer,
        produces: &MediaTypes,
    ) -> ReferenceOr<Response> {
        if !self.is_object(key, written) {
            return ReferenceOr::Item(Response::default());
        }
        let Some(node) = self.follow(Kind::Response, written) else {
            return ReferenceOr::Item(Response::default());
        };
        self.origins.record(pointer.clone(), node.place.clone());
        let entry = self.bundle.entry(Kind::Response, &node.place);
        if written.has("$ref") && entry == Entry::OtherKind(Kind::Schema) {
            return ReferenceOr::Item(self.schema_as_response(&pointer, written, produces));
        }
        let content = match node.has("content") && !node.has("schema") {
            true => {
                self.check_swagger_keywords(&node, &keyword::RESPONSE);
                self.within(pointer.clone(), &node.place, |reader| reader.content(&node))
            }
            false => {
                let pointer = pointer.child("content");
                self.response_content(&pointer, &node, produces, key.starts_with('2'))
            }
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
        is_success: bool,
    ) -> IndexMap<String, MediaType> {
        let examples = self.map(node, "examples");
        let shown = shown(&examples);
        let has_schema = node.has("schema") || is_typed(node);
        let is_shown = produces.said.is_empty() && !shown.is_empty();
        let chosen = match has_schema && !is_shown {
            true if is_success || !self.is_structured(node) => {
                let (usual, any) = self.usual(node);
                self.chosen_or_any(produces, usual, any, &node.place)
            }
            true => self.chosen_of_failure(produces, &shown, &node.place),
            false => shown,
        };
        let schema = self.response_schema(pointer, &chosen, node);
        let mut content = self.content_of(pointer, &chosen, schema.as_ref());
        self.put_examples(&mut content, examples);
        content
    }

    /// The media types of an answer with parts that tells of a failure. What an operation produces is often said of its
    /// successes only: a file, but an object where there is none.
    fn chosen_of_failure(
        &mut self,
        produces: &MediaTypes,
        shown: &[Said],
        place: &Place,
    ) -> Vec<Said> {
        let usual = "application/json";
        let is_shown = |said: &Said| {
            shown
                .iter()
                .any(|other| other.media_type == said.media_type)
        };
        if !shown.is_empty() && !produces.said.iter().any(is_shown) {
            return shown.to_vec();
        }
        let has_no_parts = |said: &Said| has_no_parts(&said.media_type);
        match produces.said.first() {
            Some(first) if produces.said.iter().all(has_no_parts) => {
                let message = format!("`{}` holds neither objects nor arrays", first.media_type);
                self.say_assumed(&first.place, &message, usual);
                let media_type = usual.to_owned();
                let place = place.clone();
                vec![Said { media_type, place }]
            }
            Some(_) | None => self.chosen(produces, usual, place),
        }
    }

    /// The media type of what a response holds where nothing says one, and where `*/*` does: a server that sends
    /// whatever it has sends a text as it is.
    fn usual(&self, node: &Node<'s>) -> (&'static str, &'static str) {
        let schema = node.field("schema").unwrap_or_else(|| node.clone());
        if self.is_file(&schema) {
            return ("*/*", "*/*");
        }
        let any = match self.end(&schema).peek("type") {
            Some("string") => "text/plain",
            Some(_) | None => "application/json",
        };
        ("application/json", any)
    }

    /// Whether a response holds an object or an array.
    fn is_structured(&self, node: &Node<'s>) -> bool {
        let schema = node.field("schema").unwrap_or_else(|| node.clone());
        let end = self.end(&schema);
        let parts = ["properties", "additionalProperties", "allOf", "items"];
        match end.peek("type") {
            Some(name) => ["object", "array"].contains(&name),
            None => parts.iter().any(|keyword| end.has(keyword)),
        }
    }

    /// What a response holds. Some write its type as parameters have theirs.
    fn response_schema(
        &mut self,
        content: &Pointer,
        chosen: &[Said],
        node: &Node<'s>,
    ) -> Option<Written> {
        if !is_typed(node) {
            self.check_swagger_keywords(node, &keyword::RESPONSE);
            let schema = node.field("schema")?;
            return Some((self.schema_below(content, chosen, &schema), schema.place));
        }
        let taken = "its own type is taken";
        self.missing(&node.place, "schema", "a response with a type", taken);
        self.check_swagger_keywords_besides(node, &keyword::RESPONSE, &keyword::ITEMS);
        let schema = ReferenceOr::Item(self.items_type(node));
        Some((schema, node.place.clone()))
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
                Some((_, body)) => body.example = Some(node.value.clone()),
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

/// Whether bodies of a media type are texts or bytes, as far as that is known of all of its kind.
fn has_no_parts(name: &str) -> bool {
    let media_type = terms::MediaType::new(name);
    let essence = media_type.essence();
    let kind = essence.split('/').next().unwrap_or_default();
    let files = [
        "application/octet-stream",
        "application/pdf",
        "application/zip",
        "application/gzip",
    ];
    media_type.is_text()
        || ["image", "audio", "video", "font"].contains(&kind)
        || files.contains(&essence.as_str())
}

/// Whether a response says its type itself, and not in a schema.
fn is_typed(node: &Node<'_>) -> bool {
    node.has("type") && !node.has("schema")
}
