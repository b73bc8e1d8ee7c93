use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use clientwright::cli::Refusal;

use super::entry::Entry;

/// What stands before and after the table.
const MARKS: [&str; 2] = ["<!-- corpus -->", "<!-- /corpus -->"];

/// Puts the table of a run into the README of the repository at `root`.
///
/// # Errors
///
/// When the file cannot be read or written, or does not say where the table goes.
pub(super) fn write_table(root: &Path, entries: &[Entry]) -> Result<(), Refusal> {
    let path = root.join("README.md");
    let text = fs::read_to_string(&path).map_err(|error| Refusal::io("read", &path, &error))?;
    let Some(text) = with_table(&text, &table(entries)) else {
        let [first, last] = MARKS;
        let message = format!("`{}` has no `{first}` and `{last}`", path.display());
        return Err(Refusal::new(message));
    };
    fs::write(&path, text).map_err(|error| Refusal::io("write", &path, &error))
}

/// The text with another table between the marks.
pub(super) fn with_table(text: &str, table: &str) -> Option<String> {
    let [first, last] = MARKS;
    let (before, rest) = text.split_once(first)?;
    let (_, after) = rest.split_once(last)?;
    Some(format!("{before}{first}\n{table}{last}{after}"))
}

/// The run as a table in Markdown: a row for each of the outermost folders that the documents come from.
pub(super) fn table(entries: &[Entry]) -> String {
    let mut families: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let outermost = entry.family.split('/').next().unwrap_or_default();
        families.entry(outermost).or_default().push(entry);
    }
    let mut text = String::from(
        "| documents from | documents | operations | crates that compile | lines | seconds to generate | seconds to check |\n\
         |---|--:|--:|--:|--:|--:|--:|\n",
    );
    for (name, entries) in &families {
        row(&mut text, name, entries);
    }
    if families.len() > 1 {
        row(&mut text, "all", &entries.iter().collect::<Vec<_>>());
    }
    text
}

fn row(text: &mut String, name: &str, entries: &[&Entry]) {
    let sum = |of: fn(&Entry) -> usize| -> usize { entries.iter().map(|entry| of(entry)).sum() };
    let seconds = |of: fn(&Entry) -> f64| -> f64 { entries.iter().map(|entry| of(entry)).sum() };
    let _ = writeln!(
        text,
        "| {name} | {} | {} | {} | {} | {:.1} | {:.0} |",
        entries.len(),
        sum(|entry| entry.operations.emitted),
        sum(|entry| usize::from(entry.compiled)),
        sum(|entry| entry.output.lines),
        seconds(|entry| entry.generate.cpu),
        seconds(|entry| entry.check.map_or(0.0, |check| check.cpu)),
    );
}
