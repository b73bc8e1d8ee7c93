use http::header::{ACCEPT, CONTENT_TYPE};

use crate::cli::content::{Content, choose};
use crate::cli::line::{Line, Parameters};
use crate::cli::{Argument, Command, Refusal};
use crate::description::Location;
use crate::json::{Json, JsonObject, Map, RawJson};

/// What a call is to be made with, wherever it was said.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// The values of the parameters, in their order.
    pub(super) values: Vec<Option<Value>>,
    /// The body.
    pub(super) content: Option<Content>,
    /// The place of its form among those of the operation.
    pub(super) form: Option<usize>,
    /// Header fields beside those that the description knows.
    pub(super) headers: Vec<(String, String)>,
    pub(super) content_type: Option<String>,
    pub(super) accept: Option<String>,
    /// The credentials by the names of their schemes.
    pub(super) security: Option<JsonObject>,
    pub(super) base_url: Option<String>,
    pub(super) server_variables: Map<Json>,
    /// Seconds.
    pub(super) timeout: Option<f64>,
    pub(super) max_attempts: Option<u32>,
}

/// The value of a parameter.
#[derive(Debug)]
pub(super) enum Value {
    /// As a line has it.
    Json(RawJson),
    /// As the flags of a command line have it.
    Texts(Vec<String>),
}

impl Given {
    /// What a line says of a call of this operation.
    ///
    /// # Errors
    /// If it says something that the operation does not have.
    pub(super) fn by_line(command: &Command, line: Line) -> Result<Self, Refusal> {
        let mut given = Self {
            content: line.body.map(Content::Json),
            content_type: line.content_type,
            accept: line.accept,
            security: line.security,
            base_url: line.base_url,
            server_variables: line.server_variables,
            timeout: line.timeout,
            max_attempts: line.max_attempts,
            ..Self::default()
        };
        given.parameters(command, line.parameters)?;
        given.choose_form(command)?;
        Ok(given)
    }

    /// Finds the form of the operation's body that this one has.
    ///
    /// # Errors
    /// If the operation has none that it could be.
    pub(super) fn choose_form(&mut self, command: &Command) -> Result<(), Refusal> {
        let Some(content) = &self.content else {
            return Ok(());
        };
        let form = choose(command.bodies, self.content_type.as_deref(), content);
        self.form = form.map_err(Refusal::request)?;
        Ok(())
    }

    fn parameters(&mut self, command: &Command, said: Parameters) -> Result<(), Refusal> {
        self.values.resize_with(command.parameters.len(), || None);
        let Parameters {
            path,
            query,
            querystring,
            header,
            cookie,
        } = said;
        for (location, values) in [
            (Location::Path, path),
            (Location::Query, query),
            (Location::QueryString, querystring),
            (Location::Header, header),
            (Location::Cookie, cookie),
        ] {
            for (name, value) in values {
                self.parameter(command, location, &name, value)?;
            }
        }
        Ok(())
    }

    fn parameter(
        &mut self,
        command: &Command,
        location: Location,
        name: &str,
        value: RawJson,
    ) -> Result<(), Refusal> {
        let mut arguments = command.parameters.iter();
        let index = arguments.position(|argument| argument.is(location, name));
        if let Some(slot) = index.and_then(|index| self.values.get_mut(index)) {
            *slot = Some(Value::Json(value));
            return Ok(());
        }
        if location == Location::Header && self.field(name, &value) {
            return Ok(());
        }
        let location = location.as_str();
        let message = format!("the operation has no {location} parameter `{name}`");
        Err(Refusal::request(message))
    }

    /// Takes one of the header fields that descriptions do not decide (OAS 3.1 §4.8.12.2).
    fn field(&mut self, name: &str, value: &RawJson) -> bool {
        let Some(text) = value.as_text() else {
            return false;
        };
        if name.eq_ignore_ascii_case(ACCEPT.as_str()) {
            self.accept.get_or_insert(text);
        } else if name.eq_ignore_ascii_case(CONTENT_TYPE.as_str()) {
            self.content_type.get_or_insert(text);
        } else {
            // It is for the security schemes to decide.
            return name.eq_ignore_ascii_case("authorization");
        }
        true
    }
}

impl Argument {
    fn is(&self, location: Location, name: &str) -> bool {
        match location {
            Location::Header => self.location == location && self.name.eq_ignore_ascii_case(name),
            // What goes as the whole query is a parameter of the query as well.
            Location::Query => {
                matches!(self.location, Location::Query | Location::QueryString)
                    && self.name == name
            }
            Location::Path | Location::QueryString | Location::Cookie => {
                self.location == location && self.name == name
            }
        }
    }
}

impl Value {
    /// Whether it is no value: nothing between quotes or brackets, or `null`.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Json(value) => matches!(value.as_str(), "\"\"" | "null" | "[]"),
            Self::Texts(texts) => texts.iter().all(String::is_empty),
        }
    }

    /// What the value could be in JSON, the likeliest first.
    pub(super) fn readings(&self) -> Vec<String> {
        match self {
            Self::Json(value) => vec![value.as_str().to_owned()],
            Self::Texts(texts) => readings(texts),
        }
    }
}

/// A text on a command line can be a string or JSON, and several are a list.
fn readings(texts: &[String]) -> Vec<String> {
    let quoted = |text: &String| Json::from(text.as_str()).to_string();
    let list = |items: Vec<String>| format!("[{}]", items.join(","));
    let strings = texts.iter().map(quoted).collect();
    let mut readings = vec![list(strings), list(texts.to_vec())];
    if let [only] = texts {
        let is_json = only.trim_start().starts_with(['{', '[']);
        let single = [quoted(only), only.clone()];
        readings.splice(0..0, single);
        if is_json {
            readings.swap(0, 1);
        }
    }
    readings
}
