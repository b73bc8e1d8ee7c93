use std::io;
use std::path::Path;

use super::bench::Bench;
use super::cargo::CargoTold;
use super::entry::Entry;
use super::failure::{Class, Failure, tail};
use super::guard::{End, Ended};
use super::workshop::{Manner, Workshop};

/// Checks crates.
#[derive(Debug)]
pub(crate) struct Checker(Workshop);

const MANNER: Manner = Manner {
    command: "check",
    features: "cli,serde",
    flags: "-D warnings",
    debug: "2",
};

impl Checker {
    /// A checker that has the dependencies of every crate compiled.
    ///
    /// # Errors
    ///
    /// When the dependencies do not compile, or files cannot be written.
    pub(crate) fn ready(
        root: &Path,
        scratch: &Path,
        (bench, jobs): (&Bench, usize),
    ) -> io::Result<Self> {
        Workshop::ready(MANNER, root, scratch, "check", (bench, jobs)).map(Self)
    }

    /// Checks the crate of a document.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(crate) fn check(&self, job: usize, made: &Path, entry: &mut Entry) -> io::Result<()> {
        let mut work = self.0.work(job, made)?;
        self.0.clean(job, made)?;
        if work.told.others_compiled && work.ended.how == End::Exit(0) {
            // Once more, to know what the crate alone takes.
            work = self.0.work(job, made)?;
            self.0.clean(job, made)?;
        }
        let (ended, told) = (work.ended, work.told);
        entry.check = Some(ended.usage);
        entry.compiled = ended.how == End::Exit(0);
        entry.lints = told.errors.iter().filter(|error| error.is_lint()).count();
        if !entry.compiled {
            entry.failures.push(failure(&ended, &told));
        }
        Ok(())
    }
}

/// Why a crate does not compile.
pub(crate) fn failure(ended: &Ended, told: &CargoTold) -> Failure {
    let message = if told.errors.is_empty() {
        tail(&ended.stderr)
    } else {
        told.digest()
    };
    Failure::new(Class::Compile, message)
}
