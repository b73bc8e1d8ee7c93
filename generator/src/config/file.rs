use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::name::check_crate_name;
use super::pagination::rules;
use super::{Formats, Operations, PageRule, Schemas, Unreachable, Wrong};

/// The configuration of one generated crate, as `clientwright.toml` holds it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The head of the emitted `Cargo.toml`.
    pub package: Package,
    /// Security scheme → environment variable that `Client::from_env()` reads its credential from.
    #[serde(deserialize_with = "environment")]
    pub environment: BTreeMap<String, String>,
    /// The body of error answers that declare none.
    pub error: Option<ErrorShape>,
    /// Which operations the crate has.
    pub operations: Operations,
    /// Which schemas of `components` become types.
    pub schemas: Schemas,
    /// Which types texts and numbers of a format have.
    pub formats: Formats,
    /// How operations page.
    #[serde(deserialize_with = "rules")]
    pub pagination: Vec<PageRule>,
    /// Overlay documents, applied in this order before the description is read; relative to this file.
    pub overlays: Vec<String>,
    /// What reports call the file.
    #[serde(skip)]
    pub path: Option<String>,
    /// The text that all of this was read from, so that reports can show its lines; empty where there was none.
    #[serde(skip)]
    pub text: String,
}

/// The head of the emitted `Cargo.toml`; what is not said is taken from the description.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Package {
    /// The name of the crate.
    #[serde(deserialize_with = "name")]
    pub name: Option<String>,
    /// Its version, in semver.
    #[serde(deserialize_with = "version")]
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
    /// What reports call the file, if nothing else is said.
    pub const NAME: &str = "clientwright.toml";

    /// Whether components that no operation needs become no types.
    pub fn omits_unreachable(&self) -> bool {
        match self.schemas.unreachable {
            Some(Unreachable::Emit) => false,
            Some(Unreachable::Omit) => true,
            None => self.operations.chooses(),
        }
    }

    /// Reads the text of a `clientwright.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong and where, when it is no TOML, holds an unknown key, or a value that cannot be used.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let config: Self = toml::from_str(text).map_err(Wrong::new)?;
        Ok(Self {
            text: text.to_owned(),
            ..config
        })
    }
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, check_crate_name)
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, |text| match semver::Version::parse(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!(
            "`{text}` is no version in semver, as `0.1.0`: {error}"
        )),
    })
}

fn environment<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    let variables = BTreeMap::<String, String>::deserialize(deserializer)?;
    match variables
        .values()
        .find(|variable| variable.is_empty() || variable.contains(['=', '\0']))
    {
        Some(wrong) => Err(serde::de::Error::custom(format!(
            "`{wrong}` cannot be the name of an environment variable"
        ))),
        None => Ok(variables),
    }
}

fn checked<'de, D: Deserializer<'de>>(
    deserializer: D,
    check: impl FnOnce(&str) -> Result<(), String>,
) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    check(&text).map_err(serde::de::Error::custom)?;
    Ok(Some(text))
}
