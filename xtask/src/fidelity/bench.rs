use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clientwright::cli::Refusal;

use super::arguments::Fidelity;
use super::examples::{Case, examples, random};
use super::exchange::exchange;
use super::explained::Explained;
use super::report::Entry;
use super::rows::Row;
use super::verdict::Failure;
use crate::corpus::{Bench, Desk, Document, End, Limits, Manner, Workshop, build, failure};

/// Where crates are made and built.
const SCRATCH: &str = "target/fidelity";

/// What the generator may take for a document.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(300),
    memory: Some(8192),
};

const MANNER: Manner = Manner {
    command: "build",
    features: "cli",
    flags: "--cap-lints allow",
    debug: "0",
};

/// Everything that it takes to send values through the types of documents.
pub(super) struct Fidelities<'a> {
    bench: Bench,
    workshop: Workshop,
    explained: Explained,
    /// The folder of the desks.
    desks: PathBuf,
    wanted: &'a Fidelity,
    rows: BTreeMap<String, Vec<Row>>,
}

impl<'a> Fidelities<'a> {
    /// Builds what is needed.
    ///
    /// # Errors
    ///
    /// When that fails, or a list of the repository cannot be used.
    pub(super) fn prepare(
        root: &Path,
        wanted: &'a Fidelity,
        rows: BTreeMap<String, Vec<Row>>,
    ) -> Result<Self, Refusal> {
        let scratch = root.join(SCRATCH);
        let bench = Bench {
            worker: wanted.worker.clone().map_or_else(|| build(root), Ok)?,
            limits: LIMITS,
        };
        let jobs = wanted.jobs.get();
        let workshop = Workshop::ready(MANNER, root, &scratch, "build", (&bench, jobs));
        Ok(Self {
            workshop: workshop
                .map_err(|error| Refusal::new(format!("no crate can be built: {error}")))?,
            bench,
            explained: Explained::read(root)?,
            desks: scratch.join("crates"),
            wanted,
            rows,
        })
    }

    /// Sends the values of a document through its types, and judges what became of them.
    pub(super) fn examine(&self, job: usize, document: &Document) -> Entry {
        let mut entry = Entry {
            path: document.path.clone(),
            ..Entry::default()
        };
        let desk = self.desks.join(&document.path);
        if let Err(error) = self.attempt(job, document, &desk, &mut entry) {
            entry.problems.push(error.to_string());
        }
        self.explained.judge(&mut entry);
        // What cannot be removed now is removed before the next run.
        let _ = fs::remove_dir_all(&desk);
        entry
    }

    fn attempt(
        &self,
        job: usize,
        document: &Document,
        desk: &Path,
        entry: &mut Entry,
    ) -> io::Result<()> {
        let cases = self.cases(document, entry)?;
        if cases.is_empty() {
            return Ok(());
        }
        let desk = Desk::cleared(desk.to_owned())?;
        let made = self.bench.make(document, &desk)?;
        if let Some(failure) = made.failures.first() {
            return Err(io::Error::other(failure.message.clone()));
        }
        let work = self.workshop.work(job, &desk.made())?;
        if work.ended.how != End::Exit(0) {
            self.workshop.clean(job, &desk.made())?;
            return Err(io::Error::other(failure(&work.ended, &work.told).message));
        }
        let fates = exchange(&self.workshop.program(job), &desk.0, &cases);
        self.workshop.clean(job, &desk.made())?;
        for (case, fate) in cases.into_iter().zip(fates?) {
            entry.count(case.mark, &fate);
            entry.seen.insert(case.origin.clone());
            if !fate.is_fine(case.mark) {
                entry.failures.push(Failure {
                    origin: case.origin,
                    schema: case.schema,
                    mark: case.mark,
                    fate,
                });
            }
        }
        Ok(())
    }

    /// The values that are asked for.
    fn cases(&self, document: &Document, entry: &mut Entry) -> io::Result<Vec<Case>> {
        let mut cases = Vec::new();
        if !self.wanted.random_only {
            let rows = self.rows.get(&document.path).into_iter().flatten();
            cases = examples(document, &rows.collect::<Vec<_>>());
        }
        if let Some(count) = self.wanted.instances() {
            let (made, barren) = random(document, count, self.wanted.seed)?;
            entry.barren = barren;
            cases.extend(made);
        }
        Ok(cases)
    }
}
