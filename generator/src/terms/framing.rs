use super::MediaType;

/// How the items of a body are told apart that is a sequence of them (OAS 3.2 §4.14.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Framing {
    /// Events, with an empty line behind each (HTML §9.2).
    Events,
    /// JSON texts, one a line.
    Lines,
    /// JSON texts, each behind a record separator (RFC 7464).
    Sequence,
}

/// What JSON lines are called: nobody has registered a name for them.
const LINES: &[&str] = &[
    "application/jsonl",
    "application/x-jsonl",
    "application/jsonlines",
    "application/x-jsonlines",
    "application/json-lines",
    "application/x-json-lines",
    "application/ndjson",
    "application/x-ndjson",
    "application/nd-json",
    "application/x-nd-json",
    "application/stream+json",
    "application/x-json-stream",
    "application/json-stream",
    "text/jsonl",
    "text/x-jsonl",
    "text/ndjson",
    "text/x-ndjson",
];

impl Framing {
    /// The framing of a media type, if it is one of sequences.
    pub fn of(media_type: &MediaType) -> Option<Self> {
        let essence = media_type.essence();
        match essence.as_str() {
            "text/event-stream" => Some(Self::Events),
            "application/json-seq" => Some(Self::Sequence),
            name if name.ends_with("+json-seq") => Some(Self::Sequence),
            name if LINES.contains(&name) => Some(Self::Lines),
            name if name.ends_with("+jsonl") || name.ends_with("+ndjson") => Some(Self::Lines),
            _ => None,
        }
    }
}
