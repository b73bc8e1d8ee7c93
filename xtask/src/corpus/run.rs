use std::cmp::Reverse;
use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;
use std::time::Duration;

use clientwright::cli::{Console, Exit, Refusal};
use globset::{Glob, GlobMatcher};

use super::arguments::Corpus;
use super::bench::{Bench, Desk};
use super::checker::Checker;
use super::documents::{Document, documents};
use super::entry::Entry;
use super::expected::Expected;
use super::guard::Limits;
use super::parallel::in_parallel;
use super::summary::summary;

/// Where crates are made and checked.
const SCRATCH: &str = "target/corpus";

/// Tries every document of a folder and says what became of them.
pub fn corpus(console: &mut Console<'_>, root: &Path, wanted: &Corpus) -> Exit {
    match attempt(console, root, wanted) {
        Ok(entries) if entries.iter().all(|entry| entry.failures.is_empty()) => Exit::Fine,
        Ok(_) => Exit::Failed,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}

fn attempt(console: &mut Console<'_>, root: &Path, wanted: &Corpus) -> Result<Vec<Entry>, Refusal> {
    let documents = find(wanted)?;
    let trial = Trial::prepare(root, wanted)?;
    let entries = trial.run(console, documents);
    console.print(&summary(&entries, wanted.only.is_some()))?;
    if let Some(path) = &wanted.report {
        write_report(path, &entries)?;
    }
    Ok(entries)
}

/// The documents that are asked for.
fn find(wanted: &Corpus) -> Result<Vec<Document>, Refusal> {
    let only = wanted.only.as_deref().map(glob).transpose()?;
    let found = documents(&wanted.folder, only.as_ref())
        .map_err(|error| Refusal::io("read", &wanted.folder, &error))?;
    if found.is_empty() {
        let message = format!("`{}` holds no such document", wanted.folder.display());
        return Err(Refusal::new(message));
    }
    Ok(found)
}

fn glob(text: &str) -> Result<GlobMatcher, Refusal> {
    let glob = Glob::new(text)
        .map_err(|error| Refusal::new(format!("`{text}` is no pattern: {error}")))?;
    Ok(glob.compile_matcher())
}

/// Everything that it takes to try documents.
struct Trial {
    bench: Bench,
    checker: Option<Checker>,
    expected: Expected,
    /// The folder of the desks.
    desks: PathBuf,
    jobs: usize,
    keep: bool,
}

impl Trial {
    fn prepare(root: &Path, wanted: &Corpus) -> Result<Self, Refusal> {
        let scratch = root.join(SCRATCH);
        let bench = Bench {
            folder: wanted.folder.clone(),
            worker: wanted.worker.clone().map_or_else(|| build(root), Ok)?,
            limits: Limits {
                time: Duration::from_secs(wanted.timeout),
                memory: Some(wanted.memory),
            },
        };
        let jobs = wanted.jobs.or_else(|| available_parallelism().ok());
        let jobs = jobs.map_or(1, NonZeroUsize::get);
        let checker = if wanted.compile {
            let ready = checker(&bench, root, &scratch, jobs);
            Some(ready.map_err(|error| Refusal::new(format!("no crate can be checked: {error}")))?)
        } else {
            None
        };
        Ok(Self {
            bench,
            checker,
            expected: Expected::read(root)?,
            desks: scratch.join("crates"),
            jobs,
            keep: wanted.keep,
        })
    }

    /// Tries the documents, the largest first so that none is left for one job alone at the end.
    fn run(&self, console: &mut Console<'_>, mut documents: Vec<Document>) -> Vec<Entry> {
        documents.sort_by_key(|document| Reverse(document.size));
        let mut count = 0;
        let done = |entry: &Entry| {
            count += 1;
            if console.live() {
                console.say(&format!("{count}/{} {}", documents.len(), entry.path));
            }
        };
        let mut entries = in_parallel(
            self.jobs,
            &documents,
            |job, one| self.examine(job, one),
            done,
        );
        entries.sort_by(|one, other| one.path.cmp(&other.path));
        entries
    }

    /// Tries a document.
    fn examine(&self, job: usize, document: &Document) -> Entry {
        let desk = self.desks.join(document.path.replace(['/', '\\'], "~"));
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
        if let (Some(checker), true) = (&self.checker, entry.generated) {
            checker.check(job, &desk.made(), &mut entry)?;
        }
        Ok(entry)
    }
}

/// Builds the command line as its users have it.
fn build(root: &Path) -> Result<PathBuf, Refusal> {
    let mut command = Command::new("cargo");
    command.args(["build", "--release", "--quiet", "--package", "clientwright"]);
    if !root.as_os_str().is_empty() {
        command.current_dir(root);
    }
    let built = command
        .status()
        .map_err(|error| Refusal::new(format!("cannot start cargo: {error}")))?;
    if !built.success() {
        return Err(Refusal::new("the generator does not build"));
    }
    Ok(root.join("target/release/clientwright"))
}

/// The smallest description, whose crate has the dependencies of all.
const SEED: &str = r#"{"openapi":"3.0.3","info":{"title":"seed","version":"1"},"paths":{}}"#;

fn checker(bench: &Bench, root: &Path, scratch: &Path, jobs: usize) -> io::Result<Checker> {
    let desk = Desk::cleared(scratch.join("seed"))?;
    let seed = Bench {
        folder: desk.0.clone(),
        ..bench.clone()
    };
    let document = Document {
        path: "seed.json".to_owned(),
        operations: None,
        size: 0,
    };
    fs::write(desk.0.join(&document.path), SEED)?;
    let entry = seed.generate(&document, &desk)?;
    match entry.failures.first() {
        Some(failure) => Err(io::Error::other(failure.message.clone())),
        None => Checker::ready(root, scratch, jobs, &desk.made()),
    }
}

fn write_report(path: &Path, entries: &[Entry]) -> Result<(), Refusal> {
    let text = serde_json::to_string_pretty(entries)
        .map_err(|error| Refusal::new(format!("the report cannot be put in words: {error}")))?;
    fs::write(path, text + "\n").map_err(|error| Refusal::io("write the report to", path, &error))
}
