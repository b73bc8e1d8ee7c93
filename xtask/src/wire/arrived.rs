use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use url::form_urlencoded;

use super::echoed::{Arriving, Part};

/// A request as it arrived at the echo server: a line of its log.
#[derive(Debug, Deserialize)]
pub(super) struct Arrived {
    url: String,
    headers: BTreeMap<String, String>,
    /// In base64.
    body: String,
}

/// A part of a body that arrived.
#[derive(Debug)]
struct ArrivedPart<'a> {
    head: Cow<'a, str>,
    body: &'a [u8],
}

impl Arrived {
    /// Where it is not what should have arrived.
    pub(super) fn differs(&self, expected: &Arriving, with_body: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        let (path, query) = self.url.split_once('?').unwrap_or((&self.url, ""));
        if path != expected.path {
            wrong.push(format!("path {path}, not {}", expected.path));
        }
        wrong.extend(differing_pairs("query", query.as_bytes(), &expected.query));
        if let Some(raw) = &expected.raw_query_must
            && raw != query
        {
            wrong.push(format!("query {query}, not {raw}"));
        }
        wrong.extend(self.differing_headers(expected));
        let body = STANDARD.decode(&self.body).unwrap_or_default();
        if !with_body && (!body.is_empty() || self.headers.contains_key("content-type")) {
            wrong.push("a body, or its type, that nobody asked for".to_owned());
        }
        if let Some(form) = &expected.form {
            wrong.extend(differing_pairs("form", &body, form));
        }
        if let Some(parts) = &expected.multipart {
            wrong.extend(self.differing_parts(&body, parts));
        }
        if let Some(bytes) = &expected.body_base64
            && *bytes != self.body
        {
            wrong.push(format!("body {}, not {bytes}", self.body));
        }
        wrong
    }

    fn differing_headers(&self, expected: &Arriving) -> Vec<String> {
        let mut wrong = Vec::new();
        for (name, value) in &expected.headers {
            let found = self.headers.get(&name.to_ascii_lowercase());
            if found != Some(value) {
                wrong.push(format!("header {name}: {found:?}, not {value:?}"));
            }
        }
        for name in &expected.absent_headers {
            if self.headers.contains_key(&name.to_ascii_lowercase()) {
                wrong.push(format!("a header {name}"));
            }
        }
        wrong
    }

    fn differing_parts(&self, body: &[u8], expected: &[Part]) -> Vec<String> {
        let content_type = self.headers.get("content-type").map_or("", String::as_str);
        let Some((_, boundary)) = content_type.split_once("boundary=") else {
            return vec![format!("content type {content_type} without a boundary")];
        };
        let found = parts(body, boundary.trim_matches('"'));
        if found.len() != expected.len() {
            return vec![format!("{} parts, not {}", found.len(), expected.len())];
        }
        let pairs = expected.iter().zip(&found);
        pairs
            .filter(|(expected, found)| !found.is(expected))
            .map(|(expected, found)| {
                let body = String::from_utf8_lossy(found.body);
                format!("part {} with {expected:?}: {body}", found.head)
            })
            .collect()
    }
}

impl ArrivedPart<'_> {
    fn is(&self, expected: &Part) -> bool {
        let has = |text: &str| self.head.contains(text);
        let json = || serde_json::from_slice::<Value>(self.body).ok();
        let content_type = expected.content_type.as_ref();
        has(&format!("name=\"{}\"", expected.name))
            && content_type.is_none_or(|it| has(it))
            && (expected.json.as_ref()).is_none_or(|it| json().as_ref() == Some(it))
            && (expected.base64.as_ref()).is_none_or(|it| STANDARD.encode(self.body) == *it)
            && (expected.filename).is_none_or(|it| has("filename=") == it)
    }
}

/// The parts between lines of the boundary (RFC 2046 §5.1.1).
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<ArrivedPart<'a>> {
    let line = format!("--{boundary}");
    let starts = positions(body, line.as_bytes());
    let between = starts.iter().zip(starts.iter().skip(1));
    between
        .filter_map(|(start, end)| {
            // A line end behind the boundary, and one before the next.
            let part = body.get(start + line.len() + 2..end.checked_sub(2)?)?;
            let head = positions(part, b"\r\n\r\n").first().copied()?;
            Some(ArrivedPart {
                head: String::from_utf8_lossy(part.get(..head)?),
                body: part.get(head + 4..)?,
            })
        })
        .collect()
}

fn positions(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(wanted.len()).enumerate();
    windows
        .filter(|(_, window)| *window == wanted)
        .map(|(at, _)| at)
        .collect()
}

/// Where pairs are not those that they should be; their order makes no difference.
fn differing_pairs(what: &str, written: &[u8], expected: &[(String, String)]) -> Option<String> {
    let mut found: Vec<(String, String)> = form_urlencoded::parse(written).into_owned().collect();
    let mut wanted = expected.to_vec();
    found.sort();
    wanted.sort();
    (found != wanted).then(|| format!("{what} {found:?}, not {wanted:?}"))
}
