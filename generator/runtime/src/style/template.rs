use std::borrow::Cow;

use super::encode;
use crate::error::RequestFailure;

/// What stands for a variable of a path template.
#[derive(Debug, Clone, Copy)]
pub struct PathValue<'a> {
    /// The name of the variable.
    pub name: &'a str,
    /// Its expansion, percent-encoded.
    pub text: &'a str,
}

/// The path of a request, and the query that its template brings along.
///
/// A `?` in a template begins a query, whose variables are filled in as well, and a `#` ends it: some
/// descriptions tell operations apart by fragments, which are never sent.
///
/// # Errors
/// Names the parameter that has no value, or one that would leave its segment empty, `.` or `..`:
/// such a request would reach another operation.
pub fn fill(template: &str, values: &[PathValue<'_>]) -> Result<(String, String), RequestFailure> {
    let (template, _) = split_outside(template, '#');
    let (path, query) = split_outside(template, '?');
    let mut filled = String::with_capacity(path.len() + 32);
    for (index, segment) in path.split('/').enumerate() {
        if index > 0 {
            filled.push('/');
        }
        filled.push_str(&fill_segment(segment, values)?);
    }
    Ok((filled, fill_query(query, values)?))
}

/// In a query, a value may be empty.
fn fill_query(query: &str, values: &[PathValue<'_>]) -> Result<String, RequestFailure> {
    let mut filled = String::new();
    let mut rest = query;
    while let Some((before, name, after)) = variable(rest) {
        let value = values.iter().find(|value| value.name == name);
        filled.push_str(&encode::reserved_in_query(before));
        filled.push_str(value.ok_or_else(|| missing(name))?.text);
        rest = after;
    }
    filled.push_str(&encode::reserved_in_query(rest));
    Ok(filled)
}

fn fill_segment(segment: &str, values: &[PathValue<'_>]) -> Result<String, RequestFailure> {
    let mut filled = String::new();
    let mut last = None;
    let mut rest = segment;
    while let Some((before, name, after)) = variable(rest) {
        let value = values.iter().find(|value| value.name == name);
        let text = value.map(|value| value.text).ok_or_else(|| missing(name))?;
        if text.is_empty() {
            return Err(refused(name, "must not be empty in a path"));
        }
        if encode::is_dots(text) {
            return Err(refused(name, "must not be `.` or `..` in a path"));
        }
        filled.push_str(&encode::literal(before));
        filled.push_str(text);
        last = Some(name);
        rest = after;
    }
    filled.push_str(&encode::literal(rest));
    match last {
        Some(name) if encode::is_dots(&filled) => {
            Err(refused(name, "makes its path segment `.` or `..`"))
        }
        None if encode::is_dots(&filled) => {
            Err(RequestFailure::new("a path segment is `.` or `..`"))
        }
        Some(_) | None => Ok(filled),
    }
}

/// What is before and after the first such character that is not in the braces of a variable.
fn split_outside(template: &str, at: char) -> (&str, &str) {
    let mut rest = template;
    while let Some((before, _, after)) = variable(rest) {
        if before.contains(at) {
            break;
        }
        rest = after;
    }
    let begun = template.len() - rest.len();
    let (before, after) = rest.split_once(at).unwrap_or((rest, ""));
    let whole = template.get(..begun + before.len());
    (whole.unwrap_or(template), after)
}

/// The text before the first variable, its name, and the text after it.
fn variable(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn missing(name: &str) -> RequestFailure {
    refused(name, "has no value, and the path needs one")
}

fn refused(name: &str, reason: &'static str) -> RequestFailure {
    RequestFailure::about(Cow::Owned(name.to_owned()), reason)
}
