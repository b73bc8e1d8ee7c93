use std::fs;
use std::path::Path;

use clientwright::cli::Refusal;
use serde::Deserialize;

use super::report::Entry;

/// The reviewed list of values that do not come back whole, and why.
const LIST: &str = "tests/cases/fidelity/explained.toml";

/// The values that do not come back whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Explained {
    #[serde(default)]
    explained: Vec<Explanation>,
}

/// Why a value does not come back whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Explanation {
    /// The path of the document in the folder.
    document: String,
    /// Where the example is, or the schema of a random instance.
    pointer: String,
    /// Why it is as it is.
    reason: String,
}

impl Explained {
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
        let list: Self = toml::from_str(text)
            .map_err(|error| Refusal::new(format!("the list of what is explained: {error}")))?;
        match list.explained.iter().find(|it| it.reason.trim().is_empty()) {
            Some(it) => Err(Refusal::new(format!("`{}` has no reason", it.pointer))),
            None => Ok(list),
        }
    }

    /// Takes what is explained from the failures of a document, and adds what is explained and does not fail.
    pub(super) fn judge(&self, entry: &mut Entry) {
        let own = self.explained.iter().filter(|it| it.document == entry.path);
        for explanation in own {
            let before = entry.failures.len();
            entry
                .failures
                .retain(|failure| failure.origin != explanation.pointer);
            let count = before - entry.failures.len();
            entry.explained += count;
            if count == 0 && entry.seen.contains(&explanation.pointer) {
                let message = format!(
                    "`{}` comes back whole: take it from {LIST}",
                    explanation.pointer
                );
                entry.problems.push(message);
            }
        }
    }
}
