use std::cmp::Ordering;

use serde_json::Value;
use serde_json_path::{JsonPath, PathElement};

use crate::source::Pointer;

/// A JSONPath (RFC 9535).
#[derive(Debug)]
pub(super) struct Query {
    pub(super) text: String,
    path: JsonPath,
}

/// Why a text is no JSONPath: what is so, and what the author can do.
#[derive(Debug)]
pub(super) struct NoQuery {
    pub(super) message: String,
    pub(super) help: Option<&'static str>,
}

/// The way to a selected value, from the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way(pub(super) Vec<Step>);

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Member(String),
    Element(usize),
}

/// The parser's time doubles with each bracket in a bracket.
const MOST_OPEN: usize = 12;

/// What is selected grows by the depth of the description with each `..`.
const MOST_DESCENTS: usize = 3;

impl Query {
    pub(super) fn parse(text: &str) -> Result<Self, NoQuery> {
        if brackets(text) > MOST_OPEN || text.matches("..").count() > MOST_DESCENTS {
            return Err(NoQuery {
                message: "the JSONPath is too deep: it would take for ever".to_owned(),
                help: None,
            });
        }
        match JsonPath::parse(text) {
            Ok(path) => Ok(Self {
                text: text.to_owned(),
                path,
            }),
            Err(error) => Err(no_query(text, error.position())),
        }
    }

    /// The ways to everything that is selected, none twice: of an array what comes last first, and parts before wholes,
    /// so that each way still leads where it led when what was before it is removed.
    pub(super) fn ways(&self, value: &Value) -> Vec<Way> {
        let found = self.path.query_located(value);
        let mut ways: Vec<Way> = found
            .locations()
            .map(|location| Way(location.iter().map(step).collect()))
            .collect();
        ways.sort_by(|one, other| other.compare(one));
        ways.dedup();
        ways
    }
}

fn step(element: &PathElement<'_>) -> Step {
    match element {
        PathElement::Name(name) => Step::Member((*name).to_owned()),
        PathElement::Index(index) => Step::Element(*index),
    }
}

/// How many brackets are open at most.
fn brackets(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'(' => open += 1,
            b']' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// What is wrong with a text from a byte on; the parser says where, and seldom why.
fn no_query(text: &str, at: usize) -> NoQuery {
    let rest = text.get(at..).unwrap_or_default();
    let message = match (text.starts_with('$'), rest) {
        (false, _) => format!("`{text}` is no JSONPath: it does not begin with `$`"),
        (true, "") => format!("`{text}` is no JSONPath: it ends too early"),
        (true, rest) => format!("`{text}` is no JSONPath from `{rest}` on"),
    };
    let help = if !text.starts_with('$') {
        Some("`$` is the whole description, and `$.paths` a member of it")
    } else if rest.starts_with(['-', '/', '{', '$', '#']) || text.contains(".x-") {
        Some("names that are more than letters, digits and `_` stand in brackets: `['x-name']`")
    } else if rest.starts_with('=') {
        Some("equality is `==`")
    } else {
        None
    };
    NoQuery { message, help }
}

impl Way {
    /// The pointer to the same value.
    pub(super) fn pointer(&self) -> Pointer {
        self.0
            .iter()
            .fold(Pointer::root(), |pointer, step| match step {
                Step::Member(name) => pointer.child(name),
                Step::Element(index) => pointer.index(*index),
            })
    }

    /// The value that the way leads to.
    pub(super) fn value<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Member(name) => value.get(name),
            Step::Element(index) => value.get(index),
        })
    }

    fn compare(&self, other: &Self) -> Ordering {
        let steps = self.0.iter().zip(&other.0);
        let differing = steps.map(|(one, other)| match (one, other) {
            (Step::Member(one), Step::Member(other)) => one.cmp(other),
            (Step::Element(one), Step::Element(other)) => one.cmp(other),
            (Step::Member(_), Step::Element(_)) => Ordering::Less,
            (Step::Element(_), Step::Member(_)) => Ordering::Greater,
        });
        let first = differing.into_iter().find(|order| order.is_ne());
        first.unwrap_or_else(|| self.0.len().cmp(&other.0.len()))
    }
}
