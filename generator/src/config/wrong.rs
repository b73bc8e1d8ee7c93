use std::fmt;

use crate::diagnostic::suggest;

/// Why a text is no configuration: what is so, with the line, and what was probably meant.
#[derive(Debug, Clone)]
pub struct Wrong {
    error: toml::de::Error,
    help: Option<String>,
}

impl Wrong {
    pub(super) fn new(error: toml::de::Error) -> Self {
        let help = near(error.message()).map(|near| format!("there is `{near}`"));
        Self { error, help }
    }
}

/// The word that was probably meant, of those that a message lists after the wrong one, all of them in backticks.
fn near(message: &str) -> Option<&str> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let wrong = quoted.next()?;
    suggest(wrong, quoted)
}

impl fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.error.to_string().trim_end())?;
        match &self.help {
            Some(help) => write!(formatter, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Wrong {}
