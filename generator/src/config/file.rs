use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The configuration of one generated crate, as `clientwright.toml` holds it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The head of the emitted `Cargo.toml`.
    pub package: Package,
    /// Security scheme → environment variable that `Client::from_env()` reads its credential from.
    pub environment: BTreeMap<String, String>,
    /// The body of error answers that declare none.
    pub error: Option<ErrorShape>,
}

/// The head of the emitted `Cargo.toml`; what is not said is taken from the description.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Package {
    /// The name of the crate.
    pub name: Option<String>,
    /// Its version, in semver.
    pub version: Option<String>,
    /// One line.
    pub description: Option<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The URL of its source.
    pub repository: Option<String>,
}

/// The body of error answers for which the description declares none.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ErrorShape {
    /// The name of the type, as a component's name.
    pub name: String,
    /// A schema, in the words of OpenAPI.
    pub schema: Value,
}

impl Config {
    /// Reads the text of a `clientwright.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong and where, when it is no TOML or holds an unknown key.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
