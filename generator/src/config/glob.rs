use std::fmt;

use globset::{GlobBuilder, GlobMatcher};

/// A pattern of names: `*` stands for anything, and everything else for itself.
///
/// `{`, `[` and `?` mean nothing here, since paths are full of them.
#[derive(Debug, Clone)]
pub struct Glob {
    written: String,
    matcher: GlobMatcher,
}

impl Glob {
    /// A pattern of names without parts: `list*`.
    ///
    /// # Errors
    ///
    /// Why it is no pattern, in one sentence without a full stop.
    pub fn of_names(written: &str) -> Result<Self, String> {
        Self::new(written, false)
    }

    /// A pattern of paths: `*` stands for (a part of) one segment, `**` for any number of them.
    ///
    /// # Errors
    ///
    /// Why it is no pattern, in one sentence without a full stop.
    pub fn of_paths(written: &str) -> Result<Self, String> {
        Self::new(written, true)
    }

    fn new(written: &str, in_segments: bool) -> Result<Self, String> {
        if written.is_empty() {
            return Err("a pattern cannot be empty".to_owned());
        }
        let escaped: Vec<String> = written.split('*').map(globset::escape).collect();
        let glob = GlobBuilder::new(&escaped.join("*"))
            .literal_separator(in_segments)
            .backslash_escape(true)
            .build()
            .map_err(|error| format!("`{written}` is no pattern: {}", error.kind()))?;
        Ok(Self {
            written: written.to_owned(),
            matcher: glob.compile_matcher(),
        })
    }

    /// Whether no other name than this one fits.
    pub fn is_exact(&self) -> bool {
        !self.written.contains('*')
    }

    /// Whether a name fits.
    pub fn fits(&self, name: &str) -> bool {
        self.matcher.is_match(name)
    }
}

/// The pattern as it was written.
impl fmt::Display for Glob {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}
