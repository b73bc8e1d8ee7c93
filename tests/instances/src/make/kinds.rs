use serde_json::Value;

use super::draw::Draw;
use super::facets::Facets;
use crate::document::Site;

/// What JSON tells apart; integers are numbers, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

const ALL: &[(&str, Kind)] = &[
    ("null", Kind::Null),
    ("boolean", Kind::Boolean),
    ("integer", Kind::Integer),
    ("number", Kind::Number),
    ("string", Kind::String),
    ("array", Kind::Array),
    ("object", Kind::Object),
];

/// What a keyword is about. JSON Schema lets every other kind pass, but nobody means that.
const IMPLIED: &[(Kind, &[&str])] = &[
    (
        Kind::Object,
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "unevaluatedProperties",
            "dependentRequired",
        ],
    ),
    (
        Kind::Array,
        &["items", "prefixItems", "minItems", "maxItems", "contains"],
    ),
    (
        Kind::String,
        &["pattern", "minLength", "maxLength", "format"],
    ),
    (Kind::Number, &["minimum", "maximum", "multipleOf"]),
];

impl<'d> Draw<'_, 'd> {
    /// A value for facets, as far as it can be made on purpose.
    pub(super) fn of(&mut self, facets: &Facets<'d>) -> Option<Value> {
        if facets.is_impossible {
            return None;
        }
        let kinds = kinds(&facets.plain);
        if let Some(values) = listed(&facets.plain) {
            let mut values = values;
            if let Some(kinds) = &kinds {
                values.retain(|value| kinds.iter().any(|kind| is_of(value, *kind)));
            }
            return self.dice.pick(&values).map(|value| (*value).clone());
        }
        let Some(kinds) = kinds else {
            return Some(self.any());
        };
        match *self.dice.pick(&kinds)? {
            Kind::Null => Some(Value::Null),
            Kind::Boolean => Some(Value::Bool(self.dice.percent(50))),
            Kind::Integer => self.integer(&facets.plain),
            Kind::Number => self.number(&facets.plain),
            Kind::String => self.string(&facets.plain),
            Kind::Array => self.array(facets),
            Kind::Object => self.object(facets),
        }
    }
}

/// The kinds that all schemas allow; `None`, if nothing is said of kinds.
fn kinds(plain: &[Site<'_>]) -> Option<Vec<Kind>> {
    let mut said = plain.iter().filter_map(|site| named(site.get("type")?));
    let first = said.next().or_else(|| implied(plain))?;
    Some(said.fold(first, |left, right| {
        let mut both: Vec<Kind> = Vec::new();
        for one in left {
            for other in &right {
                both.extend(meet(one, *other).filter(|kind| !both.contains(kind)));
            }
        }
        both
    }))
}

fn meet(one: Kind, other: Kind) -> Option<Kind> {
    match (one, other) {
        (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Some(Kind::Integer),
        (one, other) => (one == other).then_some(one),
    }
}

/// The kinds that `type` names; `None`, if it names others, too.
fn named(value: &Value) -> Option<Vec<Kind>> {
    let kind = |value: &Value| {
        let name = value.as_str()?;
        ALL.iter().find(|(known, _)| *known == name)
    };
    let kinds: Option<Vec<Kind>> = match value.as_array() {
        Some(list) => list.iter().map(|value| Some(kind(value)?.1)).collect(),
        None => kind(value).map(|(_, kind)| vec![*kind]),
    };
    kinds.filter(|kinds| !kinds.is_empty())
}

fn implied(plain: &[Site<'_>]) -> Option<Vec<Kind>> {
    let implied = IMPLIED.iter().filter(|(_, keywords)| {
        let says = |site: &Site<'_>| keywords.iter().any(|keyword| site.get(keyword).is_some());
        plain.iter().any(says)
    });
    let kinds: Vec<Kind> = implied.map(|(kind, _)| *kind).collect();
    (!kinds.is_empty()).then_some(kinds)
}

/// The values that all enumerations list; `None`, if there is none.
fn listed<'d>(plain: &[Site<'d>]) -> Option<Vec<&'d Value>> {
    let lists = plain.iter().flat_map(|site| {
        let values = site.get("enum").and_then(Value::as_array);
        let values = values.map(|values| values.iter().collect::<Vec<_>>());
        [values, site.get("const").map(|value| vec![value])]
    });
    lists.flatten().reduce(|mut left, right| {
        left.retain(|value| right.contains(value));
        left
    })
}

fn is_of(value: &Value, kind: Kind) -> bool {
    match kind {
        Kind::Null => value.is_null(),
        Kind::Boolean => value.is_boolean(),
        Kind::Integer | Kind::Number => value.is_number(),
        Kind::String => value.is_string(),
        Kind::Array => value.is_array(),
        Kind::Object => value.is_object(),
    }
}
