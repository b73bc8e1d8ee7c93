use std::borrow::Cow;
use std::fmt;

/// A JSON Pointer (RFC 6901): `""` is the whole value, `/paths/~1users` a member of a member.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the whole value.
    pub fn root() -> Self {
        Self::default()
    }

    /// A pointer from its text: empty, or beginning with `/`. Anything else is not a pointer.
    pub fn parse(text: &str) -> Option<Self> {
        (text.is_empty() || text.starts_with('/')).then(|| Self(text.to_owned()))
    }

    /// The member `name` of the object here (RFC 6901 §3: `~` is written `~0`, `/` is written `~1`).
    pub fn child(&self, name: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + name.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for character in name.chars() {
            match character {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self(text)
    }

    /// The element `index` of the array here.
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The pointer of what holds this value; nothing holds the root.
    pub fn parent(&self) -> Option<Self> {
        self.0
            .rfind('/')
            .map(|at| Self(self.0.get(..at).unwrap_or_default().to_owned()))
    }

    /// The unescaped names on the way to the value.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        self.0
            .split('/')
            .skip(1)
            .collect::<Vec<_>>()
            .into_iter()
            .map(unescape)
    }

    /// The unescaped last name.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, last)| unescape(last))
    }

    /// The text, as RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// RFC 6901 §4: first `~1`, then `~0`.
fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
