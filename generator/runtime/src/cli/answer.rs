use crate::json::{DecodeError, Encode, Writer};

/// What a line is answered by.
#[derive(Debug)]
pub(super) enum Answer {
    /// A value, as JSON.
    Value(String),
    /// It was not done.
    Refused(Refusal),
}

/// Why something was not done.
#[derive(Debug)]
pub(super) struct Refusal {
    problem: Problem,
    message: String,
    /// Where in a value it lies.
    place: Option<DecodeError>,
}

/// What it lies at that something was not done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Problem {
    /// The line, or the value that it would have sent.
    Request,
    /// A value that is none of its type.
    Decode,
    /// There is no such operation.
    UnknownOperation,
}

impl Answer {
    /// The answer as a line of JSON.
    pub(super) fn to_line(&self) -> String {
        match self {
            Self::Value(value) => format!("{{\"ok\":true,\"value\":{value}}}\n"),
            Self::Refused(refusal) => {
                let mut writer = Writer::new();
                refusal.encode(&mut writer);
                // Of texts alone there is nothing that JSON could not express.
                writer.finish().unwrap_or_default() + "\n"
            }
        }
    }
}

impl Refusal {
    pub(super) fn new(problem: Problem, message: String) -> Self {
        Self {
            problem,
            message,
            place: None,
        }
    }

    /// A value that is none of its type.
    pub(super) fn decode(error: DecodeError) -> Self {
        Self {
            problem: Problem::Decode,
            message: error.to_string(),
            place: Some(error),
        }
    }
}

impl Encode for Refusal {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        writer.field("ok", &false);
        writer.field("kind", &self.problem.as_str());
        writer.field("message", &self.message);
        if let Some(error) = &self.place {
            writer.field("path", &error.path());
            writer.field("expected", &error.expected());
            writer.field("found", &error.found());
        }
        writer.end_object();
    }
}

impl Problem {
    fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Decode => "decode",
            Self::UnknownOperation => "unknown_operation",
        }
    }
}
