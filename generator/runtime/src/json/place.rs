use crate::json::reader::Kind;
use crate::json::scan::plain_length;

/// The most characters of a name or value that messages show.
pub(super) const MAX_SHOWN: usize = 40;

/// A step from an array or object to the value in it.
enum Step {
    /// The place of the name in the text, with its quotes; none before the first member.
    Name(usize, usize),
    Item(usize),
}

/// The path of the value at `offset` of a text which is legal JSON up to there, such as
/// `products[3].name`. Only errors need it, so that reading pays nothing for it.
pub(super) fn path_to(text: &str, offset: usize) -> String {
    let mut steps: Vec<Step> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < offset {
        let Some(byte) = bytes.get(at) else { break };
        let token = at;
        at += 1;
        match byte {
            b'{' => steps.push(Step::Name(at, at)),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => {
                steps.pop();
            }
            b',' => {
                if let Some(Step::Item(index)) = steps.last_mut() {
                    *index += 1;
                }
            }
            b'"' => {
                at = string_end(bytes, at);
                let is_name = at <= offset && is_name(bytes, at);
                if let (Some(step @ Step::Name(..)), true) = (steps.last_mut(), is_name) {
                    *step = Step::Name(token, at);
                }
            }
            _ => {}
        }
    }
    write_path(text, &steps)
}

/// Behind the closing quote, from behind the opening one.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += plain_length(bytes.get(at..).unwrap_or_default());
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
}

/// Whether a colon follows.
fn is_name(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.trim_ascii_start().first() == Some(&b':')
}

fn write_path(text: &str, steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Item(index) => path.push_str(&format!("[{index}]")),
            Step::Name(from, to) => {
                let quoted = text.get(*from..*to).unwrap_or_default();
                write_name(&mut path, quoted);
            }
        }
    }
    path
}

fn write_name(path: &mut String, quoted: &str) {
    let name = quoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let Some(name) = name else { return };
    let plain = |character: char| character.is_alphanumeric() || "_-$@".contains(character);
    if name.is_empty() || !name.chars().all(plain) {
        path.push_str(&format!("[\"{}\"]", crop(name)));
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&crop(name));
}

/// What a message says about the value at `offset`.
pub(super) fn describe(text: &str, offset: usize) -> String {
    let rest = text.get(offset..).unwrap_or_default();
    let Some(byte) = rest.bytes().next() else {
        return "the end of the text".to_owned();
    };
    match Kind::of(byte) {
        Some(Kind::Null) if rest.starts_with("null") => "null".to_owned(),
        Some(Kind::Bool) if rest.starts_with("true") => "true".to_owned(),
        Some(Kind::Bool) if rest.starts_with("false") => "false".to_owned(),
        Some(Kind::Number) => {
            let other = |byte: u8| !matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
            let end = rest.bytes().position(other).unwrap_or(rest.len());
            crop(rest.get(..end).unwrap_or_default())
        }
        Some(Kind::String) => {
            let end = string_end(rest.as_bytes(), 1);
            let inner = rest.get(1..end).unwrap_or_default();
            format!(
                "the string \"{}\"",
                crop(inner.strip_suffix('"').unwrap_or(inner))
            )
        }
        Some(Kind::Array) => "an array".to_owned(),
        Some(Kind::Object) => "an object".to_owned(),
        Some(Kind::Null | Kind::Bool) | None => {
            let character = rest.chars().next().unwrap_or_default();
            format!("`{}`", character.escape_debug())
        }
    }
}

/// Line and column, both from 1; the column counts characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}

/// The first characters, on one line.
fn crop(text: &str) -> String {
    let shown = text.chars().take(MAX_SHOWN);
    let mut shown: String = shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
