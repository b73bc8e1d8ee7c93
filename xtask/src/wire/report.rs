use std::fmt::Write;

use serde::Serialize;

use crate::corpus::Table;

/// What became of the scenarios of a version of OpenAPI.
#[derive(Debug, Serialize)]
pub(super) struct Run {
    pub(super) version: String,
    pub(super) entries: Vec<Entry>,
    /// What a strict reader of the requests complains of.
    pub(super) complaints: Vec<String>,
    /// What cannot be expressed, and why.
    pub(super) beyond: Vec<String>,
}

/// What became of a scenario.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    pub(super) scenario: String,
    /// The folder of its descriptions.
    pub(super) spec: String,
    /// What is wrong with its calls; nothing, if it is passed.
    pub(super) wrong: Vec<String>,
}

impl Run {
    /// Whether all is as it should be.
    pub(super) fn is_fine(&self) -> bool {
        self.passed() == self.entries.len() && self.complaints.is_empty()
    }

    fn passed(&self) -> usize {
        let passed = self.entries.iter().filter(|entry| entry.wrong.is_empty());
        passed.count()
    }

    /// What differs, a line for each scenario and one for each thing that is wrong with it.
    pub(super) fn told(&self) -> String {
        let mut text = String::new();
        for entry in self.entries.iter().filter(|entry| !entry.wrong.is_empty()) {
            let _ = writeln!(text, "{} {} ({})", self.version, entry.scenario, entry.spec);
            for wrong in &entry.wrong {
                let _ = writeln!(text, "    {}", wrong.trim_end().replace('\n', "\n    "));
            }
        }
        for complaint in &self.complaints {
            let _ = writeln!(text, "{} complaint: {complaint}", self.version);
        }
        text
    }
}

/// The figures of all versions, and what is beyond what a description can say.
pub(super) fn summary(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut beyond: Vec<&str> = Vec::new();
    for line in runs.iter().flat_map(|run| &run.beyond) {
        if !beyond.contains(&line.as_str()) {
            beyond.push(line);
        }
    }
    if !beyond.is_empty() {
        let _ = writeln!(text, "beyond what a description can say:");
        beyond
            .iter()
            .for_each(|line| _ = writeln!(text, "    {line}"));
    }
    let mut table = Table::new(&["version", "passed", "expressible", "complaints"]);
    for run in runs {
        let figures = [run.passed(), run.entries.len(), run.complaints.len()];
        let mut cells = vec![run.version.clone()];
        cells.extend(figures.map(|figure| figure.to_string()));
        table.row(&cells);
    }
    let _ = write!(text, "{table}");
    text
}
