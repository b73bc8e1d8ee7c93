use std::fs;
use std::path::Path;

use clientwright::cli::Refusal;
use globset::{Glob, GlobMatcher};
use serde::Deserialize;

use super::entry::Entry;
use super::failure::{Class, Failure};

/// The reviewed list of documents that cannot be generated, and why.
const LIST: &str = "tests/cases/corpus/expected.toml";

/// The documents that cannot be generated.
#[derive(Debug, Default)]
pub(super) struct Expected(Vec<(GlobMatcher, Reason)>);

/// Why documents cannot be generated.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    /// The pattern of their paths in the folder.
    documents: String,
    /// The code of the error that says so.
    code: String,
    /// What is wrong with them.
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(default)]
    expected: Vec<Reason>,
}

impl Expected {
    /// Reads the list of the repository at `root`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn read(root: &Path) -> Result<Self, Refusal> {
        let path = root.join(LIST);
        let text = fs::read_to_string(&path).map_err(|error| Refusal::io("read", &path, &error))?;
        Self::parse(&text)
    }

    /// Reads a list.
    ///
    /// # Errors
    ///
    /// When it is not what it should be.
    pub(super) fn parse(text: &str) -> Result<Self, Refusal> {
        let wrong = |what: &dyn std::fmt::Display| {
            Refusal::new(format!("the list of expected failures: {what}"))
        };
        let list: List = toml::from_str(text).map_err(|error| wrong(&error))?;
        let mut found = Vec::new();
        for reason in list.expected {
            let glob = Glob::new(&reason.documents).map_err(|error| wrong(&error))?;
            found.push((glob.compile_matcher(), reason));
        }
        Ok(Self(found))
    }

    /// Takes the refusal of a document for what it should be, and anything else for what it should not be.
    pub(super) fn judge(&self, entry: &mut Entry) {
        let Some((_, expected)) = self.0.iter().find(|(glob, _)| glob.is_match(&entry.path)) else {
            return;
        };
        entry.expected = Some(expected.reason.clone());
        let Reason { code, .. } = expected;
        if entry.generated {
            let message = format!("no longer fails with `{code}`: take it from {LIST}");
            entry
                .failures
                .push(Failure::new(Class::Unexpected, message));
            return;
        }
        for failure in &mut entry.failures {
            if failure.class == Class::Refused && !entry.errors.contains(code) {
                failure.class = Class::Unexpected;
                failure.message = format!("`{code}` is expected\n{}", failure.message);
            }
        }
        entry
            .failures
            .retain(|failure| failure.class != Class::Refused);
    }
}
