use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::terms::{IntegerFormat, NumberFormat, TextFormat, is_same_format};

/// The types that texts and numbers of a format have: by format, as the description or the registry of formats writes
/// it.
#[derive(Debug, Clone, Default)]
pub struct Formats(BTreeMap<String, FormatChoice>);

/// The type that texts and numbers of a format have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatChoice {
    /// That of texts and numbers without a format.
    Plain,
    /// An `f32`.
    Single,
    /// That of a library.
    Library(Library),
    /// That of another format.
    Like(TextFormat),
}

/// A library that has types for what texts hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Library {
    /// `chrono`
    Chrono,
    /// `jiff`
    Jiff,
    /// `time`
    Time,
    /// The standard library.
    Std,
    /// `uuid`
    Uuid,
    /// `url`
    Url,
    /// `rust_decimal`
    RustDecimal,
}

impl Formats {
    /// What is chosen for a format: under the name that the description gives it, in whichever spelling, or else under
    /// that which the registry has for what it means.
    pub fn choice(&self, written: &str, registered: &str) -> Option<FormatChoice> {
        let spelled = |wanted: &str| {
            let mut all = self.0.iter();
            all.find(|(format, _)| is_same_format(format, wanted))
        };
        let found = spelled(written).or_else(|| spelled(registered));
        found.map(|(_, choice)| *choice)
    }

    /// The formats for which something is chosen.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Formats {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FormatsVisitor)
    }
}

struct FormatsVisitor;

impl<'de> Visitor<'de> for FormatsVisitor {
    type Value = Formats;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table of formats and the types that their texts and numbers have")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Formats, A::Error> {
        let mut formats = BTreeMap::new();
        while let Some(format) = map.next_key::<String>()? {
            let choice = map.next_value_seed(Choosing(&format))?;
            formats.insert(format, choice);
        }
        Ok(Formats(formats))
    }
}

/// Reads what is chosen for a format, so that a report can point at it.
struct Choosing<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Choosing<'_> {
    type Value = FormatChoice;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FormatChoice, D::Error> {
        let word = String::deserialize(deserializer)?;
        let choices = choices(self.0);
        let found = choices.iter().find(|(name, _)| *name == word);
        let refused = || {
            let names: Vec<String> = choices
                .iter()
                .map(|(name, _)| format!("`{name}`"))
                .collect();
            let format = self.0;
            D::Error::custom(format!(
                "`{word}` is no type of the format `{format}`, which can have {}",
                names.join(", ")
            ))
        };
        found.map(|(_, choice)| *choice).ok_or_else(refused)
    }
}

/// What can be chosen for a format.
fn choices(format: &str) -> Vec<(&'static str, FormatChoice)> {
    let mut choices: Vec<(&str, FormatChoice)> = Vec::new();
    match TextFormat::of(format) {
        Some(held) => choices.extend(
            libraries(held)
                .iter()
                .map(|(name, library)| (*name, FormatChoice::Library(*library))),
        ),
        None if IntegerFormat::of(Some(format)) == IntegerFormat::PLAIN => {
            let like = TextFormat::ALL.iter();
            choices.extend(like.map(|held| (held.as_str(), FormatChoice::Like(*held))));
        }
        None => {}
    }
    choices.push(("text", FormatChoice::Plain));
    if IntegerFormat::of(Some(format)) != IntegerFormat::PLAIN {
        choices.push(("integer", FormatChoice::Plain));
    }
    match NumberFormat::of(Some(format)) {
        NumberFormat::Single => choices.push(("f32", FormatChoice::Single)),
        NumberFormat::Exact => choices.push(("number", FormatChoice::Plain)),
        NumberFormat::Double => {}
    }
    choices
}

/// The libraries that have a type for what a text holds, by their names.
fn libraries(held: TextFormat) -> &'static [(&'static str, Library)] {
    match held {
        TextFormat::DateTime | TextFormat::Date | TextFormat::Time => &[
            ("chrono", Library::Chrono),
            ("jiff", Library::Jiff),
            ("time", Library::Time),
        ],
        TextFormat::Duration => &[
            ("chrono", Library::Chrono),
            ("jiff", Library::Jiff),
            ("time", Library::Time),
            ("std", Library::Std),
        ],
        TextFormat::Uuid => &[("uuid", Library::Uuid)],
        TextFormat::Uri => &[("url", Library::Url)],
        TextFormat::Ip => &[("std", Library::Std)],
        TextFormat::Decimal => &[("rust_decimal", Library::RustDecimal)],
        TextFormat::HttpDate
        | TextFormat::Base64
        | TextFormat::Base64Url
        | TextFormat::Binary
        | TextFormat::Password => &[],
    }
}
