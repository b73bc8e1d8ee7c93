use std::fmt;

use url::Url;

use crate::description::ServerTemplate;
use crate::error::RequestFailure;
use crate::style;

/// Where requests go: a server of the document, whose variables can be set, or any base URL.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    place: Place,
    values: Variables,
}

#[derive(Clone, PartialEq, Eq)]
enum Place {
    Url(String),
    Template(ServerTemplate),
}

/// Values of variables of servers, by name; the last one of a name holds.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Variables(Vec<(String, String)>);

impl Server {
    /// A server of the document, with the defaults of its variables.
    pub const fn of(template: ServerTemplate) -> Self {
        Self {
            place: Place::Template(template),
            values: Variables(Vec::new()),
        }
    }

    /// A base URL.
    pub fn url(url: impl Into<String>) -> Self {
        Self {
            place: Place::Url(url.into()),
            values: Variables::default(),
        }
    }

    /// Sets a variable of the URL. The value is put in as it is, whether or not the document lists it.
    #[must_use]
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.values.set(name.into(), value.into());
        self
    }

    /// The base URL; what is set here goes before what is `given` for all servers.
    ///
    /// # Errors
    /// When it has no such variable, or is no base URL with the values that it has.
    pub(crate) fn resolve(&self, given: &Variables) -> Result<Url, RequestFailure> {
        let template = match &self.place {
            Place::Url(url) => {
                self.values.only(&|_| false)?;
                return style::base_url(url);
            }
            Place::Template(template) => template,
        };
        self.values.only(&|name| template.has(name))?;
        let value = |name: &str| self.values.get(name).or_else(|| given.get(name));
        style::base_url(&template.filled(&value))
            .map_err(|failure| incomplete(template, failure.reason().to_owned()))
    }
}

impl Variables {
    pub(crate) fn set(&mut self, name: String, value: String) {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value));
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Refuses those that are none of a server.
    pub(crate) fn only(&self, is_one: &dyn Fn(&str) -> bool) -> Result<(), RequestFailure> {
        match self.0.iter().find(|(name, _)| !is_one(name)) {
            Some((name, _)) => Err(RequestFailure::about(
                name.clone(),
                "is no variable of the server",
            )),
            None => Ok(()),
        }
    }
}

/// Shows the template and not what is filled in, which may be a secret.
fn incomplete(template: &ServerTemplate, reason: String) -> RequestFailure {
    let named: Vec<_> = template.variables.iter().map(|(name, _)| *name).collect();
    let with = match named.as_slice() {
        [] => String::new(),
        named => format!(" with the values of `{}`", named.join("`, `")),
    };
    RequestFailure::new(format!(
        "the server `{}` {reason}{with}: give a base URL",
        template.url
    ))
}

impl From<&str> for Server {
    fn from(url: &str) -> Self {
        Self::url(url)
    }
}

impl From<String> for Server {
    fn from(url: String) -> Self {
        Self::url(url)
    }
}

impl From<Url> for Server {
    fn from(url: Url) -> Self {
        Self::url(url)
    }
}

/// Shows no values of variables.
impl fmt::Debug for Server {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Url(_) => formatter.write_str("Server(url)"),
            Place::Template(template) => write!(formatter, "Server({})", template.url),
        }
    }
}
