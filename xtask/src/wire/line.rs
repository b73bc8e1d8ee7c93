use std::io;

use serde_json::{Map, Value, json};

use super::cases::{Arguments, Body};

/// What a call goes to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'a> {
    /// The operation, as the description calls it.
    pub(super) operation: &'a str,
    /// The URL of the server.
    pub(super) url: &'a str,
    /// The variables of the server's URL; where there are some, they say where it is.
    pub(super) variables: &'a Map<String, Value>,
}

/// A file of the suite in base64, by its name.
pub(super) type Assets<'a> = &'a dyn Fn(&str) -> io::Result<String>;

/// The line of `invoke` that makes a call.
///
/// # Errors
///
/// When a file that it sends cannot be read.
pub(super) fn line(
    target: Target<'_>,
    arguments: &Arguments,
    assets: Assets<'_>,
) -> io::Result<Value> {
    let mut line = Map::new();
    line.insert("operation".to_owned(), target.operation.into());
    if target.variables.is_empty() {
        line.insert("base_url".to_owned(), target.url.into());
    } else {
        let variables = Value::Object(target.variables.clone());
        line.insert("server_variables".to_owned(), based(variables, target.url));
    }
    let parameters = json!({
        "path": arguments.path,
        "query": arguments.query,
        "header": arguments.header,
        "cookie": arguments.cookie,
    });
    line.insert("parameters".to_owned(), parameters);
    // A call without credentials is one that has none on purpose.
    let security = arguments.security.clone().unwrap_or_else(|| json!({}));
    line.insert("security".to_owned(), security);
    if let Some(accept) = &arguments.accept {
        line.insert("accept".to_owned(), accept.as_str().into());
    }
    if let Some(body) = &arguments.body {
        line.insert("content_type".to_owned(), body.content_type.as_str().into());
        line.insert("body".to_owned(), body.written(assets)?);
    }
    Ok(Value::Object(line))
}

/// The same value with the URL of the server where its place is held.
pub(super) fn based(value: Value, url: &str) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("{baseUrl}", url)),
        Value::Array(items) => items.into_iter().map(|item| based(item, url)).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, based(value, url)))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

impl Body {
    /// The body as `invoke` has it.
    fn written(&self, assets: Assets<'_>) -> io::Result<Value> {
        if let Some(text) = &self.text {
            return Ok(json!({ "$text": text }));
        }
        if let Some(file) = &self.binary {
            return Ok(json!({ "$base64": assets(&file.asset)? }));
        }
        if let Some(bytes) = &self.base64 {
            return Ok(json!({ "$base64": bytes }));
        }
        let value = self.value.clone().unwrap_or_default();
        if self.content_type.starts_with("text/") {
            return Ok(json!({ "$text": value }));
        }
        with_files(value, assets)
    }
}

/// The same value with the files in it as `invoke` has them.
fn with_files(value: Value, assets: Assets<'_>) -> io::Result<Value> {
    match value {
        Value::Array(items) => items
            .into_iter()
            .map(|item| with_files(item, assets))
            .collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("$file", Value::Object(file)) => Ok((name, Value::Object(written(file, assets)?))),
                (_, value) => Ok((name, with_files(value, assets)?)),
            })
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(value),
    }
}

fn written(mut file: Map<String, Value>, assets: Assets<'_>) -> io::Result<Map<String, Value>> {
    if let Some(asset) = file.remove("asset") {
        let bytes = assets(asset.as_str().unwrap_or_default())?;
        file.insert("base64".to_owned(), bytes.into());
    }
    if let Some(content_type) = file.remove("contentType") {
        file.insert("content_type".to_owned(), content_type);
    }
    Ok(file)
}
