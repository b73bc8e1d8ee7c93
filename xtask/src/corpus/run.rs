use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;
use std::time::Duration;

use clientwright::cli::{Console, Exit, Refusal};
use globset::{Glob, GlobMatcher};

use super::arguments::Corpus;
use super::bench::{Bench, Desk};
use super::documents::{Document, documents};
use super::entry::Entry;
use super::expected::Expected;
use super::guard::Limits;
use super::parallel::in_parallel;
use super::summary::summary;

/// Where crates are made, and later checked.
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
    let only = wanted.only.as_deref().map(glob).transpose()?;
    let documents = documents(&wanted.folder, only.as_ref())
        .map_err(|error| Refusal::io("read", &wanted.folder, &error))?;
    if documents.is_empty() {
        let message = format!("`{}` holds no such document", wanted.folder.display());
        return Err(Refusal::new(message));
    }
    let expected = Expected::read(root)?;
    let worker = match &wanted.worker {
        Some(program) => program.clone(),
        None => build(root)?,
    };
    let bench = Bench {
        folder: wanted.folder.clone(),
        worker,
        limits: Limits {
            time: Duration::from_secs(wanted.timeout),
            memory: Some(wanted.memory),
        },
    };
    let scratch = root.join(SCRATCH);
    let entries = try_all(console, &bench, &documents, &expected, &scratch, wanted);
    console.print(&summary(&entries, wanted.only.is_some()))?;
    if let Some(path) = &wanted.report {
        write_report(path, &entries)?;
    }
    Ok(entries)
}

fn try_all(
    console: &mut Console<'_>,
    bench: &Bench,
    documents: &[Document],
    expected: &Expected,
    scratch: &Path,
    wanted: &Corpus,
) -> Vec<Entry> {
    let jobs = wanted
        .jobs
        .map_or_else(processors, std::num::NonZeroUsize::get);
    let examine = |_, document: &Document| {
        let desk = scratch
            .join("crates")
            .join(document.path.replace(['/', '\\'], "~"));
        let mut entry = try_one(bench, document, &desk)
            .unwrap_or_else(|error| Entry::machine(document, &error));
        expected.judge(&mut entry);
        if !wanted.keep {
            // What cannot be removed now is removed before the next run.
            let _ = fs::remove_dir_all(&desk);
        }
        entry
    };
    let mut count = 0;
    in_parallel(jobs, documents, examine, |entry| {
        count += 1;
        if console.live() {
            console.say(&format!("{count}/{} {}", documents.len(), entry.path));
        }
    })
}

fn try_one(bench: &Bench, document: &Document, desk: &Path) -> io::Result<Entry> {
    let desk = Desk::cleared(desk.to_owned())?;
    bench.generate(document, &desk)
}

fn processors() -> usize {
    available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

fn glob(text: &str) -> Result<GlobMatcher, Refusal> {
    let glob = Glob::new(text)
        .map_err(|error| Refusal::new(format!("`{text}` is no pattern: {error}")))?;
    Ok(glob.compile_matcher())
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

fn write_report(path: &Path, entries: &[Entry]) -> Result<(), Refusal> {
    let text = serde_json::to_string_pretty(entries)
        .map_err(|error| Refusal::new(format!("the report cannot be put in words: {error}")))?;
    fs::write(path, text + "\n").map_err(|error| Refusal::io("write the report to", path, &error))
}
