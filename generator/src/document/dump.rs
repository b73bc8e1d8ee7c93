use super::Document;

impl Document {
    /// The description as text, the same for the same input: JSON, in the order of the standard.
    pub fn dump(&self) -> String {
        serde_json::to_string_pretty(&self.openapi).unwrap_or_else(|error| error.to_string())
    }
}
