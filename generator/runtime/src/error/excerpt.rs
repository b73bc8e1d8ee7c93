use crate::answer::Answer;
use crate::json::Json;

/// Bodies larger than this are not looked into for a message.
const MAX_BODY: usize = 64 * 1024;
/// The most characters of each part that are shown.
const MAX_TEXT: usize = 200;

/// Where error bodies usually hold a code and a message, from the outside in.
const HOLDERS: [&str; 4] = ["", "/error", "/errors/0", "/detail"];
const CODES: [&str; 3] = ["code", "type", "error"];
const MESSAGES: [&str; 6] = [
    "message",
    "error_description",
    "detail",
    "title",
    "error_message",
    "msg",
];

/// `code: message` from the body of an error, as far as it has them.
pub(super) fn excerpt(answer: &Answer) -> Option<String> {
    if answer.body().len() > MAX_BODY {
        return None;
    }
    let body: Json = answer.json_body().ok()?;
    let found = HOLDERS
        .iter()
        .find_map(|holder| describe(body.pointer(holder)?));
    found.or_else(|| body.as_str().map(crop))
}

fn describe(holder: &Json) -> Option<String> {
    let text = |name: &&str| {
        holder
            .get(name)
            .and_then(Json::as_str)
            .filter(|text| !text.is_empty())
    };
    let code = CODES.iter().find_map(text).map(crop);
    let message = MESSAGES.iter().find_map(text).map(crop);
    match (code, message) {
        (Some(code), Some(message)) => Some(format!("{code}: {message}")),
        (code, message) => message.or(code),
    }
}

/// One line, and not a long one.
fn crop(text: &str) -> String {
    let mut line: String = text
        .chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .take(MAX_TEXT)
        .collect();
    if line.len() < text.len() {
        line.push('…');
    }
    line
}
