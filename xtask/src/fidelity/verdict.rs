use serde::Serialize;
use serde_json::Value;

use super::differences::{Difference, differences};
use super::rows::Mark;

/// What became of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Fate {
    /// It came back whole.
    Equal,
    /// It came back, and something is different.
    Different(Vec<Difference>),
    /// It is no value of the type, because of what is at this path.
    Refused {
        /// The path in the value; empty for the whole.
        path: String,
        /// What was expected and found there.
        message: String,
    },
    /// It did not even come to that.
    Lost(String),
}

/// A fate that is not as it should be.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Failure {
    /// Where the value comes from.
    pub origin: String,
    /// Where its schema is.
    pub schema: String,
    /// Whether it fits.
    pub mark: Mark,
    /// What became of it.
    pub fate: Fate,
}

impl Fate {
    /// What a line of the program says of a value.
    pub(super) fn of(value: &Value, line: Option<&str>) -> Self {
        let Some(line) = line else {
            return Self::Lost("the program gave no answer".to_owned());
        };
        let answer: Value = match serde_json::from_str(line) {
            Ok(answer) => answer,
            Err(error) => return Self::Lost(format!("the answer is no JSON: {error}")),
        };
        let said = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or_default();
        match (answer.get("value"), said("kind")) {
            (Some(found), _) => match differences(value, found) {
                none if none.is_empty() => Self::Equal,
                some => Self::Different(some),
            },
            (None, "decode") => Self::Refused {
                path: said("path").to_owned(),
                message: format!("expected {}, found {}", said("expected"), said("found")),
            },
            (None, _) => Self::Lost(said("message").to_owned()),
        }
    }

    /// Whether it is as it should be: what fits comes back, and of what does not nothing is lost.
    pub(super) fn is_fine(&self, mark: Mark) -> bool {
        match self {
            Self::Equal => true,
            Self::Refused { .. } => !mark.must_fit(),
            Self::Different(_) => false,
            Self::Lost(_) => mark == Mark::NoSchema,
        }
    }
}
