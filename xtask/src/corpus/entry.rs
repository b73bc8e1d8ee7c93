use serde::Serialize;

use super::failure::Failure;
use super::guard::Usage;
use super::told::{Output, Tally};

/// What became of a document.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Entry {
    /// Its path in the folder.
    pub path: String,
    /// Where it comes from.
    pub family: String,
    /// Its size in bytes.
    pub size: u64,
    /// The version of OpenAPI; empty if it could not be read.
    pub openapi: String,
    /// Whether a crate was made.
    pub generated: bool,
    /// Why there is none, if that is as it should be.
    pub expected: Option<String>,
    /// What is wrong.
    pub failures: Vec<Failure>,
    /// The codes of its errors, each once.
    pub errors: Vec<String>,
    /// How many warnings there were.
    pub warnings: usize,
    /// Its operations.
    pub operations: Tally,
    /// How many operations the index of the folder counts.
    pub operations_indexed: Option<usize>,
    /// Its components.
    pub schemas: Tally,
    /// What was emitted.
    pub output: Output,
    /// What a run of the generator took.
    pub generate: Usage,
    /// How long its stages took, in milliseconds.
    pub timings_ms: serde_json::Value,
    /// What the check of the crate took, without its dependencies; nothing if it was not checked.
    pub check: Option<Usage>,
    /// Whether the crate was checked and compiles without a warning.
    pub compiled: bool,
    /// How many warnings of the compiler the check denied.
    pub lints: usize,
}
