use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::OperationPattern;

/// How operations page. What a rule does not say is found in the operation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageRule {
    /// Whose pages; none: those of every operation that the rule fits.
    #[serde(default)]
    pub operations: Vec<OperationPattern>,
    /// How the next page is asked for.
    pub style: PageStyle,
    /// Where the cursor, the offset or the number of the page goes.
    pub parameter: Option<PageTo>,
    /// Where the answer has the cursor or the URL of the next page.
    pub next: Option<PageFrom>,
    /// Where the answer has its items.
    pub items: Option<PagePlace>,
    /// Where the answer says `false` if it is the last.
    pub more: Option<PagePlace>,
    /// Where the answer has the number of all items, or of all pages where they are numbered.
    pub total: Option<PagePlace>,
    /// Where the size of a page goes: one with fewer items is the last.
    pub size: Option<PageTo>,
    /// The number of the first page.
    pub first: Option<u32>,
}

/// How the next page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageStyle {
    /// By a cursor that the answer names.
    Cursor,
    /// By the number of items before it.
    Offset,
    /// By its number.
    Page,
    /// By a URL that the answer names.
    Url,
    /// By a `Link` header field (RFC 8288).
    Link,
}

/// A place in a body: a JSON Pointer in which `-1` is the last item of an array.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PagePlace(String);

/// Where something goes that asks for a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum PageTo {
    /// Into the parameter of this name.
    Parameter(String),
    /// To this place in the body.
    Body(PagePlace),
}

/// Where an answer says by what the next page is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum PageFrom {
    /// At this place in the body.
    Body(PagePlace),
    /// In this header field.
    Header(String),
}

impl PageRule {
    /// A rule that says no more than this.
    pub fn new(style: PageStyle) -> Self {
        Self {
            operations: Vec::new(),
            style,
            parameter: None,
            next: None,
            items: None,
            more: None,
            total: None,
            size: None,
            first: None,
        }
    }
}

impl PageStyle {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cursor => "cursor",
            Self::Offset => "offset",
            Self::Page => "page",
            Self::Url => "url",
            Self::Link => "link",
        }
    }
}

impl PagePlace {
    /// The place of this member of the whole.
    pub fn member(name: &str) -> Self {
        Self(format!("/{}", escaped(name)))
    }

    /// The whole body.
    pub fn whole() -> Self {
        Self(String::new())
    }

    /// A place within the value that stands here.
    pub fn within(&self, inner: &Self) -> Self {
        Self(format!("{}{}", self.0, inner.0))
    }

    /// As a JSON Pointer.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names and indices on the way.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        let tokens = self.0.split('/').skip(1);
        tokens.map(|token| token.replace("~1", "/").replace("~0", "~"))
    }
}

/// A JSON Pointer, names with points between them, or so much of JSONPath as leads to one place:
/// `/page/next`, `page.next`, `$.data[-1].id`, `$['page']['next']`.
impl TryFrom<String> for PagePlace {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.is_empty() || text.starts_with('/') {
            return Ok(Self(text));
        }
        let path = text.strip_prefix('$').unwrap_or(&text);
        let mut place = String::new();
        for part in segments(path) {
            let token = token(part).ok_or_else(|| {
                format!("`{text}` is no place in a body, as `/page/next` or `page.next` is one")
            })?;
            place.push('/');
            place.push_str(&escaped(&token));
        }
        Ok(Self(place))
    }
}

/// What stands between points and brackets; brackets with what they hold.
fn segments(path: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let end = match rest.as_bytes() {
            [b'[', ..] => rest.find(']').map_or(rest.len(), |end| end + 1),
            _ => rest.find(['.', '[']).unwrap_or(rest.len()),
        };
        let (segment, behind) = rest.split_at(end);
        if !segment.is_empty() {
            segments.push(segment);
        }
        rest = behind.strip_prefix('.').unwrap_or(behind);
    }
    segments
}

/// `name`, `['name']`, `[0]`, `[-1]`, `[-1:]`, `[(@.length-1)]`
fn token(segment: &str) -> Option<String> {
    let Some(inside) = segment.strip_prefix('[') else {
        let is_plain = !segment.contains(['*', '?', '(', ']']);
        return is_plain.then(|| segment.to_owned());
    };
    let inside = inside.strip_suffix(']')?.trim();
    let is_last = ["-1", "-1:"].contains(&inside) || inside.replace(' ', "") == "(@.length-1)";
    let quoted = |quote: char| inside.strip_prefix(quote)?.strip_suffix(quote);
    match quoted('\'').or_else(|| quoted('"')) {
        _ if is_last => Some("-1".to_owned()),
        Some(name) => Some(name.to_owned()),
        None => inside.parse::<u32>().ok().map(|index| index.to_string()),
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// `until`, or `body:/page/cursor`
impl TryFrom<String> for PageTo {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.strip_prefix("body:") {
            Some(place) => PagePlace::try_from(place.to_owned()).map(Self::Body),
            None => Ok(Self::Parameter(text)),
        }
    }
}

/// `/pagination/next`, or `header:Next-Token`
impl TryFrom<String> for PageFrom {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.strip_prefix("header:") {
            Some(name) if is_field_name(name.trim()) => Ok(Self::Header(name.trim().to_owned())),
            Some(name) => Err(format!("`{name}` is no name of a header field")),
            None => PagePlace::try_from(text).map(Self::Body),
        }
    }
}

/// A token (RFC 9110 §5.6.2).
fn is_field_name(name: &str) -> bool {
    let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_legal)
}

/// The place where it reads best: a place of the whole body is called that.
impl fmt::Display for PagePlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_str() {
            "" => formatter.write_str("the body"),
            place => write!(formatter, "`{place}`"),
        }
    }
}

/// One rule, or a list of them.
pub(super) fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PageRule>, D::Error> {
    deserializer.deserialize_any(RulesVisitor)
}

struct RulesVisitor;

impl<'de> Visitor<'de> for RulesVisitor {
    type Value = Vec<PageRule>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table `[pagination]`, or several `[[pagination]]`")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<PageRule>, A::Error> {
        PageRule::deserialize(MapAccessDeserializer::new(map)).map(|rule| vec![rule])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<PageRule>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list))
    }
}
