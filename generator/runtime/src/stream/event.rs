use crate::json::{Decode, Decoded, Encode, Json, Reader, Writer};

/// An event of a stream of `text/event-stream`, as the WHATWG standard reads it (HTML §9.2.6).
///
/// In JSON it is an object of those of its fields that were there (OAS 3.2 §4.14.4.3).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Event {
    /// What kind of event it is, if it says so. See [`name`](Self::name).
    pub event: Option<String>,
    /// What it says; several fields `data` are lines of it.
    pub data: String,
    /// Its own id, if it has one: where the stream can be resumed behind it.
    pub id: Option<String>,
    /// How long to wait before the stream is resumed, in milliseconds.
    pub retry: Option<u64>,
}

impl Event {
    /// An event of no particular kind.
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            ..Self::default()
        }
    }

    /// What kind of event it is: `message`, if it does not say so.
    pub fn name(&self) -> &str {
        self.event.as_deref().unwrap_or("message")
    }
}

impl Encode for Event {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        writer.optional("event", &self.event);
        writer.field("data", &self.data);
        writer.optional("id", &self.id);
        writer.optional("retry", &self.retry);
        writer.end_object();
    }
}

impl Decode for Event {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let mut event = Self::default();
        reader.begin_object("")?;
        while let Some(name) = reader.next_key()? {
            match &*name {
                "event" => event.event = Decode::decode(reader)?,
                "data" => event.data = Decode::decode(reader)?,
                "id" => event.id = Decode::decode(reader)?,
                "retry" => event.retry = Decode::decode(reader)?,
                _ => _ = Json::decode(reader)?,
            }
        }
        Ok(event)
    }
}
