use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clientwright::cli::Refusal;

use crate::corpus::Document;

/// The reviewed list of the documents of `--smoke`: paths, one a line.
const LIST: &str = "tests/cases/fidelity/smoke.txt";

/// The paths of the listed documents.
///
/// # Errors
///
/// When the list cannot be read, or a document of it is not among `documents`.
pub(super) fn listed(root: &Path, documents: &[Document]) -> Result<BTreeSet<String>, Refusal> {
    let path = root.join(LIST);
    let text = fs::read_to_string(&path).map_err(|error| Refusal::io("read", &path, &error))?;
    let lines = text.lines().map(str::trim);
    let listed: BTreeSet<String> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let there = |path: &String| documents.iter().any(|document| document.path == *path);
    match listed.iter().find(|path| !there(path)) {
        Some(path) => {
            let message = format!("`{path}` is listed in {LIST}, but is in no folder");
            Err(Refusal::new(message))
        }
        None => Ok(listed),
    }
}
