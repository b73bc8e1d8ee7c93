use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Serialize;

use super::rows::Mark;
use super::verdict::{Failure, Fate};
use crate::corpus::Table;

/// What became of a document.
#[derive(Debug, Default, Serialize)]
pub(super) struct Entry {
    /// Its path in the folder.
    pub path: String,
    /// What became of its values, by whether they fit.
    pub counts: BTreeMap<Mark, Counts>,
    /// How many components have no random instances.
    pub barren: usize,
    /// The values that should have another fate.
    pub failures: Vec<Failure>,
    /// How many values have another fate than they should, and that is explained.
    pub explained: usize,
    /// What else is wrong.
    pub problems: Vec<String>,
    /// Where values come from.
    #[serde(skip)]
    pub seen: BTreeSet<String>,
}

/// How many values had which fate.
#[derive(Debug, Default, Clone, Copy, Serialize)]
pub(super) struct Counts {
    /// They came back whole.
    pub equal: usize,
    /// They came back different.
    pub different: usize,
    /// They are no values of the type, and the path of what is wrong was said.
    pub refused: usize,
    /// It did not come to that.
    pub lost: usize,
}

impl Entry {
    /// Whether all is as it should be.
    pub(super) fn is_fine(&self) -> bool {
        self.failures.is_empty() && self.problems.is_empty()
    }

    /// What became of it, in a line.
    pub(super) fn told(&self) -> String {
        let equal: usize = self.counts.values().map(|counts| counts.equal).sum();
        let (failed, wrong) = (self.failures.len(), self.problems.len());
        format!(
            "{}: {equal} equal, {failed} failed, {wrong} problems",
            self.path
        )
    }

    /// Counts what became of a value.
    pub(super) fn count(&mut self, mark: Mark, fate: &Fate) {
        let counts = self.counts.entry(mark).or_default();
        match fate {
            Fate::Equal => counts.equal += 1,
            Fate::Different(_) => counts.different += 1,
            Fate::Refused { .. } => counts.refused += 1,
            Fate::Lost(_) => counts.lost += 1,
        }
    }
}

/// The most failures of a document that are shown.
const SHOWN: usize = 12;

/// What became of all documents: those that failed, then the figures.
pub(super) fn summary(entries: &[Entry]) -> String {
    let failed = entries.iter().filter(|entry| !entry.is_fine());
    let lines: Vec<String> = failed.map(|entry| entry.told() + "\n").collect();
    let between = if lines.is_empty() { "" } else { "\n" };
    lines.concat() + between + &figures(entries)
}

/// What is wrong with a document.
pub(super) fn wrong(entry: &Entry) -> String {
    let mut text = String::new();
    for problem in &entry.problems {
        let _ = writeln!(text, "    {}", problem.trim_end().replace('\n', "\n    "));
    }
    for failure in entry.failures.iter().take(SHOWN) {
        text.push_str(&shown(failure));
    }
    let more = entry.failures.len().saturating_sub(SHOWN);
    if more > 0 {
        let _ = writeln!(text, "    and {more} more");
    }
    text
}

fn shown(failure: &Failure) -> String {
    let mut text = format!("    {} ({})", failure.origin, failure.mark.as_str());
    if failure.schema != failure.origin {
        let _ = write!(text, " as {}", failure.schema);
    }
    text.push('\n');
    match &failure.fate {
        Fate::Equal => {}
        Fate::Different(differences) => {
            for it in differences {
                let _ = writeln!(
                    text,
                    "        {}: {} became {}",
                    it.path, it.expected, it.found
                );
            }
        }
        Fate::Refused { path, message } => _ = writeln!(text, "        {path}: {message}"),
        Fate::Lost(why) => _ = writeln!(text, "        {why}"),
    }
    text
}

fn figures(entries: &[Entry]) -> String {
    let mut sums: BTreeMap<Mark, Counts> = BTreeMap::new();
    for (mark, counts) in entries.iter().flat_map(|entry| &entry.counts) {
        let sum = sums.entry(*mark).or_default();
        sum.equal += counts.equal;
        sum.different += counts.different;
        sum.refused += counts.refused;
        sum.lost += counts.lost;
    }
    let mut table = Table::new(&["fits", "values", "equal", "different", "refused", "lost"]);
    for (mark, counts) in sums {
        let Counts {
            equal,
            different,
            refused,
            lost,
        } = counts;
        let all = equal + different + refused + lost;
        let figures = [all, equal, different, refused, lost].map(|count| count.to_string());
        let cells: Vec<String> = [mark.as_str().to_owned()]
            .into_iter()
            .chain(figures)
            .collect();
        table.row(&cells);
    }
    let sum = |of: fn(&Entry) -> usize| -> usize { entries.iter().map(of).sum() };
    let (failed, explained) = (sum(|it| it.failures.len()), sum(|it| it.explained));
    let (barren, wrong) = (sum(|it| it.barren), sum(|it| usize::from(!it.is_fine())));
    format!(
        "{table}{} documents, {wrong} of them not as they should be; {failed} values failed, {explained} more are explained; {barren} components without random instances\n",
        entries.len()
    )
}
