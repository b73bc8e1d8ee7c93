use std::io;

use serde_json::Value;

use super::cases::{Expected, ExpectedBody};
use super::line::{Assets, based};
use super::reply::Reply;
use crate::fidelity::differences;

/// Where an answer is not what the server sent; nothing, if it is.
///
/// # Errors
///
/// When a file that it is compared with cannot be read.
pub(super) fn verdict(
    expected: &Expected,
    reply: &Reply,
    url: &str,
    assets: Assets<'_>,
) -> io::Result<Vec<String>> {
    let mut wrong = Vec::new();
    if reply.status() != expected.status {
        wrong.push(format!(
            "status {}, not {} ({})",
            reply.status(),
            expected.status,
            reply.said()
        ));
        return Ok(wrong);
    }
    let is_success = (200..300).contains(&expected.status);
    if reply.last.get("ok") != Some(&Value::Bool(is_success)) {
        wrong.push(format!("ok is not {is_success} ({})", reply.said()));
    }
    for (name, value) in &expected.headers {
        let value = value.replace("{baseUrl}", url);
        let found = reply.header(name);
        if found.as_deref() != Some(&value) {
            wrong.push(format!("header {name}: {found:?}, not {value:?}"));
        }
    }
    match &expected.body {
        Some(body) => wrong.extend(of_body(body, reply, url, assets)?),
        None if is_success && reply.body().is_some() => {
            wrong.push(format!("a body: {:?}", reply.body()));
        }
        None => {}
    }
    Ok(wrong)
}

fn of_body(
    expected: &ExpectedBody,
    reply: &Reply,
    url: &str,
    assets: Assets<'_>,
) -> io::Result<Vec<String>> {
    if let Some(asset) = &expected.asset {
        let same = reply.base64() == Some(&assets(asset)?);
        return Ok(same.then(Vec::new).unwrap_or_else(|| {
            vec![format!(
                "other bytes than those of {asset}: {}",
                reply.said()
            )]
        }));
    }
    if let Some(text) = &expected.text {
        return Ok(of_text(expected, text, reply));
    }
    let value = based(expected.json.clone().unwrap_or_default(), url);
    let null = Value::Null;
    let found = reply.body().unwrap_or(&null);
    let wrong = differences(&value, found).into_iter();
    let told = wrong.map(|it| format!("body {}: {}, not {}", it.path, it.found, it.expected));
    Ok(told.collect())
}

/// A text, or the items of a stream, which are JSON in lines.
fn of_text(expected: &ExpectedBody, text: &str, reply: &Reply) -> Vec<String> {
    if reply.items.is_empty() {
        return match reply.text() {
            Some(found) if found == text => Vec::new(),
            found => vec![format!("text {found:?}, not {text:?} ({})", reply.said())],
        };
    }
    let lines = text.lines().map(serde_json::from_str);
    let items: Result<Vec<Value>, _> = lines.collect();
    match items {
        Ok(items) => {
            let wrong = differences(&Value::Array(items), &Value::Array(reply.items.clone()));
            let told = wrong.into_iter();
            told.map(|it| format!("items {}: {}, not {}", it.path, it.found, it.expected))
                .collect()
        }
        Err(_) => vec![format!("items where {} is", expected.content_type)],
    }
}
