use crate::description::{Parameter, Style};
use crate::json::Json;
use crate::style::{encode, expand_by, text};

/// An object as the body of a form (`application/x-www-form-urlencoded`), with `+` for spaces (WHATWG URL §5.2); `None`:
/// the value is no object.
///
/// `fields` are the members whose encoding says more than their type (OAS 3.1 §4.8.15): those with a style are written as
/// parameters of a query are, those of style JSON as JSON texts. Of the others, texts, numbers and booleans stand for
/// themselves, objects are JSON texts, and each item of an array is a pair of its own. `null` is not sent.
pub fn write(fields: &[Parameter], value: &Json) -> Option<String> {
    let mut pairs = Vec::new();
    for (name, value) in value.as_object()? {
        match fields.iter().find(|field| field.name == name) {
            Some(field) => pairs.extend(expand_by(encoding(field), field, value)),
            None => plain(name, value, &mut pairs),
        }
    }
    Some(pairs.join("&"))
}

fn encoding(field: &Parameter) -> fn(&str) -> String {
    match field.allow_reserved && field.style != Style::Json {
        true => encode::reserved_in_form,
        false => encode::form,
    }
}

fn plain(name: &str, value: &Json, pairs: &mut Vec<String>) {
    let mut pair = |value: &Json| {
        let text = text(value).map(|text| encode::form(&text));
        pairs.extend(text.map(|text| format!("{}={text}", encode::form(name))));
    };
    match value {
        Json::Array(items) => items.iter().for_each(pair),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => {
            pair(value);
        }
    }
}
