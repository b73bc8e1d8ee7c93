use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::TransportErrorKind;
use crate::json::{Json, JsonObject};

/// A request and what came of it, as a [`Recorder`](super::Recorder) keeps it and a
/// [`Player`](super::Player) plays it back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// The request method.
    pub method: Method,
    /// Path and query; a credential in the query is [`REDACTED`].
    pub target: String,
    /// The header fields of the request; those that may be secret are [`REDACTED`].
    pub headers: HeaderMap,
    /// The body of the request, as far as it is held in memory.
    pub body: Bytes,
    /// The answer, or why there is none.
    pub answer: Result<RecordedAnswer, TransportErrorKind>,
}

/// An answer, as far as its body was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedAnswer {
    /// The status.
    pub status: StatusCode,
    /// Its header fields; cookies are [`REDACTED`].
    pub headers: HeaderMap,
    /// Its body, without content codings.
    pub body: Bytes,
    /// Why the body did not come whole, if it did not.
    pub broken: Option<TransportErrorKind>,
}

/// What stands where a secret was.
pub const REDACTED: &str = "redacted";

const KINDS: [(TransportErrorKind, &str); 5] = [
    (TransportErrorKind::Connect, "connect"),
    (TransportErrorKind::ConnectTimeout, "connect timeout"),
    (TransportErrorKind::Silent, "silent"),
    (TransportErrorKind::Body, "body"),
    (TransportErrorKind::Broken, "broken"),
];

impl Exchange {
    pub(super) fn to_json(&self) -> Json {
        let mut object = JsonObject::new();
        object.insert("method", self.method.as_str());
        object.insert("target", self.target.as_str());
        object.insert("headers", fields(&self.headers));
        if !self.body.is_empty() {
            object.insert("body", body(&self.body));
        }
        match &self.answer {
            Ok(answer) => object.insert("answer", answer.to_json()),
            Err(kind) => object.insert("failure", word(*kind)),
        };
        Json::Object(object)
    }

    pub(super) fn from_json(json: &Json) -> Option<Self> {
        let answer = match (json.get("answer"), json.get("failure")) {
            (Some(answer), None) => Ok(RecordedAnswer::from_json(answer)?),
            (None, Some(failure)) => Err(kind(failure)?),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        Some(Self {
            method: json.get("method")?.as_str()?.parse().ok()?,
            target: json.get("target")?.as_str()?.to_owned(),
            headers: header_map(json.get("headers"))?,
            body: bytes(json.get("body"))?,
            answer,
        })
    }
}

impl RecordedAnswer {
    /// An answer whose body is whole.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
            broken: None,
        }
    }

    fn to_json(&self) -> Json {
        let mut object = JsonObject::new();
        object.insert("status", self.status.as_u16());
        object.insert("headers", fields(&self.headers));
        object.insert("body", body(&self.body));
        if let Some(kind) = self.broken {
            object.insert("broken", word(kind));
        }
        Json::Object(object)
    }

    fn from_json(json: &Json) -> Option<Self> {
        let status = u16::try_from(json.get("status")?.as_u64()?).ok()?;
        let broken = match json.get("broken") {
            Some(broken) => Some(kind(broken)?),
            None => None,
        };
        Some(Self {
            status: StatusCode::from_u16(status).ok()?,
            headers: header_map(json.get("headers"))?,
            body: bytes(json.get("body"))?,
            broken,
        })
    }
}

fn word(kind: TransportErrorKind) -> &'static str {
    let found = KINDS.iter().find(|(named, _)| *named == kind);
    found.map_or("broken", |(_, word)| word)
}

fn kind(json: &Json) -> Option<TransportErrorKind> {
    let text = json.as_str()?;
    let found = KINDS.iter().find(|(_, word)| *word == text);
    found.map(|(kind, _)| *kind)
}

/// Pairs in their order, for a name may come several times.
fn fields(headers: &HeaderMap) -> Json {
    let pair = |(name, value): (&HeaderName, &HeaderValue)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        Json::Array(vec![name.as_str().into(), value.into()])
    };
    headers.iter().map(pair).collect::<Vec<Json>>().into()
}

fn header_map(json: Option<&Json>) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    for pair in json.and_then(Json::as_array).unwrap_or_default() {
        let [name, value] = pair.as_array()? else {
            return None;
        };
        let name: HeaderName = name.as_str()?.parse().ok()?;
        headers.append(name, value.as_str()?.parse().ok()?);
    }
    Some(headers)
}

/// A text where it is one, so that a recording can be read and changed by hand.
fn body(bytes: &Bytes) -> Json {
    match str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => JsonObject::from([("$base64", STANDARD.encode(bytes))]).into(),
    }
}

fn bytes(json: Option<&Json>) -> Option<Bytes> {
    match json {
        None => Some(Bytes::new()),
        Some(Json::String(text)) => Some(Bytes::from(text.clone())),
        Some(other) => {
            let decoded = STANDARD.decode(other.get("$base64")?.as_str()?);
            decoded.ok().map(Bytes::from)
        }
    }
}
