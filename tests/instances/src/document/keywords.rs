use super::{Dialect, Site};

/// A schema within a schema.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'d> {
    pub(crate) keyword: &'static str,
    /// Its name, where the keyword holds a map of schemas.
    pub(crate) name: Option<&'d str>,
    pub(crate) site: Site<'d>,
}

/// The keywords that hold one schema each.
const ONE: &[&str] = &[
    "additionalProperties",
    "additionalItems",
    "items",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
];

/// The keywords that hold lists of schemas.
const LISTS: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems", "items"];

/// The keywords that hold schemas by name.
const MAPS: &[&str] = &["properties", "patternProperties", "dependentSchemas"];

/// The schemas that a schema is made of, but those that it refers to.
pub(crate) fn parts(site: Site<'_>, dialect: Dialect) -> Vec<Part<'_>> {
    if dialect == Dialect::Draft4 && site.text("$ref").is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for &keyword in ONE {
        let is_schema = |part: &Site<'_>| part.value.is_object() || part.value.is_boolean();
        found.extend(site.at(keyword).filter(is_schema).map(|site| Part {
            keyword,
            name: None,
            site,
        }));
    }
    for &keyword in LISTS {
        found.extend(site.list(keyword).into_iter().map(|site| Part {
            keyword,
            name: None,
            site,
        }));
    }
    for &keyword in MAPS {
        found.extend(site.map(keyword).into_iter().map(|(name, site)| Part {
            keyword,
            name: Some(name),
            site,
        }));
    }
    found
}
