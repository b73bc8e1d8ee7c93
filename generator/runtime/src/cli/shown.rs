use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use crate::error::Undecoded;
use crate::json::{self, Encode, Json, RawJson, Writer};

/// A body as lines say it.
#[derive(Debug)]
pub struct Shown(Kind);

#[derive(Debug)]
enum Kind {
    /// There is none.
    Nothing,
    Json(RawJson),
    Text(String),
    /// A text, or a string in JSON.
    Either(String),
    Bytes(Bytes),
}

/// The value of a type.
pub fn json<T: Encode>(value: &T) -> Shown {
    Shown::value(value)
}

/// A text.
pub fn text<T: AsRef<str>>(text: &T) -> Shown {
    Shown(Kind::Text(text.as_ref().to_owned()))
}

/// A value that came as a text, or in JSON: the media type of the answer says how a string is said.
pub fn plain<T: Encode>(value: &T) -> Shown {
    match json::to_json(value) {
        Ok(Json::String(text)) => Shown(Kind::Either(text)),
        Ok(_) | Err(_) => json(value),
    }
}

/// Bytes.
pub fn bytes(bytes: &Bytes) -> Shown {
    Shown(Kind::Bytes(bytes.clone()))
}

/// No body.
pub fn nothing(_: &()) -> Shown {
    Shown::NOTHING
}

/// The body of a failure of which nothing is known, so that there is none of it.
pub fn undecoded(body: &Undecoded) -> Shown {
    match *body {}
}

/// The member of an object that stands for a text.
pub(super) const TEXT: &str = "$text";
/// The member of an object that stands for bytes.
pub(super) const BASE64: &str = "$base64";

impl Shown {
    pub(super) const NOTHING: Self = Self(Kind::Nothing);

    /// The body of an answer that nobody decoded: JSON if it is such.
    pub(super) fn raw(body: &Bytes) -> Self {
        match str::from_utf8(body) {
            Ok("") => Self::NOTHING,
            Ok(said) => match json::from_str::<Json>(said) {
                Ok(value) => Self::value(&value),
                Err(_) => Self(Kind::Text(said.to_owned())),
            },
            Err(_) => bytes(body),
        }
    }

    /// What it is in an answer that is JSON, or is not.
    pub(super) fn of(self, is_json: bool) -> Self {
        match self.0 {
            Kind::Either(text) if is_json => json(&text),
            Kind::Either(text) => Self(Kind::Text(text)),
            known @ (Kind::Nothing | Kind::Json(_) | Kind::Text(_) | Kind::Bytes(_)) => Self(known),
        }
    }

    /// The body as people see it: JSON, or else what it is if that is wanted.
    pub(super) fn printed(&self, raw: bool) -> Bytes {
        match &self.0 {
            Kind::Nothing => Bytes::new(),
            Kind::Text(text) | Kind::Either(text) if raw => Bytes::from(text.clone()),
            Kind::Bytes(bytes) if raw => bytes.clone(),
            Kind::Json(_) | Kind::Text(_) | Kind::Either(_) | Kind::Bytes(_) => {
                let written = RawJson::of(self).map(|value| value.spread());
                Bytes::from(written.unwrap_or_default())
            }
        }
    }

    /// A value that cannot be written did not come over the wire.
    fn value(value: &dyn Encode) -> Self {
        Self(RawJson::of(value).map_or(Kind::Nothing, Kind::Json))
    }
}

impl Encode for Shown {
    fn encode(&self, writer: &mut Writer) {
        let mut marked = |mark: &str, text: &str| {
            writer.begin_object();
            writer.field(mark, &text);
            writer.end_object();
        };
        match &self.0 {
            Kind::Text(text) | Kind::Either(text) => marked(TEXT, text),
            Kind::Bytes(bytes) => marked(BASE64, &STANDARD.encode(bytes)),
            Kind::Nothing => writer.null(),
            Kind::Json(value) => value.encode(writer),
        }
    }

    fn is_absent(&self) -> bool {
        matches!(self.0, Kind::Nothing)
    }
}
