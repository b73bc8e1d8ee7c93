use std::fmt;

/// A media type or a range of them (RFC 9110 §8.3.1), as a description writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(String);

impl MediaType {
    /// Keeps the text as it was written.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it was written, parameters included.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Type and subtype in lower case, without parameters.
    pub fn essence(&self) -> String {
        let essence = self.0.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    }

    /// JSON or a `+json` structured syntax (RFC 6839 §3.1).
    pub fn is_json(&self) -> bool {
        let essence = self.essence();
        essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
    }

    /// Text that is no structured syntax which is read otherwise.
    pub fn is_text(&self) -> bool {
        let essence = self.essence();
        essence.starts_with("text/") && !self.is_json() && !self.is_xml()
    }

    /// A range that says nothing, or only that it is no text, image and the like.
    pub fn is_any(&self) -> bool {
        matches!(self.essence().as_str(), "*/*" | "*" | "application/*")
    }

    /// Names and values, percent-encoded (WHATWG URL §5).
    pub fn is_form(&self) -> bool {
        self.essence() == "application/x-www-form-urlencoded"
    }

    /// Several bodies in one (RFC 2046 §5.1).
    pub fn is_multipart(&self) -> bool {
        self.essence().starts_with("multipart/")
    }

    /// XML or a `+xml` structured syntax (RFC 7303 §4).
    pub fn is_xml(&self) -> bool {
        let essence = self.essence();
        essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml")
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
