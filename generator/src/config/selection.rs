use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Glob;

/// Which operations the crate has; `exclude` wins over `include`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Operations {
    /// Those that it has; none: every one.
    pub include: Vec<OperationPattern>,
    /// Those that it leaves out all the same.
    pub exclude: Vec<OperationPattern>,
}

/// Which schemas of `components` become types.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Schemas {
    /// What becomes of those that no operation of the crate needs; unsaid: they are emitted unless operations are chosen.
    pub unreachable: Option<Unreachable>,
}

/// What becomes of schemas that no operation needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unreachable {
    /// They are types like any other.
    Emit,
    /// They are left out.
    Omit,
}

/// A pattern of operations: all that it says must fit.
#[derive(Debug, Clone)]
pub struct OperationPattern {
    /// Of its `operationId`.
    pub id: Option<Glob>,
    /// Of its method, in capitals.
    pub method: Option<Glob>,
    /// Of its path, as the description writes it.
    pub path: Option<Glob>,
    /// Of one of its tags.
    pub tag: Option<Glob>,
}

/// What a pattern can be held against.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its `operationId`.
    pub id: Option<&'a str>,
    /// Its method, in capitals.
    pub method: &'a str,
    /// Its path, as the description writes it.
    pub path: &'a str,
    /// Its tags.
    pub tags: &'a [String],
}

impl Operations {
    /// Whether anything is chosen at all.
    pub fn chooses(&self) -> bool {
        !self.include.is_empty() || !self.exclude.is_empty()
    }
}

impl OperationPattern {
    /// Whether an operation fits.
    pub fn fits(&self, subject: Subject<'_>) -> bool {
        let fits = |glob: &Option<Glob>, name: &str| glob.as_ref().is_none_or(|it| it.fits(name));
        let is_named = self
            .id
            .as_ref()
            .is_none_or(|glob| subject.id.is_some_and(|id| glob.fits(id)));
        let is_tagged = self
            .tag
            .as_ref()
            .is_none_or(|glob| subject.tags.iter().any(|tag| glob.fits(tag)));
        is_named
            && is_tagged
            && fits(&self.method, subject.method)
            && fits(&self.path, subject.path)
    }

    /// Whether it names one operation, or those of one path.
    pub fn is_exact(&self) -> bool {
        let is_exact = |glob: &Option<Glob>| glob.as_ref().is_some_and(Glob::is_exact);
        is_exact(&self.id) || is_exact(&self.path)
    }

    /// `METHOD /path`, `/path`, or else an operationId.
    fn of_text(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (method, rest) = match text.split_once(char::is_whitespace) {
            Some((method, path)) if is_path(path.trim_start()) => (Some(method), path.trim_start()),
            Some(_) | None => (None, text),
        };
        let words = if is_path(rest) {
            Words {
                method: method.map(str::to_owned),
                path: Some(rest.to_owned()),
                ..Words::default()
            }
        } else {
            Words {
                id: Some(rest.to_owned()),
                ..Words::default()
            }
        };
        words.pattern()
    }
}

/// `/v1/teams`, `**/members`.
fn is_path(text: &str) -> bool {
    text.starts_with('/') || text.starts_with("**/")
}

/// A pattern of operations as a table says it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Words {
    id: Option<String>,
    method: Option<String>,
    path: Option<String>,
    tag: Option<String>,
}

impl Words {
    fn pattern(self) -> Result<OperationPattern, String> {
        let names = |text: Option<String>| text.map(|text| Glob::of_names(&text)).transpose();
        if self.path.as_deref().is_some_and(|path| !is_path(path)) {
            return Err("a path begins with `/`".to_owned());
        }
        let pattern = OperationPattern {
            id: names(self.id)?,
            method: names(self.method.map(|method| method.to_uppercase()))?,
            path: self.path.map(|path| Glob::of_paths(&path)).transpose()?,
            tag: names(self.tag)?,
        };
        let said = [&pattern.id, &pattern.method, &pattern.path, &pattern.tag];
        if said.iter().all(|glob| glob.is_none()) {
            return Err(
                "a pattern says at least one of `id`, `method`, `path` and `tag`".to_owned(),
            );
        }
        Ok(pattern)
    }
}

impl<'de> Deserialize<'de> for OperationPattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PatternVisitor)
    }
}

struct PatternVisitor;

impl<'de> Visitor<'de> for PatternVisitor {
    type Value = OperationPattern;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "an operationId, `METHOD /path`, or a table of `id`, `method`, `path` and `tag`",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<OperationPattern, E> {
        OperationPattern::of_text(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OperationPattern, A::Error> {
        let words = Words::deserialize(MapAccessDeserializer::new(map))?;
        words.pattern().map_err(A::Error::custom)
    }
}

/// The pattern in words for a report: `GET /v1/*`, `tag billing`.
impl fmt::Display for OperationPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = [&self.method, &self.path].map(|glob| glob.as_ref().map(ToString::to_string));
        let request: Vec<String> = request.into_iter().flatten().collect();
        let tag = self.tag.as_ref().map(|tag| format!("tag {tag}"));
        let parts: Vec<String> = self
            .id
            .iter()
            .map(ToString::to_string)
            .chain((!request.is_empty()).then(|| request.join(" ")))
            .chain(tag)
            .collect();
        formatter.write_str(&parts.join(", "))
    }
}
