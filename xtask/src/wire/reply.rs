use serde_json::Value;

/// What a program answers to a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Reply {
    /// The items of a stream.
    pub(super) items: Vec<Value>,
    /// The last line.
    pub(super) last: Value,
}

impl Reply {
    /// The status of the answer; 0 if there was none.
    pub(super) fn status(&self) -> u64 {
        let status = self.last.get("status").and_then(Value::as_u64);
        status.unwrap_or_default()
    }

    /// What kind of failure it is, and what is said of it.
    pub(super) fn said(&self) -> String {
        let text = |name| self.last.get(name).and_then(Value::as_str);
        let words = [text("kind"), text("message")];
        words.into_iter().flatten().collect::<Vec<_>>().join(": ")
    }

    /// A field of the header.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let headers = self.last.get("headers")?.as_object()?;
        let mut found = headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| match value {
            Value::String(text) => text.clone(),
            Value::Array(texts) => {
                let texts: Vec<&str> = texts.iter().filter_map(Value::as_str).collect();
                texts.join(", ")
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
        })
    }

    /// The body, if the answer has one.
    pub(super) fn body(&self) -> Option<&Value> {
        self.last.get("body").filter(|body| !body.is_null())
    }

    /// The body as a text.
    pub(super) fn text(&self) -> Option<&str> {
        let body = self.body()?;
        body.get("$text").unwrap_or(body).as_str()
    }

    /// The body as bytes, in base64.
    pub(super) fn base64(&self) -> Option<&str> {
        self.body()?.get("$base64")?.as_str()
    }
}
