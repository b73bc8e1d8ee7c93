use serde::Deserialize;
use serde::de::{DeserializeSeed, IgnoredAny};
use serde_json::Value;

use super::node::{Language, Node, Reading};
use super::relaxed::relaxed;
use super::{Finding, FindingKind};
use crate::source::{Lines, Pointer};

/// Why a text is neither JSON nor YAML.
#[derive(Debug)]
pub(in crate::source) struct Fault {
    /// What is so, in one sentence without a full stop.
    pub(in crate::source) message: String,
    /// What the author can do.
    pub(in crate::source) help: Option<String>,
    /// The byte where it went wrong.
    pub(in crate::source) at: Option<usize>,
}

/// Reads a text. What begins as JSON and is none is read as YAML, whose flow style allows more.
pub(in crate::source) fn read(path: &str, text: &str) -> Result<(Value, Vec<Finding>), Fault> {
    let begins_as_json = |text: &str| text.trim_start().starts_with(['{', '[']);
    // YAML would take comments of JSON for keys.
    let relaxed = || relaxed(text).filter(|text| begins_as_json(text));
    if !begins_as_json(text) {
        let is_comment = text.trim_start().starts_with("//") || text.trim_start().starts_with("/*");
        return match relaxed().filter(|_| is_comment) {
            Some(json) => read_relaxed(&json),
            None => read_yaml(text),
        };
    }
    read_json(text).or_else(|fault| {
        if let Some(read) = relaxed().and_then(|json| read_relaxed(&json).ok()) {
            return Ok(read);
        }
        let flow = read_yaml(text);
        if !path.ends_with(".json") {
            return flow;
        }
        let (value, mut findings) = flow.map_err(|_| fault)?;
        findings.push(Finding {
            pointer: Pointer::root(),
            kind: FindingKind::NotJson,
        });
        Ok((value, findings))
    })
}

/// Reads JSON whose comments and trailing commas are blanks now.
fn read_relaxed(json: &str) -> Result<(Value, Vec<Finding>), Fault> {
    let (value, mut findings) = read_json(json)?;
    findings.push(Finding {
        pointer: Pointer::root(),
        kind: FindingKind::RelaxedJson,
    });
    Ok((value, findings))
}

fn read_json(text: &str) -> Result<(Value, Vec<Finding>), Fault> {
    let mut reading = Reading::new(Language::Json, text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Node(&mut reading).deserialize(&mut deserializer);
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    match value {
        Ok(value) => Ok((value, reading.findings)),
        Err(error) => Err(json_fault(text, &error)),
    }
}

fn json_fault(text: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line(), error.column());
    let message = error
        .to_string()
        .replace(&format!(" at line {line} column {column}"), "");
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let at = boundary(text, line_start + column.saturating_sub(1));
    Fault {
        message: format!("the file is no JSON: {message}"),
        help: None,
        at: Some(at),
    }
}

/// Reads the first document that says something. Floats cost a second reading, which takes them as they are written.
fn read_yaml(text: &str) -> Result<(Value, Vec<Finding>), Fault> {
    if let Some(at) = too_deep(text) {
        let message = "the file is no YAML: its values are nested too deeply".to_owned();
        return Err(Fault {
            message,
            help: None,
            at: Some(at),
        });
    }
    let first = read_documents(text, Reading::new(Language::Yaml, text))?;
    let (value, reading) = if first.1.floats.is_empty() {
        first
    } else {
        read_documents(text, first.1.again(text))?
    };
    Ok((value, reading.findings))
}

/// Where more brackets are open than any description has: the parser's time grows with their square.
fn too_deep(text: &str) -> Option<usize> {
    const DEEPEST: usize = 10_000;
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > DEEPEST
    })
}

fn read_documents(text: &str, mut reading: Reading) -> Result<(Value, Reading), Fault> {
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let mut value = Value::Null;
    while value.is_null() {
        let Some(document) = documents.next() else {
            break;
        };
        value = Node(&mut reading)
            .deserialize(document)
            .map_err(|error| yaml_fault(text, &error))?;
    }
    // What follows must be sound too: a key with less indentation than the first ends a document, and a fault follows.
    for document in documents {
        let more = Option::<IgnoredAny>::deserialize(document)
            .map_err(|error| yaml_fault(text, &error))?;
        if more.is_some() {
            reading.find(FindingKind::FurtherDocuments);
        }
    }
    Ok((value, reading))
}

fn yaml_fault(text: &str, error: &serde_yaml::Error) -> Fault {
    let mut message = error.to_string();
    // The parser's own bound on what aliases stand for.
    if message.contains("repetition limit") {
        message = "its aliases unfold without end".to_owned();
    }
    let mut at = None;
    if let Some(location) = error.location() {
        let place = format!(" at line {} column {}", location.line(), location.column());
        message = message.replacen(&place, "", 1);
        at = Some(boundary(text, location.index()));
    }
    // Bytes that no text may hold are found before there are lines.
    if let Some((before, position)) = message.rsplit_once(" at position ")
        && let Ok(position) = position.parse()
    {
        at = Some(boundary(text, position));
        message = before.to_owned();
    }
    // What has no end is better shown where it begins.
    let at_end = at
        .and_then(|at| text.get(at..))
        .is_some_and(|rest| rest.trim().is_empty());
    if let Some((before, line, column)) = context(&message).filter(|_| at_end) {
        at = Some(Lines::new(text).offset(line, column));
        message = before;
    }
    let help = at
        .and_then(|at| text.get(at..))
        .and_then(yaml_help)
        .map(str::to_owned);
    Fault {
        message: format!("the file is no YAML: {message}"),
        help,
        at,
    }
}

/// The place that ends a message of the parser, `… at line 4 column 10`: what comes before, line and column.
fn context(message: &str) -> Option<(String, usize, usize)> {
    let (before, place) = message.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some((before.to_owned(), line.parse().ok()?, column.parse().ok()?))
}

/// The next step for the mistakes that a first character gives away.
fn yaml_help(rest: &str) -> Option<&'static str> {
    match rest.chars().next()? {
        '\t' => Some("indent with spaces: YAML allows no tabs there"),
        '{' | '[' | '@' | '`' | '%' | '&' | '*' | '!' | '|' | '>' => {
            Some("put the text in quotes: this character means something in YAML")
        }
        _ => None,
    }
}

/// The nearest start of a character at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or_default()
}
