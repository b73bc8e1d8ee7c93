use std::borrow::Cow;

use super::{Xml, XmlError, value, write};
use crate::answer::{Answer, Response};
use crate::call::Call;
use crate::error::{BodyError, OperationError, RequestFailure};
use crate::json::{self, Decode, Encode};

impl Call {
    /// A body of XML, without read-only members; an absent value is no body.
    pub fn xml(&mut self, content_type: &str, place: &Xml, body: &dyn Encode) {
        if body.is_absent() {
            self.no_body();
            return;
        }
        let json = json::to_request_json(body)
            .map_err(|error| RequestFailure::new("the body cannot be written").with_source(error));
        let text = json.and_then(|json| {
            write::to_text(&json, place).map_err(|error| {
                RequestFailure::new("the body cannot be written as XML").with_source(error)
            })
        });
        match text {
            Ok(text) => self.text(content_type, text),
            Err(failure) => self.fail(failure),
        }
    }
}

impl Answer {
    /// The body of a success, decoded from XML.
    ///
    /// Elements that the description does not know are kept as unknown fields under their names, attributes under theirs
    /// behind `@`, and text beside elements as `#text`; so they are sent back.
    ///
    /// # Errors
    /// `Decode`, when the body states another media type or is not what was expected.
    pub fn xml<T: Decode, E>(self, place: &Xml) -> Result<Response<T>, OperationError<E>> {
        match self.xml_body(place) {
            Ok(body) => Ok(self.into_response(body)),
            Err(error) => Err(self.undecodable(error).into()),
        }
    }

    /// Decodes the body from XML. A missing `Content-Type` is taken as XML.
    ///
    /// # Errors
    /// When the body states another media type or is not what was expected.
    pub fn xml_body<T: Decode>(&self, place: &Xml) -> Result<T, BodyError> {
        let stated = self.content_type();
        let essence = stated.as_ref().map_or("", |stated| stated.essence());
        if !essence.is_empty() && !is_xml(essence) {
            return Err(BodyError::content_type("XML", essence));
        }
        let charset = stated.as_ref().and_then(|stated| stated.charset());
        let text = self.text_in(charset.or_else(|| declared(self.body())))?;
        if text.trim_ascii().is_empty() {
            return Err(BodyError::Empty);
        }
        decode(&text, place).map_err(|error| self.explain(error))
    }
}

fn decode<T: Decode>(text: &str, place: &Xml) -> Result<T, BodyError> {
    let json = value::to_json_text(text, place)?;
    json::from_str(&json).map_err(|error| BodyError::Json(error.of_converted()))
}

impl From<XmlError> for BodyError {
    fn from(error: XmlError) -> Self {
        Self::syntax("XML", error)
    }
}

/// XML, or a structured syntax on it (RFC 7303 §9).
fn is_xml(essence: &str) -> bool {
    matches!(essence, "application/xml" | "text/xml") || essence.ends_with("+xml")
}

/// The encoding that a text says that it is in (XML 1.0 §4.3.3, appendix F), where that is not UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some("utf-16"),
        [b'<', 0, ..] => return Some("utf-16le"),
        [0, b'<', ..] => return Some("utf-16be"),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(100)).unwrap_or_default();
    let head: Cow<'_, str> = String::from_utf8_lossy(head);
    let (declaration, _) = head.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, encoding) = declaration.split_once("encoding")?;
    let encoding = encoding.trim_start().strip_prefix('=')?.trim();
    let encoding = encoding.to_ascii_lowercase();
    let latin = ["iso-8859-1", "latin1"];
    latin
        .iter()
        .any(|name| encoding.contains(name))
        .then_some("iso-8859-1")
}
