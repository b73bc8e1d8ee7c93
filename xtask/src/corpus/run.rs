use std::fs;
use std::path::Path;

use clientwright::cli::{Console, Exit, Refusal};
use globset::{Glob, GlobMatcher};
use serde::Serialize;

use super::arguments::Corpus;
use super::documents::{Document, documents};
use super::entry::Entry;
use super::readme::write_table;
use super::summary::summary;
use super::trial::Trial;

/// Tries every document of the folders and says what became of them.
pub fn corpus(console: &mut Console<'_>, root: &Path, wanted: &Corpus) -> Exit {
    match attempt(console, root, wanted) {
        Ok(entries) if entries.iter().all(|entry| entry.failures.is_empty()) => Exit::Fine,
        Ok(_) => Exit::Failed,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}

fn attempt(console: &mut Console<'_>, root: &Path, wanted: &Corpus) -> Result<Vec<Entry>, Refusal> {
    let documents = find(wanted)?;
    let trial = Trial::prepare(root, wanted, &documents)?;
    let entries = trial.run(console, documents);
    console.print(&summary(&entries, wanted.only.is_some()))?;
    if let Some(path) = &wanted.report {
        write_report(path, &entries)?;
    }
    if wanted.readme {
        write_table(root, &entries)?;
    }
    Ok(entries)
}

/// The documents that are asked for.
fn find(wanted: &Corpus) -> Result<Vec<Document>, Refusal> {
    let only = wanted.only.as_deref().map(glob).transpose()?;
    let mut found = Vec::new();
    for folder in &wanted.folders {
        let more = documents(folder, only.as_ref())
            .map_err(|error| Refusal::io("read", folder, &error))?;
        found.extend(more);
    }
    if found.is_empty() {
        return Err(Refusal::new("there is no such document"));
    }
    Ok(found)
}

/// A pattern of paths.
///
/// # Errors
///
/// When it is none.
pub(crate) fn glob(text: &str) -> Result<GlobMatcher, Refusal> {
    let glob = Glob::new(text)
        .map_err(|error| Refusal::new(format!("`{text}` is no pattern: {error}")))?;
    Ok(glob.compile_matcher())
}

/// Writes what became of each document.
///
/// # Errors
///
/// When the file cannot be written.
pub(crate) fn write_report(path: &Path, entries: &[impl Serialize]) -> Result<(), Refusal> {
    let text = serde_json::to_string_pretty(entries)
        .map_err(|error| Refusal::new(format!("the report cannot be put in words: {error}")))?;
    fs::write(path, text + "\n").map_err(|error| Refusal::io("write the report to", path, &error))
}
