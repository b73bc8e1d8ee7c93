use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::documents::Document;
use super::entry::Entry;
use super::failure::{Class, Failure, tail};
use super::guard::{End, Guarded, Limits};
use super::same::first_difference;
use super::told::Told;

/// The name of every crate that is made.
pub(crate) const CRATE: &str = "corpus-crate";

/// Where documents are tried.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    /// The generator.
    pub worker: PathBuf,
    /// What it may take.
    pub limits: Limits,
}

/// The folders and files of a document that is tried.
#[derive(Debug)]
pub(crate) struct Desk(pub PathBuf);

impl Desk {
    /// A desk that nobody has worked at.
    ///
    /// # Errors
    ///
    /// When it cannot be cleared.
    pub(crate) fn cleared(path: PathBuf) -> io::Result<Self> {
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where the crate is.
    pub(crate) fn made(&self) -> PathBuf {
        self.0.join("crate")
    }

    fn made_again(&self) -> PathBuf {
        self.0.join("again")
    }

    fn report(&self) -> PathBuf {
        self.0.join("report.json")
    }
}

impl Bench {
    /// Generates the crate of a document once.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(crate) fn make(&self, document: &Document, desk: &Desk) -> io::Result<Entry> {
        let mut entry = Entry::of(document);
        entry.generated = self.run(document, desk, &desk.made(), &mut entry)?;
        Ok(entry)
    }

    /// Generates the crate of a document twice, and says what became of it.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(crate) fn generate(&self, document: &Document, desk: &Desk) -> io::Result<Entry> {
        let mut entry = Entry::of(document);
        let made = self.run(document, desk, &desk.made(), &mut entry)?;
        if made && self.run(document, desk, &desk.made_again(), &mut entry)? {
            let difference = first_difference(&desk.made(), &desk.made_again())?;
            if let Some(path) = difference {
                let message = format!("`{}` differs in a second run", path.display());
                entry.failures.push(Failure::new(Class::Unstable, message));
            }
            fs::remove_dir_all(desk.made_again())?;
        }
        entry.generated = made && entry.failures.is_empty();
        if entry.generated {
            entry.failures.extend(miscounted(&entry));
        }
        Ok(entry)
    }

    /// Runs the generator; whether it made a crate.
    fn run(
        &self,
        document: &Document,
        desk: &Desk,
        out: &Path,
        entry: &mut Entry,
    ) -> io::Result<bool> {
        let mut command = Command::new(&self.worker);
        command.arg("generate").args(["--name", CRATE]);
        command.arg("--spec").arg(document.file());
        command.arg("--out").arg(out);
        command.arg("--report").arg(desk.report());
        let guard = Guarded {
            limits: self.limits,
            streams: &desk.0,
        };
        let ended = guard.run(&command)?;
        entry.generate = ended.usage;
        let told = read_report(&desk.report());
        if let Some(told) = &told {
            entry.take(told);
        }
        let failure = Failure::of(&ended).or_else(|| match (ended.how, &told) {
            (End::Exit(0), Some(_)) => None,
            (End::Exit(0), None) => Some(Failure::new(Class::Machine, "there is no report")),
            _ => Some(refusal(entry, &ended.stderr)),
        });
        let made = failure.is_none();
        entry.failures.extend(failure);
        Ok(made)
    }
}

impl Entry {
    fn of(document: &Document) -> Self {
        Self {
            path: document.path.clone(),
            family: document.family(),
            size: document.size,
            operations_indexed: document.operations,
            ..Self::default()
        }
    }

    /// A document that could not even be tried.
    pub(crate) fn machine(document: &Document, error: &io::Error) -> Self {
        Self {
            failures: vec![Failure::new(Class::Machine, error.to_string())],
            ..Self::of(document)
        }
    }

    fn take(&mut self, told: &Told) {
        self.openapi = told.document.openapi.clone();
        self.errors = told.codes("error");
        self.warnings = told.count("warning");
        self.operations = told.operations;
        self.schemas = told.schemas;
        self.output = told.output;
        self.timings_ms = told.timings_ms.clone();
    }
}

fn read_report(path: &Path) -> Option<Told> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

fn refusal(entry: &Entry, stderr: &str) -> Failure {
    let codes = entry.errors.join(", ");
    let message = format!("{codes}\n{}", tail(stderr));
    Failure::new(Class::Refused, message.trim())
}

/// Operations that are not there, or that nobody else sees.
fn miscounted(entry: &Entry) -> Option<Failure> {
    let tally = entry.operations;
    let message = if tally.declared != tally.emitted {
        format!("{} declared, {} emitted", tally.declared, tally.emitted)
    } else {
        let indexed = entry
            .operations_indexed
            .filter(|count| *count != tally.declared)?;
        format!("{indexed} in the index, {} declared", tally.declared)
    };
    Some(Failure::new(Class::Operations, message))
}
