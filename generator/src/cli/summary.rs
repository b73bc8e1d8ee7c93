use std::time::Duration;

use crate::diagnostic::{Diagnostic, Severity};

/// How many errors and warnings were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    errors: usize,
    warnings: usize,
}

impl Tally {
    /// Counts what was said.
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |wanted| {
            diagnostics
                .iter()
                .filter(|said| said.severity == wanted)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }

    /// Whether there were warnings and nothing worse.
    pub(super) fn only_warnings(self) -> bool {
        self.errors == 0 && self.warnings > 0
    }

    /// Whether the run fails: on errors, and where it is `strict` on warnings too.
    pub(super) fn fails(self, strict: bool) -> bool {
        self.errors > 0 || (strict && self.warnings > 0)
    }
}

/// `1 error, 3 warnings`; nothing when there were none.
impl std::fmt::Display for Tally {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [(self.errors, "error"), (self.warnings, "warning")];
        let parts = parts
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| counted(number, what));
        formatter.write_str(&parts.collect::<Vec<_>>().join(", "))
    }
}

/// `1 file`, `2 files`.
pub(super) fn counted(number: usize, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

/// `38 ms`, `1.2 s`.
pub(super) fn spent(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_millis())
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}
