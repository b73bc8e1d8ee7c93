use std::fmt;

/// A valid Rust identifier; only a [`Scope`](super::Scope) makes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

const RAW: &str = "r#";

impl Ident {
    /// An identifier whose text is known to be one.
    pub(super) fn new(text: String, raw: bool) -> Self {
        Self(if raw { format!("{RAW}{text}") } else { text })
    }

    /// The identifier as it stands in code: `name`, `r#type`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a keyword, written with `r#`.
    pub fn is_raw(&self) -> bool {
        self.0.starts_with(RAW)
    }

    /// The name without `r#`, such as the file of a module has it.
    pub fn unraw(&self) -> &str {
        self.0.strip_prefix(RAW).unwrap_or(&self.0)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
