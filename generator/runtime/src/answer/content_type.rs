/// The media type of a body as its `Content-Type` states it (RFC 9110 §8.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentType {
    essence: String,
    charset: Option<String>,
}

impl ContentType {
    /// Reads a header field; whatever it cannot make sense of it leaves out.
    pub fn parse(text: &str) -> Self {
        let mut parts = text.split(';');
        let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().trim_matches('"');
            name.trim()
                .eq_ignore_ascii_case("charset")
                .then(|| value.to_ascii_lowercase())
        });
        Self { essence, charset }
    }

    /// Type and subtype in lower case, without parameters.
    pub fn essence(&self) -> &str {
        &self.essence
    }

    /// The `charset` parameter in lower case.
    pub fn charset(&self) -> Option<&str> {
        self.charset.as_deref()
    }

    /// JSON, or a structured syntax on it (RFC 6839 §3.1).
    pub fn is_json(&self) -> bool {
        let essence = self.essence.as_str();
        matches!(
            essence,
            "application/json" | "text/json" | "application/x-json"
        ) || essence.ends_with("+json")
    }
}
