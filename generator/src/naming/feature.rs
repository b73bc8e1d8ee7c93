use super::case::shortened;
use super::names::Names;
use super::words::words;

/// The Cargo features of a crate: `kebab-case`, each another.
#[derive(Debug, Clone)]
pub struct FeatureScope {
    names: Names,
}

impl FeatureScope {
    /// A scope in which only `default` is taken, which Cargo gives a meaning.
    #[expect(
        clippy::new_without_default,
        reason = "an empty scope is not empty: `default` is taken"
    )]
    pub fn new() -> Self {
        let mut names = Names::default();
        names.take("default");
        Self { names }
    }

    /// Takes a name that the crate needs itself, such as `serde`.
    pub fn reserve(&mut self, name: &str) {
        self.names.take(name);
    }

    /// A feature for the text: `Sign In` → `sign-in`.
    pub fn claim(&mut self, wanted: &str) -> String {
        let natural = match shortened(&words(wanted)).join("-") {
            empty if empty.is_empty() => "empty".to_owned(),
            name => name,
        };
        match self.names.first_free(std::slice::from_ref(&natural)) {
            Some(name) => name,
            None => self.names.numbered(&natural),
        }
    }
}
