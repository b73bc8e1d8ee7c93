use serde::Serialize;

use super::Diagnostic;
use super::shown::Shown;
use crate::source::Sources;

/// A diagnostic as `--report` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Which of the closed list of things it is.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The path of the file, relative to the root folder.
    pub file: String,
    /// The line, from 1; none if the file has no text.
    pub line: Option<usize>,
    /// The character in the line, from 1; none if the file has no text.
    pub column: Option<usize>,
    /// Where in the file's value (RFC 6901).
    pub pointer: String,
    /// What is so.
    pub message: String,
}

/// The diagnostics as `--report` writes them.
pub fn rows(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Row> {
    let shown = Shown::new(diagnostics, sources);
    diagnostics
        .iter()
        .map(|diagnostic| row(diagnostic, &shown))
        .collect()
}

fn row(diagnostic: &Diagnostic, shown: &Shown<'_>) -> Row {
    let spot = shown.spot(&diagnostic.place);
    Row {
        code: diagnostic.code.as_str(),
        severity: diagnostic.severity.as_str(),
        file: shown.path(&diagnostic.place).to_owned(),
        line: spot.map(|spot| spot.line),
        column: spot.map(|spot| spot.column),
        pointer: diagnostic.place.pointer.as_str().to_owned(),
        message: diagnostic.message.clone(),
    }
}
