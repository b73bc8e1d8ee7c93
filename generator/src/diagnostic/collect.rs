use indexmap::IndexSet;

use super::{Code, Severity, written};
use crate::source::{Place, Sources};

/// One thing that is said about one place of a description.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Which of the closed list of things it is.
    pub code: Code,
    /// How much it weighs; the code's own severity.
    pub severity: Severity,
    /// Where in the description.
    pub place: Place,
    /// What is so, in one sentence without a full stop.
    pub message: String,
    /// What the generator made of it, drawn under the line.
    pub label: Option<String>,
    /// What the author can do.
    pub help: Option<String>,
    /// Another place that belongs to the matter, and what it is.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A diagnostic with the severity of its code.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            place,
            message: message.into(),
            label: None,
            help: None,
            related: Vec::new(),
        }
    }

    /// Says what the generator made of it.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what the author can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Points at another place that belongs to the matter.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

/// Collects what the stages say.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: IndexSet<Diagnostic>,
    keep_going: bool,
}

/// A stage found errors, so the next one is not begun.
#[derive(Debug)]
pub struct Failed {
    /// Everything that was said up to there.
    pub diagnostics: Vec<Diagnostic>,
}

impl Failed {
    /// The same, each at the place where what it is about was written.
    pub(crate) fn written(self, sources: &Sources) -> Self {
        Self {
            diagnostics: written(self.diagnostics, sources),
        }
    }
}

impl Diagnostics {
    /// An empty collection; with `keep_going`, errors do not stop the next stage.
    pub fn new(keep_going: bool) -> Self {
        Self {
            list: IndexSet::new(),
            keep_going,
        }
    }

    /// Says one more thing. What was said already, of the same place, is not said twice.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.list.insert(diagnostic);
    }

    /// Ends a stage: fails if there was an error.
    pub fn fence(&mut self) -> Result<(), Failed> {
        let failed = self
            .list
            .iter()
            .any(|said| said.severity == Severity::Error);
        if failed && !self.keep_going {
            return Err(Failed {
                diagnostics: std::mem::take(&mut self.list).into_iter().collect(),
            });
        }
        Ok(())
    }

    /// Everything that was said, in the order in which it was said.
    pub fn into_all(self) -> Vec<Diagnostic> {
        self.list.into_iter().collect()
    }
}
