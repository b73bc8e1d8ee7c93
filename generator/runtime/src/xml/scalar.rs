use super::{XmlError, XmlType};
use crate::json::{Json, Number, Writer};

/// The text of a value without parts; the items of a list are apart by spaces (XML Schema 1.1 part 2 §2.4.1.2).
pub(super) fn text_of(value: &Json) -> Result<String, XmlError> {
    match value {
        Json::Null => Ok(String::new()),
        Json::Bool(value) => Ok(value.to_string()),
        Json::Number(value) => Ok(value.to_string()),
        Json::String(value) => Ok(value.clone()),
        Json::Array(items) => {
            let texts: Result<Vec<String>, XmlError> = items.iter().map(text_of).collect();
            Ok(texts?.join(" "))
        }
        Json::Object(_) => Err(XmlError::new(
            "an object cannot stand where there is only text",
        )),
    }
}

/// Writes the value that a text stands for. What is no value of the type stays a text, so that whoever reads it says
/// what is wrong.
pub(super) fn write(text: &str, ty: &XmlType, writer: &mut Writer) {
    let trimmed = text.trim_ascii();
    match ty {
        XmlType::Number => match number(trimmed) {
            Some(number) => writer.number(&number),
            None => writer.string(trimmed),
        },
        XmlType::Boolean => match boolean(trimmed) {
            Some(value) => writer.bool(value),
            None => writer.string(trimmed),
        },
        XmlType::Mixed => mixed(text, trimmed, writer),
        XmlType::Token => writer.string(trimmed),
        XmlType::Text
        | XmlType::Any
        | XmlType::Array(_)
        | XmlType::Tuple(..)
        | XmlType::Object(..)
        | XmlType::Union(_) => writer.string(text),
    }
}

fn mixed(text: &str, trimmed: &str, writer: &mut Writer) {
    match (trimmed, trimmed.parse::<Number>()) {
        ("true", _) => writer.bool(true),
        ("false", _) => writer.bool(false),
        (_, Ok(number)) => writer.number(&number),
        (_, Err(_)) => writer.string(text),
    }
}

/// XML Schema 1.1 part 2 §3.3.2, in any letters, for some services write it as their language does.
fn boolean(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ if is("true") => Some(true),
        _ if is("false") => Some(false),
        _ => None,
    }
}

/// A number as JSON writes it, or as XML Schema 1.1 part 2 §3.3.3 does: with a plus, with zeros in front, without a
/// digit before or behind the point.
fn number(text: &str) -> Option<Number> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let (minus, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let end = digits.find(['e', 'E']).unwrap_or(digits.len());
    let (mantissa, exponent) = digits.split_at_checked(end)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{minus}{whole}{point}{fraction}{exponent}")
        .parse()
        .ok()
}
