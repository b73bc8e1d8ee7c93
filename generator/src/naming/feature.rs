use super::case::shortened;
use super::letters::in_ascii;
use super::names::Names;
use super::words::words;

/// Characters that a feature may have where packages are published.
const LONGEST: usize = 64;

/// The Cargo features of a crate: `kebab-case` of ASCII, as registries want them, each another.
#[derive(Debug, Clone)]
pub struct FeatureScope {
    names: Names,
    ours: &'static [&'static str],
    suffix: &'static str,
}

impl FeatureScope {
    /// A scope with the features that every crate has. What would be called so has the suffix behind its name.
    pub fn new(ours: &'static [&'static str], suffix: &'static str) -> Self {
        Self {
            names: Names::default(),
            ours,
            suffix,
        }
    }

    /// A feature for the text: `Sign In` → `sign-in`.
    pub fn claim(&mut self, wanted: &str) -> String {
        let ascii: Vec<String> = words(wanted).iter().map(|word| in_ascii(word)).collect();
        let natural = match shortened(&ascii, LONGEST).join("-") {
            empty if empty.is_empty() => "empty".to_owned(),
            ours if self.ours.contains(&ours.as_str()) => format!("{ours}-{}", self.suffix),
            name => name,
        };
        match self.names.first_free(std::slice::from_ref(&natural)) {
            Some(name) => name,
            None => self.names.numbered(&natural),
        }
    }
}
