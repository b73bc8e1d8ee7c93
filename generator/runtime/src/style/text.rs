use crate::json::{Json, JsonObject};

/// A value as a text; what is nested where the standard has no rule becomes JSON. `null` is
/// undefined (RFC 6570 §2.3).
pub fn text(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::Bool(flag) => Some(flag.to_string()),
        Json::Number(number) => Some(number.to_string()),
        Json::String(text) => Some(text.clone()),
        Json::Array(_) | Json::Object(_) => Some(value.to_string()),
    }
}

/// The defined items of an array.
pub(super) fn items(array: &[Json]) -> Vec<String> {
    array.iter().filter_map(text).collect()
}

/// The defined members of an object.
pub(super) fn members(object: &JsonObject) -> Vec<(String, String)> {
    let member = |(name, value)| text(value).map(|value| (String::from(name), value));
    object.iter().filter_map(member).collect()
}
