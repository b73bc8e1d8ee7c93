/// The media type of a body as its `Content-Type` states it (RFC 9110 §8.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentType {
    essence: String,
    parameters: Vec<(String, String)>,
}

impl ContentType {
    /// Reads a header field; whatever it cannot make sense of it leaves out.
    pub fn parse(text: &str) -> Self {
        let (essence, rest) = text.split_once(';').unwrap_or((text, ""));
        Self {
            essence: essence.trim().to_ascii_lowercase(),
            parameters: parameters(rest),
        }
    }

    /// Type and subtype in lower case, without parameters.
    pub fn essence(&self) -> &str {
        &self.essence
    }

    /// The value of a parameter, whose name is given in lower case.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        let (_, value) = parameters.find(|(given, _)| given == name)?;
        Some(value)
    }

    /// The `charset` parameter in lower case.
    pub fn charset(&self) -> Option<&str> {
        self.parameter("charset")
    }

    /// JSON, or a structured syntax on it (RFC 6839 §3.1).
    pub fn is_json(&self) -> bool {
        let essence = self.essence.as_str();
        matches!(
            essence,
            "application/json" | "text/json" | "application/x-json"
        ) || essence.ends_with("+json")
    }

    /// How well it is described by a media type or range that a description lists; `None`: not at all.
    ///
    /// Parameters count for what they say (RFC 9110 §12.5.1); of a charset nothing depends.
    pub(super) fn fits(&self, listed: &Self) -> Option<Fit> {
        let told = || (listed.parameters.iter()).filter(|(name, _)| name != "charset");
        let fitting = told().filter(|(name, value)| self.parameter(name) == Some(value));
        let same = fitting.count();
        let range = listed.essence.strip_suffix('*');
        if self.essence == listed.essence && same == told().count() {
            Some(Fit::Exact(same))
        } else if self.essence == listed.essence {
            Some(Fit::Essence(same))
        } else if self.is_json() && listed.is_json() {
            Some(Fit::Syntax)
        } else if listed.essence == "*/*" || listed.essence == "*" {
            Some(Fit::Any)
        } else if range.is_some_and(|range| self.essence.starts_with(range)) {
            Some(Fit::Range)
        } else {
            None
        }
    }
}

/// How well a media type fits; the better, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// As any media type fits `*/*`.
    Any,
    /// As `image/png` fits `image/*`.
    Range,
    /// Both are JSON.
    Syntax,
    /// But for parameters, of which so many are the same.
    Essence(usize),
    /// In all that is listed, so many parameters included.
    Exact(usize),
}

/// `; name=value; name="quoted value"`, names in lower case (RFC 9110 §5.6.6).
fn parameters(text: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = rest.split_once('=') {
        // A part without a value is none.
        let name = name.rsplit(';').next().unwrap_or_default().trim();
        let name = name.to_ascii_lowercase();
        let (mut value, after) = value(after.trim_start());
        if name == "charset" {
            value.make_ascii_lowercase();
        }
        parameters.push((name, value));
        rest = after;
    }
    parameters
}

/// A token or a quoted string, and what stands behind it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (token, rest) = text.split_once(';').unwrap_or((text, ""));
        return (token.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            other => value.push(other),
        }
    }
    (value, characters.as_str())
}
