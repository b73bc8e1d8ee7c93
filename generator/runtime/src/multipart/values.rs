use url::form_urlencoded;

use super::PartField;
use super::heads::Head;
use crate::json::Json;
use crate::style::{encode, expand_by, text};

/// A value as the text of a part.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) head: Head,
    pub(super) text: String,
}

/// The parts that a value becomes (OAS 3.2 §4.14.5.1). `null` is not sent.
pub(super) fn values(field: &PartField, value: &Json) -> Vec<Written> {
    if let Some(style) = &field.style {
        return styled(style, value);
    }
    match value {
        Json::Null => Vec::new(),
        Json::Array(items) if !field.is_json() => {
            items.iter().filter_map(|item| part(field, item)).collect()
        }
        Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) | Json::Object(_) => {
            part(field, value).into_iter().collect()
        }
    }
}

fn part(field: &PartField, value: &Json) -> Option<Written> {
    let is_structured = matches!(value, Json::Array(_) | Json::Object(_));
    let text = match field.is_json() {
        true => value.to_string(),
        false => text(value)?,
    };
    let content_type = match (field.media_type, is_structured) {
        ("", true) => "application/json".to_owned(),
        ("", false) => plain(&text),
        (media_type, _) => media_type.to_owned(),
    };
    let head = Head {
        name: field.name.to_owned(),
        content_type,
        ..Head::default()
    };
    Some(Written { head, text })
}

/// By the rules of parameters, without percent-encoding (OAS 3.2 §4.15.1.2).
fn styled(style: &crate::description::Parameter, value: &Json) -> Vec<Written> {
    let expanded = expand_by(encode::form, style, value).unwrap_or_default();
    let pairs = form_urlencoded::parse(expanded.as_bytes());
    let written = pairs.map(|(name, text)| Written {
        head: Head {
            name: name.into_owned(),
            content_type: plain(&text),
            ..Head::default()
        },
        text: text.into_owned(),
    });
    written.collect()
}

/// A text that needs more than ASCII says so (RFC 7578 §5.1.2).
fn plain(text: &str) -> String {
    match text.is_ascii() {
        true => "text/plain".to_owned(),
        false => "text/plain; charset=utf-8".to_owned(),
    }
}
