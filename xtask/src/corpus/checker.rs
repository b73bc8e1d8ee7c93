use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::CRATE;
use super::cargo::CargoTold;
use super::entry::Entry;
use super::failure::{Class, Failure, tail};
use super::guard::{End, Ended, Guarded, Limits};

/// How long the check of a crate may take; that of its dependencies is a part of the first one.
const TIME: Duration = Duration::from_secs(1800);

/// Checks crates, each job with a target folder of its own: cargo lets only one command at a time into one.
#[derive(Debug)]
pub(super) struct Checker {
    /// The versions of the dependencies, the same for every crate.
    lock: PathBuf,
    /// The folder of the target folders.
    targets: PathBuf,
}

/// Whether cargo may ask the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    Asked,
    LeftAlone,
}

impl Checker {
    /// A checker that has the dependencies of every crate compiled: `seed` is any crate.
    ///
    /// # Errors
    ///
    /// When the dependencies do not compile, or files cannot be written.
    pub(super) fn ready(root: &Path, scratch: &Path, jobs: usize, seed: &Path) -> io::Result<Self> {
        let checker = Self {
            // The checks run elsewhere.
            lock: fs::canonicalize(root.join("Cargo.lock"))?,
            targets: std::path::absolute(scratch.join("check"))?,
        };
        let ended = checker.run(0, seed, Network::Asked)?;
        let told = CargoTold::read(&ended.stdout, CRATE);
        // A seed that does not compile has its dependencies all the same.
        if ended.how != End::Exit(0) && told.errors.is_empty() {
            return Err(io::Error::other(tail(&ended.stderr)));
        }
        checker.clean(0, seed)?;
        for job in 1..jobs {
            let target = checker.target(job);
            if !target.exists() {
                copy(&checker.target(0), &target)?;
            }
        }
        Ok(checker)
    }

    /// Checks the crate of a document.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(super) fn check(&self, job: usize, made: &Path, entry: &mut Entry) -> io::Result<()> {
        let mut ended = self.run(job, made, Network::LeftAlone)?;
        let mut told = CargoTold::read(&ended.stdout, CRATE);
        let began = !(told.errors.is_empty() && ended.how != End::Exit(0));
        if !began {
            // A dependency that nobody has had before, maybe.
            ended = self.run(job, made, Network::Asked)?;
            told = CargoTold::read(&ended.stdout, CRATE);
        }
        self.clean(job, made)?;
        if told.others_compiled && ended.how == End::Exit(0) {
            // Once more, to know what the crate alone takes.
            ended = self.run(job, made, Network::LeftAlone)?;
            self.clean(job, made)?;
        }
        entry.check = Some(ended.usage);
        entry.compiled = ended.how == End::Exit(0);
        entry.lints = told.errors.iter().filter(|error| error.is_lint()).count();
        if !entry.compiled {
            entry.failures.push(failure(&ended, &told));
        }
        Ok(())
    }

    fn target(&self, job: usize) -> PathBuf {
        self.targets.join(job.to_string())
    }

    fn run(&self, job: usize, made: &Path, network: Network) -> io::Result<Ended> {
        fs::copy(&self.lock, made.join("Cargo.lock"))?;
        let mut command = self.cargo("check", job, made);
        command.args(["--features", "serde", "--message-format", "json"]);
        if network == Network::LeftAlone {
            command.arg("--offline");
        }
        let limits = Limits {
            time: TIME,
            memory: None,
        };
        let streams = made.parent().unwrap_or(made);
        Guarded { limits, streams }.run(&command)
    }

    /// Removes what was made of the crate, and leaves its dependencies.
    fn clean(&self, job: usize, made: &Path) -> io::Result<()> {
        let mut command = self.cargo("clean", job, made);
        command.args(["--offline", "--package", CRATE]);
        command.output().map(drop)
    }

    fn cargo(&self, what: &str, job: usize, made: &Path) -> Command {
        let mut command = Command::new("cargo");
        command.arg(what).arg("--quiet").current_dir(made);
        command.env("CARGO_TARGET_DIR", self.target(job));
        command.env("CARGO_INCREMENTAL", "0");
        command.env("RUSTFLAGS", "-D warnings");
        command.env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }
}

fn failure(ended: &Ended, told: &CargoTold) -> Failure {
    let message = if told.errors.is_empty() {
        tail(&ended.stderr)
    } else {
        told.digest()
    };
    Failure::new(Class::Compile, message)
}

/// Copies a folder with the times of its files, by which cargo knows what is fresh.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status()?;
    if copied.success() {
        Ok(())
    } else {
        Err(io::Error::other("the dependencies cannot be copied"))
    }
}
