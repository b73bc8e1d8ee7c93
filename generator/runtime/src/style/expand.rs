use super::encode;
use super::text::{items, members, text};
use crate::description::{Location, Parameter, Style};
use crate::json::{Json, JsonObject};

/// How a style puts values together: a row of the table in RFC 6570 appendix A.
struct Rules {
    /// Before the first part.
    first: &'static str,
    /// Between parts that stand for themselves.
    separator: &'static str,
    /// Between items, and between names and values, that do not stand for themselves.
    joiner: &'static str,
    /// Whether a value goes with the name of the parameter.
    named: bool,
    /// Between a name and an empty value.
    empty: &'static str,
    encode: fn(&str) -> String,
}

/// The text that stands for `value`, percent-encoded as its place asks; `None`: undefined, nothing
/// is sent (`null`, an array or object without defined parts).
///
/// In a path: what replaces the template's variable. In a query: pairs joined by `&`. In a header
/// field: its value, which is never percent-encoded (OAS 3.1.1 appendix D). In a cookie: pairs
/// joined by `; `.
///
/// Of a whole query string the name of the parameter is no part.
///
/// Where the standard defines nothing: delimited styles that are exploded or of a single value are as
/// `form`, or as `simple` where that is the default; `deepObject` goes on into nested objects (`a[b][c]=`) and arrays
/// (`a[b][0]=`); an array within an exploded object repeats its key; other nested values are JSON.
pub fn expand(parameter: &Parameter, value: &Json) -> Option<String> {
    expand_by(encoding(parameter), parameter, value)
}

/// The same with texts that are encoded otherwise.
pub fn expand_by(
    encode: fn(&str) -> String,
    parameter: &Parameter,
    value: &Json,
) -> Option<String> {
    let rules = Rules::of(parameter, encode);
    if parameter.style == Style::Json {
        return Some(rules.single(parameter.name, &value.to_string()));
    }
    match value {
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            Some(rules.single(parameter.name, &text(value)?))
        }
        Json::Array(_) | Json::Object(_) if parameter.style == Style::DeepObject => {
            let mut pairs = Vec::new();
            deep(&rules, (rules.encode)(parameter.name), value, &mut pairs);
            (!pairs.is_empty()).then(|| pairs.join(rules.separator))
        }
        Json::Array(array) => rules.list(parameter, &items(array)),
        Json::Object(object) if parameter.explode => rules.exploded(object),
        Json::Object(object) => {
            let flat: Vec<_> = members(object)
                .into_iter()
                .flat_map(<[String; 2]>::from)
                .collect();
            rules.joined(parameter.name, &flat)
        }
    }
}

impl Rules {
    fn of(parameter: &Parameter, encode: fn(&str) -> String) -> Self {
        let separator = match parameter.location {
            Location::Cookie => "; ",
            Location::Path | Location::Query | Location::QueryString | Location::Header => "&",
        };
        let form = Self {
            first: "",
            separator,
            joiner: ",",
            named: true,
            empty: "=",
            encode,
        };
        match parameter.style {
            Style::Simple => Self {
                separator: ",",
                named: false,
                ..form
            },
            Style::Label => Self {
                first: ".",
                separator: ".",
                named: false,
                ..form
            },
            Style::Matrix => Self {
                first: ";",
                separator: ";",
                empty: "",
                ..form
            },
            Style::SpaceDelimited => form.delimited(parameter.location, "%20", " "),
            Style::PipeDelimited => form.delimited(parameter.location, "%7C", "|"),
            Style::TabDelimited => form.delimited(parameter.location, "%09", "\t"),
            // The members of an object go by their own names, and anything else by none.
            Style::Form | Style::Cookie | Style::DeepObject => Self {
                named: parameter.location != Location::QueryString,
                ..form
            },
            Style::Json => match parameter.location {
                Location::Path | Location::QueryString | Location::Header => Self {
                    named: false,
                    ..form
                },
                Location::Query | Location::Cookie => form,
            },
        }
    }

    /// With another joiner. In a path and in a header field, where only Swagger 2.0 has delimiters (§4.3.9), the values
    /// stand alone, as they do in `simple`.
    fn delimited(self, location: Location, encoded: &'static str, plain: &'static str) -> Self {
        match location {
            Location::Path | Location::Header => Self {
                joiner: if location == Location::Header {
                    plain
                } else {
                    encoded
                },
                separator: ",",
                named: false,
                ..self
            },
            Location::Query | Location::QueryString | Location::Cookie => Self {
                joiner: encoded,
                ..self
            },
        }
    }

    fn single(&self, name: &str, value: &str) -> String {
        format!("{}{}", self.first, self.part(name, &(self.encode)(value)))
    }

    fn list(&self, parameter: &Parameter, items: &[String]) -> Option<String> {
        if !parameter.explode {
            return self.joined(parameter.name, items);
        }
        let parts = items
            .iter()
            .map(|item| self.part(parameter.name, &(self.encode)(item)));
        self.parts(parts.collect())
    }

    /// All in one part.
    fn joined(&self, name: &str, texts: &[String]) -> Option<String> {
        let encoded: Vec<_> = texts.iter().map(|text| (self.encode)(text)).collect();
        let part = || self.part(name, &encoded.join(self.joiner));
        (!encoded.is_empty()).then(|| format!("{}{}", self.first, part()))
    }

    /// Each member a part, under its own name.
    fn exploded(&self, object: &JsonObject) -> Option<String> {
        let mut parts = Vec::new();
        for (name, value) in object.iter() {
            let texts = match value {
                Json::Array(array) if self.separator != self.joiner => items(array),
                Json::Null
                | Json::Bool(_)
                | Json::Number(_)
                | Json::String(_)
                | Json::Array(_)
                | Json::Object(_) => text(value).into_iter().collect(),
            };
            let pair = |text: &String| self.pair(name, &(self.encode)(text));
            parts.extend(texts.iter().map(pair));
        }
        self.parts(parts)
    }

    fn parts(&self, parts: Vec<String>) -> Option<String> {
        (!parts.is_empty()).then(|| format!("{}{}", self.first, parts.join(self.separator)))
    }

    fn part(&self, name: &str, encoded: &str) -> String {
        if self.named {
            self.pair(name, encoded)
        } else {
            encoded.to_owned()
        }
    }

    fn pair(&self, name: &str, encoded: &str) -> String {
        let equals = if encoded.is_empty() && self.named {
            self.empty
        } else {
            "="
        };
        format!("{}{equals}{encoded}", (self.encode)(name))
    }
}

fn encoding(parameter: &Parameter) -> fn(&str) -> String {
    match (parameter.location, parameter.allow_reserved) {
        (Location::Header, _) => str::to_owned,
        (Location::Cookie, _) if parameter.style == Style::Cookie => encode::in_cookie,
        (Location::Cookie, true) => encode::reserved_in_cookie,
        (Location::Path, true) => encode::reserved_in_path,
        (Location::Query, true) => encode::reserved_in_query,
        (Location::Path | Location::Query, false)
        | (Location::QueryString, _)
        | (Location::Cookie, false) => encode::whole,
    }
}

/// Values of a [`Json`] are never deeper than the reader and the encoder let them be.
fn deep(rules: &Rules, name: String, value: &Json, pairs: &mut Vec<String>) {
    let below = |key: &str| format!("{name}%5B{}%5D", encode::whole(key));
    match value {
        Json::Null => {}
        Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            let text = text(value).unwrap_or_default();
            pairs.push(format!("{name}={}", (rules.encode)(&text)));
        }
        Json::Array(array) => {
            for (index, item) in array.iter().enumerate() {
                deep(rules, below(&index.to_string()), item, pairs);
            }
        }
        Json::Object(object) => {
            for (key, member) in object.iter() {
                deep(rules, below(key), member, pairs);
            }
        }
    }
}
