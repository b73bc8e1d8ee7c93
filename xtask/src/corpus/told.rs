use serde::{Deserialize, Serialize};

/// What the generator told of a run, as far as the corpus asks: the report of `--report`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Told {
    /// What the description says of itself.
    pub document: About,
    /// Its operations.
    pub operations: Tally,
    /// Its components.
    pub schemas: Tally,
    /// What was said about it.
    pub diagnostics: Vec<Said>,
    /// How long the stages took, in milliseconds.
    pub timings_ms: serde_json::Value,
    /// What was made.
    pub output: Output,
}

/// What a description says of itself.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct About {
    /// The version of OpenAPI.
    pub openapi: String,
}

/// How many there are, and how many of them were emitted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// In the description.
    pub declared: usize,
    /// In the crate.
    pub emitted: usize,
}

/// A diagnostic.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Said {
    /// Its code.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Output {
    /// Files.
    pub files: usize,
    /// Lines in them.
    pub lines: usize,
    /// Bytes in them.
    pub bytes: usize,
}

impl Told {
    /// The codes of a severity, each once, in the order of their names.
    pub(crate) fn codes(&self, severity: &str) -> Vec<String> {
        let said = self
            .diagnostics
            .iter()
            .filter(|said| said.severity == severity);
        let mut codes: Vec<String> = said.map(|said| said.code.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// How many diagnostics have a severity.
    pub(crate) fn count(&self, severity: &str) -> usize {
        let said = self
            .diagnostics
            .iter()
            .filter(|said| said.severity == severity);
        said.count()
    }
}
