use std::error::Error;
use std::fmt;

use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};

use super::Response;
use crate::error::Failure;
use crate::json::{self, Decode, DecodeError, Json, JsonObject};

/// The header fields that a document declares of the answers of an operation, each as its type.
pub trait DeclaredHeaders: Sized {
    /// Reads them.
    ///
    /// # Errors
    /// When one has a value that is none of its type, or is missing although it must be there.
    fn read(fields: &HeaderFields<'_>) -> Result<Self, HeaderError>;
}

/// How the value of a header field is written (OAS 3.1 §4.8.21).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderForm {
    /// As a text of one value.
    Value,
    /// As items apart by commas, in one field or in several.
    List,
    /// As names and values, all of them apart by commas: `R,100,G,200`.
    Object,
    /// As members apart by commas: `R=100,G=200`.
    Members,
    /// As a JSON text.
    Json,
}

/// The header fields of an answer, to be read as their types.
#[derive(Debug, Clone, Copy)]
pub struct HeaderFields<'a>(&'a HeaderMap);

/// A declared header field is not what the document says.
#[derive(Debug)]
pub struct HeaderError {
    name: &'static str,
    error: Option<DecodeError>,
}

impl<T> Response<T> {
    /// The header fields that the document declares of the operation, as the type that it has for them.
    ///
    /// # Errors
    /// When one has a value that is none of its type, or is missing although it must be there.
    pub fn declared_headers<H: DeclaredHeaders>(&self) -> Result<H, HeaderError> {
        H::read(&HeaderFields(self.headers()))
    }
}

impl<E> Failure<E> {
    /// The header fields that the document declares of the failures of the operation, as the type that it has for them.
    ///
    /// # Errors
    /// When one has a value that is none of its type, or is missing although it must be there.
    pub fn declared_headers<H: DeclaredHeaders>(&self) -> Result<H, HeaderError> {
        H::read(&HeaderFields(self.headers()))
    }
}

impl<'a> HeaderFields<'a> {
    /// Those of an answer.
    pub fn of(headers: &'a HeaderMap) -> Self {
        Self(headers)
    }

    /// The value of a field; `None`: it is not there.
    ///
    /// # Errors
    /// When it has a value that is none of this type.
    pub fn optional<T: Decode>(
        &self,
        name: &'static str,
        form: HeaderForm,
    ) -> Result<Option<T>, HeaderError> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let value = match form {
            HeaderForm::Value => json::from_plain(&text),
            HeaderForm::Json => json::from_str(&text),
            HeaderForm::List => json::from_texts(&Json::Array(items(&text).collect())),
            HeaderForm::Object => json::from_texts(&Json::Object(pairs(&text))),
            HeaderForm::Members => json::from_texts(&Json::Object(members(&text))),
        };
        let error = |error| HeaderError {
            name,
            error: Some(error),
        };
        value.map(Some).map_err(error)
    }

    /// The value of a field that must be there.
    ///
    /// # Errors
    /// When it is not, or has a value that is none of this type.
    pub fn required<T: Decode>(
        &self,
        name: &'static str,
        form: HeaderForm,
    ) -> Result<T, HeaderError> {
        let missing = HeaderError { name, error: None };
        self.optional(name, form)?.ok_or(missing)
    }

    /// The cookies that are set, each as it came (RFC 6265 §4.1). They are not shown by `Debug`.
    pub fn cookies(&self) -> Vec<HeaderValue> {
        self.0.get_all(SET_COOKIE).iter().cloned().collect()
    }

    /// The text of a field; of several of its name, all of them (RFC 9110 §5.3).
    fn text(&self, name: &str) -> Option<String> {
        let texts: Vec<String> = self.0.get_all(name).iter().map(text).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    }
}

/// UTF-8, or else ISO-8859-1 (RFC 9110 §5.5).
fn text(value: &HeaderValue) -> String {
    let bytes = value.as_bytes();
    match str::from_utf8(bytes) {
        Ok(text) => text.trim().to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

fn items(text: &str) -> impl Iterator<Item = Json> {
    parts(text).into_iter().map(Json::from)
}

fn pairs(text: &str) -> JsonObject {
    let parts = parts(text);
    let pair = |pair: &[&str]| match pair {
        [name, value] => Some(((*name).to_owned(), Json::from(*value))),
        _ => None,
    };
    parts.chunks(2).filter_map(pair).collect()
}

fn members(text: &str) -> JsonObject {
    let parts = parts(text).into_iter();
    let members = parts.map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (name.trim_end().to_owned(), Json::from(value.trim_start()))
    });
    members.collect()
}

/// What stands between commas. Those in quotes do not count (RFC 9110 §5.6.1, §5.6.4).
fn parts(text: &str) -> Vec<&str> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut in_quotes = false;
    let balanced = text.matches('"').count().is_multiple_of(2);
    let parts = text.split(|character| {
        in_quotes ^= balanced && character == '"';
        character == ',' && !in_quotes
    });
    parts.map(str::trim).collect()
}

impl HeaderError {
    /// The field's name.
    pub fn name(&self) -> &str {
        self.name
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name;
        match &self.error {
            Some(error) => write!(formatter, "the header field `{name}`: {error}"),
            None => write!(formatter, "the header field `{name}` is missing"),
        }
    }
}

impl Error for HeaderError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let error: &(dyn Error + 'static) = self.error.as_ref()?;
        Some(error)
    }
}
