use std::io;
use std::path::Path;

use super::cases::{check_cases, check_snapshots};
use super::sources::{SourceFile, read_sources};
use super::violation::{Rule, Violation};
use super::{faces, length, names, panics, stages};

/// The rules that look at one file at a time.
const RULES: &[fn(&SourceFile) -> Vec<Violation>] = &[
    readable,
    stages::check,
    panics::check,
    length::check,
    faces::check,
    names::check,
];

/// Checks the rules of the house over the repository at `root`.
///
/// # Errors
///
/// When a file or a folder cannot be read.
pub fn check(root: &Path) -> io::Result<Vec<Violation>> {
    let sources = read_sources(root)?;
    let mut found: Vec<Violation> = sources.iter().flat_map(check_file).collect();
    found.extend(check_cases(root)?);
    found.extend(check_snapshots(root)?);
    found.sort();
    found.dedup();
    Ok(found)
}

/// Checks the rules that look at one file.
pub fn check_file(file: &SourceFile) -> Vec<Violation> {
    RULES.iter().flat_map(|rule| rule(file)).collect()
}

fn readable(file: &SourceFile) -> Vec<Violation> {
    let Err(error) = &file.syntax else {
        return Vec::new();
    };
    let (line, message) = (error.span().start().line, error.to_string());
    vec![Violation {
        file: file.path.clone(),
        line,
        rule: Rule::Readable,
        message,
    }]
}
