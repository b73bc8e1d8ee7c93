use std::fmt;

use serde::Serialize;

use super::guard::{End, Ended};

/// What is wrong with a document, or with what was made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// Which kind of wrong it is.
    pub class: Class,
    /// What there is to see of it.
    pub message: String,
}

/// The kinds of wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Class {
    /// The generator panicked, or a signal ended it.
    Crash,
    /// The generator overflowed its stack.
    Overflow,
    /// The time was up.
    Timeout,
    /// The memory was used up.
    Memory,
    /// The generator said that there is an error, and that was not expected.
    Refused,
    /// An error was expected, and there is none, or another one.
    Unexpected,
    /// Two runs made different things.
    Unstable,
    /// Not every operation was emitted, or somebody else counts another number of them.
    Operations,
    /// The crate does not compile, or not without a warning.
    Compile,
    /// Something between us and the machine.
    Machine,
}

impl Class {
    /// The word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Crash => "crash",
            Self::Overflow => "overflow",
            Self::Timeout => "timeout",
            Self::Memory => "memory",
            Self::Refused => "refused",
            Self::Unexpected => "unexpected",
            Self::Unstable => "unstable",
            Self::Operations => "operations",
            Self::Compile => "compile",
            Self::Machine => "machine",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Failure {
    pub(crate) fn new(class: Class, message: impl Into<String>) -> Self {
        Self {
            class,
            message: message.into(),
        }
    }

    /// What is wrong with the way the generator ended; an exit with 0 or 1 is how it is meant to end.
    pub(crate) fn of(ended: &Ended) -> Option<Self> {
        let said = |what: &str| ended.stderr.contains(what);
        let class = match ended.how {
            End::Timeout => Class::Timeout,
            _ if said("has overflowed its stack") => Class::Overflow,
            _ if said("memory allocation of") => Class::Memory,
            _ if said("panicked at") => Class::Crash,
            End::Exit(0 | 1) => return None,
            End::Exit(_) | End::Signal(_) => Class::Crash,
        };
        let how = match ended.how {
            End::Exit(code) => format!("exit code {code}"),
            End::Signal(signal) => format!("signal {signal}"),
            End::Timeout => format!("killed after {:.0} s", ended.usage.wall),
        };
        let message = format!(
            "{how}, {:.0} MiB\n{}",
            ended.usage.peak,
            tail(&ended.stderr)
        );
        Some(Self::new(class, message.trim_end()))
    }
}

/// How many lines of a stream are shown.
const SHOWN: usize = 6;

/// The last lines of a stream.
pub(crate) fn tail(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let first = lines.len().saturating_sub(SHOWN);
    lines.get(first..).unwrap_or_default().join("\n")
}
