use crate::description::Parameter;

/// How a part goes over the wire (OAS 3.1 §4.8.15). A generated crate has a list of them for each body of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartField {
    /// The name of the part; empty: it has none.
    pub name: &'static str,
    /// The media type that it has unless another is chosen; empty: the one that its value asks for.
    pub media_type: &'static str,
    /// The style of its value, which then has no media type.
    pub style: Option<Parameter>,
    /// The header fields that it must have.
    pub required_headers: &'static [&'static str],
}

impl PartField {
    /// A part whose value says how it is written: texts, numbers and booleans stand for themselves, objects are JSON
    /// texts, and each item of an array is a part.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            media_type: "",
            style: None,
            required_headers: &[],
        }
    }

    /// The media type that it has; of JSON, an array is one part.
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.media_type = media_type;
        self
    }

    /// Written as a parameter of a query is, but not percent-encoded.
    pub const fn style(mut self, style: Parameter) -> Self {
        self.style = Some(style);
        self
    }

    /// The header fields that it must have.
    pub const fn required_headers(mut self, names: &'static [&'static str]) -> Self {
        self.required_headers = names;
        self
    }

    /// Whether values are JSON texts, whatever they are.
    pub(super) fn is_json(&self) -> bool {
        let essence = self.media_type.split(';').next().unwrap_or_default().trim();
        let essence = essence.to_ascii_lowercase();
        essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
    }
}
