use std::cmp::Reverse;
use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Duration;

use clientwright::cli::{Console, Refusal};

use super::arguments::Corpus;
use super::bench::{Bench, Desk};
use super::checker::Checker;
use super::choice::Choice;
use super::documents::Document;
use super::entry::Entry;
use super::expected::Expected;
use super::guard::Limits;
use super::parallel::in_parallel;
use super::worker::build;

/// Where crates are made and checked.
const SCRATCH: &str = "target/corpus";

/// Everything that it takes to try documents.
pub(super) struct Trial {
    bench: Bench,
    choice: Choice,
    checker: Option<Checker>,
    expected: Expected,
    /// The folder of the desks.
    desks: PathBuf,
    jobs: usize,
    keep: bool,
}

impl Trial {
    /// Builds what is needed to try the documents.
    ///
    /// # Errors
    ///
    /// When that fails, or a list of the repository cannot be used.
    pub(super) fn prepare(
        root: &Path,
        wanted: &Corpus,
        documents: &[Document],
    ) -> Result<Self, Refusal> {
        let scratch = root.join(SCRATCH);
        let expected = Expected::read(root)?;
        let choice = Choice::of(wanted, root, documents)?;
        let bench = Bench {
            worker: wanted.worker.clone().map_or_else(|| build(root), Ok)?,
            limits: Limits {
                time: Duration::from_secs(wanted.timeout),
                memory: Some(wanted.memory),
            },
        };
        let jobs = wanted.jobs.or_else(|| available_parallelism().ok());
        let jobs = jobs.map_or(1, NonZeroUsize::get);
        let checker = if choice == Choice::None {
            None
        } else {
            let ready = Checker::ready(root, &scratch, (&bench, jobs));
            Some(ready.map_err(|error| Refusal::new(format!("no crate can be checked: {error}")))?)
        };
        Ok(Self {
            bench,
            choice,
            checker,
            expected,
            desks: scratch.join("crates"),
            jobs,
            keep: wanted.keep,
        })
    }

    /// Tries the documents, the largest first so that none is left for one job alone at the end.
    ///
    /// What became of them is in the order of their paths.
    pub(super) fn run(
        &self,
        console: &mut Console<'_>,
        mut documents: Vec<Document>,
    ) -> Vec<Entry> {
        documents.sort_by_key(|document| Reverse(document.size));
        let mut count = 0;
        let done = |entry: &Entry| {
            count += 1;
            if console.live() {
                console.say(&format!("{count}/{} {}", documents.len(), entry.path));
            }
        };
        let work = |job, document: &Document| self.examine(job, document);
        let mut entries = in_parallel(self.jobs, &documents, work, done);
        entries.sort_by(|one, other| (&one.path, &one.family).cmp(&(&other.path, &other.family)));
        entries
    }

    /// Tries a document and judges what became of it.
    fn examine(&self, job: usize, document: &Document) -> Entry {
        let folder = document.folder.file_name().unwrap_or_default();
        let desk = self.desks.join(folder).join(&document.path);
        let mut entry = self
            .attempt(job, document, &desk)
            .unwrap_or_else(|error| Entry::machine(document, &error));
        self.expected.judge(&mut entry);
        if !self.keep {
            // What cannot be removed now is removed before the next run.
            let _ = fs::remove_dir_all(&desk);
        }
        entry
    }

    fn attempt(&self, job: usize, document: &Document, desk: &Path) -> io::Result<Entry> {
        let desk = Desk::cleared(desk.to_owned())?;
        let mut entry = self.bench.generate(document, &desk)?;
        if let Some(checker) = &self.checker
            && self.choice.takes(document)
            && entry.generated
        {
            checker.check(job, &desk.made(), &mut entry)?;
        }
        Ok(entry)
    }
}
