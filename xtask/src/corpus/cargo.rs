use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// What cargo told of a check, a line of JSON each time (`--message-format json`).
#[derive(Debug, Default)]
pub(crate) struct CargoTold {
    /// What the compiler found wrong, lints that are denied included.
    pub errors: Vec<Complaint>,
    /// Whether something else than the crate was compiled: a dependency for the first time.
    pub others_compiled: bool,
}

/// Something that the compiler found wrong.
#[derive(Debug, Deserialize)]
pub(crate) struct Complaint {
    code: Option<ErrorCode>,
    level: String,
    message: String,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct ErrorCode {
    code: String,
}

#[derive(Debug, Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Line {
    CompilerMessage {
        message: Complaint,
    },
    CompilerArtifact {
        fresh: bool,
        target: Target,
    },
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
}

impl CargoTold {
    /// Reads what cargo wrote about the check of `package`.
    pub(crate) fn read(text: &str, package: &str) -> Self {
        let mut told = Self::default();
        let target = package.replace('-', "_");
        for line in text.lines() {
            match serde_json::from_str(line) {
                // The last message, "aborting due to …", has no code and no place.
                Ok(Line::CompilerMessage { message })
                    if message.level.starts_with("error")
                        && (message.code.is_some() || !message.spans.is_empty()) =>
                {
                    told.errors.push(message);
                }
                Ok(Line::CompilerArtifact {
                    fresh,
                    target: Target { name },
                }) => told.others_compiled |= !fresh && name != target,
                Ok(Line::CompilerMessage { .. } | Line::Other) | Err(_) => {}
            }
        }
        told
    }

    /// How often each code was complained of, and the first complaint of each.
    pub(crate) fn digest(&self) -> String {
        let mut codes: BTreeMap<&str, Vec<&Complaint>> = BTreeMap::new();
        for error in &self.errors {
            codes.entry(error.code()).or_default().push(error);
        }
        let lines = codes.iter().map(|(code, errors)| match errors.first() {
            Some(first) => format!("{} × {code}: {first}", errors.len()),
            None => String::new(),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Complaint {
    /// `E0308`, the name of a lint, or `syntax`.
    fn code(&self) -> &str {
        self.code.as_ref().map_or("syntax", |code| &code.code)
    }

    /// Whether it is a warning that was denied.
    pub(crate) fn is_lint(&self) -> bool {
        let digits = self.code().strip_prefix('E');
        self.code.is_some() && digits.is_none_or(|rest| rest.parse::<u32>().is_err())
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.message.lines().next().unwrap_or_default();
        write!(formatter, "{first}")?;
        match self.spans.iter().find(|span| span.is_primary) {
            Some(span) => write!(formatter, " ({}:{})", span.file_name, span.line_start),
            None => Ok(()),
        }
    }
}
