use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use crate::cli::shown::{BASE64, TEXT};
use crate::cli::{Form, FormKind};
use crate::json::{self, Decode, DecodeError, Json, RawJson};

/// A body that is to be sent.
#[derive(Debug)]
pub(super) enum Content {
    /// As a line has it.
    Json(RawJson),
    /// As a file or a command line has it.
    Raw(Bytes),
}

impl Content {
    /// The value of a type.
    pub(super) fn json<T: Decode>(&self) -> Result<T, DecodeError> {
        match self {
            Self::Json(value) => json::from_str(value.as_str()),
            Self::Raw(bytes) => json::from_slice(bytes),
        }
    }

    /// The text that it is.
    pub(super) fn text(&self) -> Result<String, &'static str> {
        let bytes = self.bytes()?;
        String::from_utf8(bytes.into()).map_err(|_| "the body is no text in UTF-8")
    }

    /// The bytes that it is. A string stands for itself.
    pub(super) fn bytes(&self) -> Result<Bytes, &'static str> {
        let value = match self {
            Self::Raw(bytes) => return Ok(bytes.clone()),
            Self::Json(value) => value,
        };
        match json::from_str(value.as_str()) {
            Ok(Json::String(text)) => Ok(text.into()),
            Ok(value) => marked(&value),
            Err(_) => Err("the body is no JSON"),
        }
    }

    /// What its mark says that it is, if it has one.
    fn mark(&self) -> Option<FormKind> {
        let Self::Json(value) = self else {
            return None;
        };
        let value: Json = json::from_str(value.as_str()).ok()?;
        let members = value.as_object().filter(|members| members.len() == 1)?;
        match members.keys().next().map(String::as_str) {
            Some(TEXT) => Some(FormKind::Text),
            Some(BASE64) => Some(FormKind::Bytes),
            Some(_) | None => None,
        }
    }

    /// The text or the bytes that it is, if it is no array of JSON.
    pub(super) fn framed(&self) -> Option<Bytes> {
        let is_array = matches!(self.json(), Ok(Json::Array(_)));
        self.bytes().ok().filter(|_| !is_array)
    }

    /// Whether it is the `null` that says that there is none.
    fn is_null(&self) -> bool {
        matches!(self, Self::Json(value) if value.as_str().trim() == "null")
    }
}

/// `{"$text":"…"}` or `{"$base64":"…"}`
fn marked(value: &Json) -> Result<Bytes, &'static str> {
    let member = |name: &str| value.as_object()?.get(name)?.as_str();
    if let Some(text) = member(TEXT) {
        return Ok(Bytes::copy_from_slice(text.as_bytes()));
    }
    let Some(text) = member(BASE64) else {
        return Err("the body is neither a string nor `$text` nor `$base64`");
    };
    let decoded = STANDARD.decode(text);
    let decoded = decoded.map_err(|_| "what `$base64` holds is no base64")?;
    Ok(decoded.into())
}

/// The form of an operation that a body has: that of its media type, or else the first of its kind. `None`: there is
/// none.
///
/// # Errors
/// Says in words why it has none of them.
pub(super) fn choose(
    forms: &[Form],
    content_type: Option<&str>,
    content: &Content,
) -> Result<Option<usize>, String> {
    let Some(first) = forms.first() else {
        return match content.is_null() {
            true => Ok(None),
            false => Err("the operation has no body".to_owned()),
        };
    };
    if let Some(wanted) = content_type {
        let found = [is_same, is_same_essence, is_within]
            .iter()
            .find_map(|fits| {
                forms
                    .iter()
                    .position(|form| fits(form.content_type, wanted))
            });
        return found.map(Some).ok_or_else(|| not_among(forms, wanted));
    }
    let kind = content.mark().unwrap_or(match content {
        Content::Json(_) => FormKind::Value,
        Content::Raw(_) => first.kind,
    });
    let of = |kind: FormKind| forms.iter().position(|form| form.kind == kind);
    let found = of(kind).or_else(|| of(FormKind::Items));
    Ok(Some(found.unwrap_or_default()))
}

fn not_among(forms: &[Form], wanted: &str) -> String {
    let forms: Vec<&str> = forms.iter().map(|form| form.content_type).collect();
    let forms = forms.join("`, `");
    format!("the operation has no body of the media type `{wanted}`, but of `{forms}`")
}

fn is_same(declared: &str, wanted: &str) -> bool {
    declared.trim().eq_ignore_ascii_case(wanted.trim())
}

fn is_same_essence(declared: &str, wanted: &str) -> bool {
    essence(declared).eq_ignore_ascii_case(essence(wanted))
}

/// RFC 9110 §12.5.1, `media-range`.
fn is_within(declared: &str, wanted: &str) -> bool {
    match essence(declared).split_once('/') {
        Some(("*", "*")) => true,
        Some((kind, "*")) => {
            let wanted = essence(wanted).split_once('/');
            wanted.is_some_and(|(wanted, _)| wanted.eq_ignore_ascii_case(kind))
        }
        Some(_) | None => false,
    }
}

fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}
