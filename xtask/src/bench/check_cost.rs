use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::crates::{SCRATCH, Subject, make_crates, run};

/// The CPU seconds that `cargo check` of a crate alone takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Costs {
    /// The generated crate.
    pub(super) ours: f64,
    /// Its twin that keeps what it does not know.
    pub(super) keeping: f64,
    /// Its twin that drops it.
    pub(super) lossy: f64,
}

/// A generated crate and its twins, with their dependencies checked.
#[derive(Debug)]
pub(super) struct Contest {
    /// Their folders, in the order of [`Costs`].
    crates: [PathBuf; 3],
    /// The folder of their target folders.
    target: PathBuf,
}

impl Contest {
    /// Makes the crates of a description, and checks them once, with their dependencies.
    ///
    /// # Errors
    ///
    /// When one cannot be made, or does not compile.
    pub(super) fn prepare(root: &Path, worker: &Path, description: &Path) -> io::Result<Self> {
        let scratch = std::path::absolute(root.join(SCRATCH))?;
        let crates = make_crates(worker, &Subject::whole(description), &scratch)?;
        let contest = Self {
            target: scratch.join("target"),
            crates,
        };
        for folder in &contest.crates {
            // The same versions of the dependencies for all.
            fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
            contest.check(folder)?;
        }
        Ok(contest)
    }

    /// Checks the crates in turn, and says the least that each took.
    ///
    /// # Errors
    ///
    /// When one does not compile.
    pub(super) fn run(&self, rounds: NonZeroUsize) -> io::Result<Costs> {
        let mut least = [f64::INFINITY; 3];
        for _ in 0..rounds.get() {
            for (folder, least) in self.crates.iter().zip(&mut least) {
                *least = least.min(self.check(folder)?);
            }
        }
        let [ours, keeping, lossy] = least;
        Ok(Costs {
            ours,
            keeping,
            lossy,
        })
    }

    /// The CPU seconds that a check takes of which nothing but the crate itself is to do.
    fn check(&self, folder: &Path) -> io::Result<f64> {
        let root = fs::File::options()
            .append(true)
            .open(folder.join("src/lib.rs"))?;
        root.set_modified(SystemTime::now())?;
        let mut command = Command::new("cargo");
        command.args(["check", "--quiet"]).current_dir(folder);
        command.env("CARGO_TARGET_DIR", &self.target);
        command.env("CARGO_INCREMENTAL", "0");
        // What is unused in a twin is nobody's concern, and has to be found in either.
        command.env("RUSTFLAGS", "--cap-lints allow");
        command.env_remove("CARGO_ENCODED_RUSTFLAGS");
        run(&command, folder).map(|ended| ended.usage.cpu)
    }
}
