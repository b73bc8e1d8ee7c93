use std::time::Duration;

use bytes::Bytes;

use crate::call::Call;
use crate::cli::content::Content;
use crate::cli::given::Given;
use crate::cli::{Argument, Command, FormKind, Refusal, Settings};
use crate::client::Client;
use crate::json::{self, Decode, DecodeError, Json, JsonObject};

/// What a call is made with, as the typed request builder takes it. Parameters and forms of the body go by their places
/// among those of the operation.
#[derive(Debug)]
pub struct Input<'a> {
    client: &'a Client,
    command: &'a Command,
    given: &'a Given,
    settings: &'a Settings,
}

impl<'a> Input<'a> {
    pub(super) fn new(
        client: &'a Client,
        command: &'a Command,
        given: &'a Given,
        settings: &'a Settings,
    ) -> Self {
        Self {
            client,
            command,
            given,
            settings,
        }
    }

    /// The client to call with.
    pub fn client(&self) -> &Client {
        self.client
    }

    /// The value of a parameter that must be given.
    ///
    /// # Errors
    /// If it is not, or is no value of the type.
    pub fn required<T: Decode>(&self, index: usize) -> Result<T, Refusal> {
        let value = self.optional(index)?;
        value.ok_or_else(|| Refusal::request(format!("{} must be given", self.title(index))))
    }

    /// The value of a parameter, if it is given. `null` is none where the type does not have it.
    ///
    /// # Errors
    /// If it is no value of the type.
    pub fn optional<T: Decode>(&self, index: usize) -> Result<Option<T>, Refusal> {
        let Some(Some(value)) = self.given.values.get(index) else {
            return Ok(None);
        };
        let mut wrong = None;
        for reading in value.readings() {
            match self.read(index, &reading) {
                Ok(value) => return Ok(Some(value)),
                Err(_) if reading == "null" => return Ok(None),
                Err(error) => wrong = wrong.or(Some(error)),
            }
        }
        match wrong {
            Some(error) => Err(Refusal::value(&self.title(index), &error)),
            None => Ok(None),
        }
    }

    /// Reads the value of a parameter. In a style, lists that are empty are not written, and so may be left out.
    fn read<T: Decode>(&self, index: usize, text: &str) -> Result<T, DecodeError> {
        let error = match json::from_str(text) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let argument = self.command.parameters.get(index);
        if !argument.is_some_and(|argument| argument.styled) {
            return Err(error);
        }
        let completed = with_empty_lists::<T>(text);
        completed.ok_or(error)
    }

    /// Whether a parameter is given without a value, where the description allows that.
    pub fn is_empty(&self, index: usize) -> bool {
        let value = self.given.values.get(index).and_then(Option::as_ref);
        value.is_some_and(|value| value.is_empty())
    }

    /// Whether there is a body and it has this form.
    pub fn sends(&self, form: usize) -> bool {
        self.given.form == Some(form)
    }

    /// The body as the value of a type.
    ///
    /// # Errors
    /// If there is none, or it is no value of the type.
    pub fn body<T: Decode>(&self) -> Result<T, Refusal> {
        let value = self.content()?.json();
        value.map_err(|error| Refusal::value("the body", &error))
    }

    /// The body as a text.
    ///
    /// # Errors
    /// If there is none, or it is no text.
    pub fn text(&self) -> Result<String, Refusal> {
        self.content()?.text().map_err(Refusal::request)
    }

    /// The body as a value that goes over the wire as a text, given as either.
    ///
    /// # Errors
    /// If there is none, or it is no such value.
    pub fn plain<T: Decode>(&self) -> Result<T, Refusal> {
        let value = match self.content()?.text() {
            Ok(text) => json::from_plain(&text),
            Err(_) => self.content()?.json(),
        };
        value.map_err(|error| Refusal::value("the body", &error))
    }

    /// The body as bytes.
    ///
    /// # Errors
    /// If there is none, or it does not say what they are.
    pub fn bytes(&self) -> Result<Bytes, Refusal> {
        self.content()?.bytes().map_err(Refusal::request)
    }

    /// Tells the call what is not a parameter of the operation.
    ///
    /// # Errors
    /// If it makes no sense.
    pub fn tune(&self, call: &mut Call) -> Result<(), Refusal> {
        let (given, settings) = (self.given, self.settings);
        for (name, value) in settings.headers.iter().chain(&given.headers) {
            call.header(name, value);
        }
        // Who says that there are no credentials is not asked for any.
        if given.security.as_ref().is_some_and(JsonObject::is_empty) {
            call.anonymous();
        }
        if let Some((content_type, bytes)) = self.framed() {
            call.bytes(content_type, bytes);
        }
        if let Some(accept) = self.accepted() {
            call.header("Accept", accept);
        }
        if let Some(content_type) = self.other_content_type() {
            call.header("Content-Type", content_type);
        }
        if let Some(seconds) = given.timeout.or(settings.timeout) {
            let timeout = Duration::try_from_secs_f64(seconds);
            call.timeout(timeout.map_err(|error| Refusal::request(format!("`timeout`: {error}")))?);
        }
        if let Some(attempts) = given.max_attempts.or(settings.max_attempts) {
            call.max_attempts(attempts);
        }
        Ok(())
    }

    /// The media type and the bytes of a body whose items are one after another already.
    pub(super) fn framed(&self) -> Option<(&'static str, Bytes)> {
        let form = self.command.bodies.get(self.given.form?)?;
        let bytes = self.given.content.as_ref().and_then(Content::framed)?;
        (form.kind == FormKind::Items).then_some((form.content_type, bytes))
    }

    /// The media type of the body, if its form has another one.
    fn other_content_type(&self) -> Option<&str> {
        let form = self.command.bodies.get(self.given.form?)?;
        // What stands between parts is a parameter of their media type.
        let wanted = self.given.content_type.as_deref();
        let wanted = wanted.filter(|_| form.kind != FormKind::Parts);
        wanted.filter(|wanted| *wanted != form.content_type)
    }

    /// The media types that the answer may have, if that is said.
    pub(super) fn accepted(&self) -> Option<&str> {
        let accept = self.given.accept.as_ref();
        accept.or(self.settings.accept.as_ref()).map(String::as_str)
    }

    fn content(&self) -> Result<&Content, Refusal> {
        let content = self.given.content.as_ref();
        content.ok_or_else(|| Refusal::request("the operation needs a body"))
    }

    /// What a parameter is called in messages.
    fn title(&self, index: usize) -> String {
        let title = |argument: &Argument| {
            let location = argument.location.as_str();
            format!("the {location} parameter `{}`", argument.name)
        };
        let argument = self.command.parameters.get(index);
        argument.map_or_else(String::new, title)
    }
}

/// The most members that are completed.
const COMPLETED: usize = 32;

/// An object as a value of the type, with empty lists for members that it lacks.
fn with_empty_lists<T: Decode>(text: &str) -> Option<T> {
    let mut object: JsonObject = json::from_str(text).ok()?;
    for _ in 0..COMPLETED {
        match json::from_str(&Json::Object(object.clone()).to_string()) {
            Ok(value) => return Some(value),
            Err(error) if error.path().is_empty() => {
                let name = error.expected().strip_prefix("a member `")?;
                let name = name.strip_suffix('`')?.to_owned();
                object.insert(name, Json::Array(Vec::new()));
            }
            Err(_) => return None,
        }
    }
    None
}
