use std::fs;
use std::path::Path;

use super::console::Console;
use super::refusal::Refusal;
use crate::Report;

/// Writes the report of a run, in JSON, to a file; `-` is the standard output.
///
/// # Errors
///
/// When it cannot be written.
pub(super) fn write_report(
    console: &mut Console<'_>,
    path: &Path,
    report: &Report,
) -> Result<(), Refusal> {
    let mut text = serde_json::to_string_pretty(report)
        .map_err(|error| Refusal::new(format!("the report cannot be put in words: {error}")))?;
    text.push('\n');
    if path == Path::new("-") {
        return console.print(&text);
    }
    fs::write(path, text).map_err(|error| Refusal::io("write the report to", path, &error))
}
