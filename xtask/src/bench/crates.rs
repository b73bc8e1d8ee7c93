use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::twin::{Manner, make_twin};
use crate::corpus::{End, Ended, Guarded, Limits};

/// Where crates are made and built.
pub(super) const SCRATCH: &str = "target/bench";
/// The name of the generated crate.
const OURS: &str = "bench-ours";
/// How long a command may take; the dependencies are a part of the first one.
const TIME: Duration = Duration::from_secs(3600);

/// What a crate is made of.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    /// The description.
    description: &'a Path,
    /// The operations that the crate has, if not all.
    operations: &'a [&'a str],
}

impl<'a> Subject<'a> {
    /// All of a description.
    pub(super) fn whole(description: &'a Path) -> Self {
        Self::part(description, &[])
    }

    /// Some operations of a description, with the types that they need.
    pub(super) fn part(description: &'a Path, operations: &'a [&'a str]) -> Self {
        Self {
            description,
            operations,
        }
    }
}

/// Makes a crate and its twins: ours, the one that keeps what it does not know, and the one that drops it.
///
/// # Errors
///
/// When one cannot be made.
pub(super) fn make_crates(
    worker: &Path,
    subject: &Subject<'_>,
    scratch: &Path,
) -> io::Result<[PathBuf; 3]> {
    let crates = ["ours", "keeping", "lossy"].map(|name| scratch.join(name));
    let [ours, keeping, lossy] = &crates;
    for folder in &crates {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    generate(worker, subject, ours)?;
    make_twin(ours, keeping, Manner::Keeping)?;
    make_twin(ours, lossy, Manner::Lossy)?;
    Ok(crates)
}

fn generate(worker: &Path, subject: &Subject<'_>, out: &Path) -> io::Result<()> {
    let folder = out.parent().unwrap_or(out);
    let mut command = Command::new(worker);
    command.args(["generate", "--name", OURS]);
    command.arg("--spec").arg(subject.description);
    command.arg("--out").arg(out);
    if !subject.operations.is_empty() {
        let config = folder.join("clientwright.toml");
        let include = subject.operations.iter().map(|id| format!("{id:?}"));
        let include: Vec<String> = include.collect();
        let text = format!("[operations]\ninclude = [{}]\n", include.join(", "));
        fs::write(&config, text)?;
        command.arg("--config").arg(config);
    }
    run(&command, folder).map(drop)
}

/// Runs a command that must succeed.
///
/// # Errors
///
/// When it does not; the error is what it complained of.
pub(super) fn run(command: &Command, streams: &Path) -> io::Result<Ended> {
    let limits = Limits {
        time: TIME,
        memory: None,
    };
    let ended = Guarded { limits, streams }.run(command)?;
    match ended.how {
        End::Exit(0) => Ok(ended),
        End::Exit(_) | End::Signal(_) | End::Timeout => Err(io::Error::other(ended.stderr)),
    }
}
