use std::error::Error;

use crate::cli::{Reply, Shown};
use crate::error::{CallError, OperationError, Undecoded};
use crate::json::{DecodeError, Writer};

/// Why something was not done.
#[derive(Debug)]
pub struct Refusal(Box<Parts>);

#[derive(Debug)]
struct Parts {
    problem: Problem,
    message: String,
    /// Where in a value it lies.
    place: Option<Place>,
    /// What was answered all the same.
    reply: Option<Reply>,
}

#[derive(Debug)]
struct Place {
    path: String,
    expected: String,
    found: String,
}

/// What it lies at that something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The answer is not a success.
    Api,
    /// A value that is none of its type.
    Decode,
    /// The line, or the value that it would have sent.
    Request,
    /// A credential is missing or cannot be used.
    Auth,
    /// The connection failed.
    Transport,
    /// A time limit passed.
    Timeout,
    /// The answer is larger than what is taken.
    TooLarge,
    /// There is no such operation.
    UnknownOperation,
}

impl Refusal {
    pub(super) fn new(problem: Problem, message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            problem,
            message: message.into(),
            place: None,
            reply: None,
        }))
    }

    /// Something that is wrong with what the call is made of.
    pub(super) fn request(message: impl Into<String>) -> Self {
        Self::new(Problem::Request, message)
    }

    /// A value that is none of its type.
    pub(super) fn decode(error: &DecodeError) -> Self {
        Self::new(Problem::Decode, error.to_string()).at(error)
    }

    /// A value of a request that is none of its type.
    pub(super) fn value(what: &str, error: &DecodeError) -> Self {
        Self::request(format!("{what}: {error}")).at(error)
    }

    /// Why a call has no success; `failure` says the value of its type.
    pub(super) fn of<E>(error: OperationError<E>, failure: fn(&E) -> Shown) -> Self {
        let body = error.as_api().and_then(|answer| answer.body()).map(failure);
        Self::error(&error.without_body(), body)
    }

    /// Why a call has no success; `body` is what it answered, if a type has read it.
    pub(super) fn error(error: &OperationError<Undecoded>, body: Option<Shown>) -> Self {
        let problem = match error {
            OperationError::Api(_) => Problem::Api,
            OperationError::Decode(_) => Problem::Decode,
            OperationError::Timeout(_) => Problem::Timeout,
            OperationError::Transport(_) => Problem::Transport,
            OperationError::Request(_) => Problem::Request,
            OperationError::Auth(_) => Problem::Auth,
            OperationError::TooLarge(_) => Problem::TooLarge,
        };
        let mut refusal = Self::new(problem, in_full(error));
        refusal.0.reply = reply(error, body);
        if let OperationError::Decode(failure) = error
            && let Some(place) = failure.error().json()
        {
            return refusal.at(place);
        }
        refusal
    }

    pub(super) fn problem(&self) -> Problem {
        self.0.problem
    }

    pub(super) fn message(&self) -> &str {
        &self.0.message
    }

    pub(super) fn reply(&self) -> Option<&Reply> {
        self.0.reply.as_ref()
    }

    fn at(mut self, error: &DecodeError) -> Self {
        self.0.place = Some(Place {
            path: error.path().to_owned(),
            expected: error.expected().to_owned(),
            found: error.found().to_owned(),
        });
        self
    }

    /// The members of the line that says so.
    pub(super) fn write(&self, writer: &mut Writer) {
        let parts = &*self.0;
        writer.field("kind", &parts.problem.as_str());
        if let Some(reply) = &parts.reply {
            reply.write(writer);
        }
        writer.field("message", &parts.message);
        if let Some(place) = &parts.place {
            writer.field("path", &place.path);
            writer.field("expected", &place.expected);
            writer.field("found", &place.found);
        }
    }
}

impl From<CallError> for Refusal {
    fn from(error: CallError) -> Self {
        Self::error(&error.into(), None)
    }
}

impl Problem {
    fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Decode => "decode",
            Self::Request => "request",
            Self::Auth => "auth",
            Self::Transport => "transport",
            Self::Timeout => "timeout",
            Self::TooLarge => "too_large",
            Self::UnknownOperation => "unknown_operation",
        }
    }
}

/// What came with an error.
fn reply(error: &OperationError<Undecoded>, body: Option<Shown>) -> Option<Reply> {
    match error {
        OperationError::Api(failure) => {
            let body = body.unwrap_or_else(|| Shown::raw(failure.raw_body()));
            Some(Reply::new(failure.status(), failure.headers(), body))
        }
        OperationError::Decode(failure) => {
            let body = Shown::raw(failure.body());
            Some(Reply::new(failure.status(), failure.headers(), body))
        }
        OperationError::Timeout(_)
        | OperationError::Transport(_)
        | OperationError::Request(_)
        | OperationError::Auth(_)
        | OperationError::TooLarge(_) => error.status().map(Reply::without_body),
    }
}

/// An error with what caused it, as far as it does not say so itself.
pub(super) fn in_full(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let said = cause.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        source = cause.source();
    }
    text
}
