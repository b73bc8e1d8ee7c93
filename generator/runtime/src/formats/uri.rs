use url::Url;

use super::FormatError;
use super::open_text::{any_text, checked_text, kept_text, shown_text};

/// A URI or a reference to one (RFC 3986), as the text that came: what reads a URL would write another one, with a
/// slash more or in other letters.
///
/// Any text can be made into one, and comes back as it is; `"…".parse()` takes only an absolute URL. They are compared
/// as texts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri(Box<str>);

kept_text!(Uri);
shown_text!(Uri);
any_text!(Uri);
checked_text!(Uri, to_url);

impl Uri {
    /// The absolute URL.
    ///
    /// # Errors
    ///
    /// If the text is none.
    pub fn to_url(&self) -> Result<Url, FormatError> {
        Url::parse(self.as_str()).map_err(|_| FormatError::new("an absolute URL", self.as_str()))
    }

    /// The URL that is meant in a document with the URL `base` (RFC 3986 §5).
    ///
    /// # Errors
    ///
    /// If the text is no reference to a URL.
    pub fn to_url_in(&self, base: &Url) -> Result<Url, FormatError> {
        let joined = base.join(self.as_str());
        joined.map_err(|_| FormatError::new("a reference to a URL", self.as_str()))
    }
}

impl From<Url> for Uri {
    fn from(url: Url) -> Self {
        Self(String::from(url).into())
    }
}

impl From<&Url> for Uri {
    fn from(url: &Url) -> Self {
        Self(url.as_str().into())
    }
}
