use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use serde::Serialize;
use wait4::Wait4;

/// What a process may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How long it may run.
    pub time: Duration,
    /// How much address space it may have, in MiB, if that is limited.
    pub memory: Option<u64>,
}

/// A process that has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// How.
    pub how: End,
    /// What it took.
    pub usage: Usage,
    /// What it said.
    pub stdout: String,
    /// What it complained of.
    pub stderr: String,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself, with this exit code.
    Exit(i32),
    /// By a signal.
    Signal(i32),
    /// By us, because it took too long.
    Timeout,
}

/// What a process and those that it waited for took.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Usage {
    /// Seconds by the clock.
    pub wall: f64,
    /// Seconds of processors.
    pub cpu: f64,
    /// The most memory, in MiB; before it was started it had a copy of ours, so that of a small one is at least that.
    pub peak: f64,
}

/// A command line that runs under guard, its streams kept in a folder.
#[derive(Debug)]
pub(crate) struct Guarded<'a> {
    /// What it may take.
    pub limits: Limits,
    /// The folder that keeps its streams.
    pub streams: &'a Path,
}

impl Guarded<'_> {
    /// Runs a command to its end, or until its time is up; then it is killed with everything that it started.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or its streams cannot be kept.
    pub(crate) fn run(&self, command: &Command) -> io::Result<Ended> {
        let (stdout, stderr) = (self.streams.join("stdout"), self.streams.join("stderr"));
        let begun = Instant::now();
        let mut child = self
            .limited(command)
            .stdin(Stdio::null())
            .stdout(File::create(&stdout)?)
            .stderr(File::create(&stderr)?)
            // A group of its own, so that nothing outlives it.
            .process_group(0)
            .spawn()?;
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);

        let (done, told) = channel::<()>();
        let (waited, late) = thread::scope(|scope| {
            let watch = scope.spawn(move || {
                let late = told.recv_timeout(self.limits.time) == Err(RecvTimeoutError::Timeout);
                if let (true, Some(group)) = (late, group) {
                    // It may have ended in this very moment.
                    let _ = kill_process_group(group, Signal::KILL);
                }
                late
            });
            let waited = child.wait4();
            drop(done);
            (waited, watch.join().unwrap_or(false))
        });

        let waited = waited?;
        Ok(Ended {
            how: if late {
                End::Timeout
            } else {
                end(waited.status)
            },
            usage: Usage {
                wall: begun.elapsed().as_secs_f64(),
                cpu: (waited.rusage.utime + waited.rusage.stime).as_secs_f64(),
                peak: mebibytes(waited.rusage.maxrss),
            },
            stdout: text(&stdout)?,
            stderr: text(&stderr)?,
        })
    }

    /// The command, started by a shell that limits itself first.
    fn limited(&self, command: &Command) -> Command {
        let script = match self.limits.memory {
            Some(limit) => format!("ulimit -v {} && exec \"$@\"", limit.saturating_mul(1024)),
            None => "exec \"$@\"".to_owned(),
        };
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, "sh"]);
        shell.arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            shell.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            set(&mut shell, name, value);
        }
        shell
    }
}

fn set(command: &mut Command, name: &OsStr, value: Option<&OsStr>) {
    match value {
        Some(value) => command.env(name, value),
        None => command.env_remove(name),
    };
}

fn end(status: ExitStatus) -> End {
    match (status.code(), status.signal()) {
        (Some(code), _) => End::Exit(code),
        (None, signal) => End::Signal(signal.unwrap_or_default()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure to be read")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn text(path: &PathBuf) -> io::Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}
