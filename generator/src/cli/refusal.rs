use std::fmt;
use std::io;
use std::path::Path;

/// Why the command cannot do what it was asked, when the reason is not in the description: a folder, a file, an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    message: String,
    help: Option<String>,
}

impl Refusal {
    /// A refusal that says what is so.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// What the system did not do: `cannot read `spec`: permission denied`.
    pub fn io(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {verb} `{}`: {error}", path.display()))
    }

    /// Says what the user can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}
