use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clientwright::cli::Refusal;

use super::arguments::Corpus;
use super::documents::Document;

/// The reviewed list of documents whose crates `--smoke` checks: paths, one a line.
const LIST: &str = "tests/cases/corpus/smoke.txt";

/// The documents whose crates are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// No crate is checked.
    None,
    /// Every crate that was made.
    All,
    /// The crates of documents with these paths.
    Listed(BTreeSet<String>),
}

impl Choice {
    /// What is asked for.
    ///
    /// # Errors
    ///
    /// When the list cannot be read, or a document of it is not among `documents` although they are all there are.
    pub(super) fn of(
        wanted: &Corpus,
        root: &Path,
        documents: &[Document],
    ) -> Result<Self, Refusal> {
        if !wanted.smoke {
            return Ok(if wanted.compile {
                Self::All
            } else {
                Self::None
            });
        }
        let path = root.join(LIST);
        let text = fs::read_to_string(&path).map_err(|error| Refusal::io("read", &path, &error))?;
        let listed: BTreeSet<String> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect();
        let there = |path: &String| documents.iter().any(|document| document.path == *path);
        match listed.iter().find(|path| !there(path)) {
            Some(path) if wanted.only.is_none() => {
                let message = format!("`{path}` is listed in {LIST}, but is in no folder");
                Err(Refusal::new(message))
            }
            Some(_) | None => Ok(Self::Listed(listed)),
        }
    }

    /// Whether the crate of a document is checked.
    pub(super) fn takes(&self, document: &Document) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Listed(paths) => paths.contains(&document.path),
        }
    }
}
