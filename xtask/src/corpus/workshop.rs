use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::{Bench, CRATE, Desk};
use super::cargo::CargoTold;
use super::documents::Document;
use super::failure::tail;
use super::guard::{End, Ended, Guarded, Limits};

/// How long cargo may take for a crate; what it takes for its dependencies is a part of the first one.
const TIME: Duration = Duration::from_secs(1800);

/// The smallest description, whose crate has the dependencies of all.
const SEED: &str = r#"{"openapi":"3.0.3","info":{"title":"seed","version":"1"},"paths":{}}"#;

/// Runs cargo on crates, each job with a target folder of its own: cargo lets only one command at a time into one.
#[derive(Debug)]
pub(crate) struct Workshop {
    manner: Manner,
    /// The versions of the dependencies, the same for every crate.
    lock: PathBuf,
    /// The folder of the target folders.
    targets: PathBuf,
}

/// What cargo is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// `check` or `build`.
    pub(crate) command: &'static str,
    /// The features beside those that are on by default.
    pub(crate) features: &'static str,
    /// What the compiler is told.
    pub(crate) flags: &'static str,
    /// How much is said for debuggers.
    pub(crate) debug: &'static str,
}

/// Whether cargo may ask the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    Asked,
    LeftAlone,
}

/// What came of a crate.
#[derive(Debug)]
pub(crate) struct Work {
    /// How cargo ended.
    pub(crate) ended: Ended,
    /// What it said.
    pub(crate) told: CargoTold,
}

impl Workshop {
    /// A workshop that has the dependencies of every crate compiled, its target folders in the folder `targets` below
    /// `scratch`.
    ///
    /// # Errors
    ///
    /// When the dependencies do not compile, or files cannot be written.
    pub(crate) fn ready(
        manner: Manner,
        root: &Path,
        scratch: &Path,
        targets: &str,
        (bench, jobs): (&Bench, usize),
    ) -> io::Result<Self> {
        let workshop = Self {
            manner,
            // Cargo runs elsewhere.
            lock: fs::canonicalize(root.join("Cargo.lock"))?,
            targets: std::path::absolute(scratch.join(targets))?,
        };
        let seed = seed(bench, scratch)?.made();
        let ended = workshop.run(0, &seed, Network::Asked)?;
        let told = CargoTold::read(&ended.stdout, CRATE);
        // A seed that does not compile has its dependencies all the same.
        if ended.how != End::Exit(0) && told.errors.is_empty() {
            return Err(io::Error::other(tail(&ended.stderr)));
        }
        workshop.clean(0, &seed)?;
        for job in 1..jobs {
            let target = workshop.target(job);
            if !target.exists() {
                copy(&workshop.target(0), &target)?;
            }
        }
        Ok(workshop)
    }

    /// Does its work on the crate of a document.
    ///
    /// # Errors
    ///
    /// When the machine does not do what it should.
    pub(crate) fn work(&self, job: usize, made: &Path) -> io::Result<Work> {
        let ended = self.run(job, made, Network::LeftAlone)?;
        let told = CargoTold::read(&ended.stdout, CRATE);
        let began = !(told.errors.is_empty() && ended.how != End::Exit(0));
        if began {
            return Ok(Work { ended, told });
        }
        // A dependency that nobody has had before, maybe.
        let ended = self.run(job, made, Network::Asked)?;
        let told = CargoTold::read(&ended.stdout, CRATE);
        Ok(Work { ended, told })
    }

    /// Removes what was made of the crate, and leaves its dependencies.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run.
    pub(crate) fn clean(&self, job: usize, made: &Path) -> io::Result<()> {
        let mut command = self.cargo("clean", job, made);
        command.args(["--offline", "--package", CRATE]);
        command.output().map(drop)
    }

    /// The program that was built of a crate.
    pub(crate) fn program(&self, job: usize) -> PathBuf {
        self.target(job).join("debug").join(CRATE)
    }

    fn target(&self, job: usize) -> PathBuf {
        self.targets.join(job.to_string())
    }

    fn run(&self, job: usize, made: &Path, network: Network) -> io::Result<Ended> {
        fs::copy(&self.lock, made.join("Cargo.lock"))?;
        let mut command = self.cargo(self.manner.command, job, made);
        command.args(["--features", self.manner.features]);
        command.args(["--message-format", "json"]);
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

    fn cargo(&self, what: &str, job: usize, made: &Path) -> Command {
        let mut command = Command::new("cargo");
        command.arg(what).arg("--quiet").current_dir(made);
        command.env("CARGO_TARGET_DIR", self.target(job));
        command.env("CARGO_INCREMENTAL", "0");
        command.env("CARGO_PROFILE_DEV_DEBUG", self.manner.debug);
        command.env("RUSTFLAGS", self.manner.flags);
        command.env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }
}

/// Makes the smallest crate.
fn seed(bench: &Bench, scratch: &Path) -> io::Result<Desk> {
    let desk = Desk::cleared(scratch.join("seed"))?;
    let document = Document {
        folder: desk.0.clone(),
        ..Document::at("seed.json")
    };
    fs::write(document.file(), SEED)?;
    let entry = bench.generate(&document, &desk)?;
    match entry.failures.first() {
        Some(failure) => Err(io::Error::other(failure.message.clone())),
        None => Ok(desk),
    }
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
