use std::borrow::Cow;

use super::Event;
use crate::json::{self, Json, Writer};

/// What an operation makes of the events of a stream.
#[derive(Debug)]
pub struct EventForm {
    /// An item is the object of the event's fields; otherwise it is what `data` says.
    whole: bool,
    data: EventData,
    ends: &'static [&'static str],
    last: &'static [&'static str],
}

/// What `data` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventData {
    /// A text.
    Text,
    /// JSON.
    Json,
    /// JSON in events of these names, a text in all others.
    JsonOf(&'static [&'static str]),
}

impl EventForm {
    /// Items are what `data` says.
    pub const fn of_data(data: EventData) -> Self {
        Self {
            whole: false,
            data,
            ends: &[],
            last: &[],
        }
    }

    /// Items are objects of the fields `event`, `data`, `id` and `retry`.
    pub const fn of_event(data: EventData) -> Self {
        Self {
            whole: true,
            ..Self::of_data(data)
        }
    }

    /// An event with one of these as its `data` says that the stream is at its end, and is no item.
    #[must_use]
    pub const fn ends_at(mut self, ends: &'static [&'static str]) -> Self {
        self.ends = ends;
        self
    }

    /// An event with one of these as its name or its `data` is the last item.
    #[must_use]
    pub const fn ends_after(mut self, last: &'static [&'static str]) -> Self {
        self.last = last;
        self
    }

    pub(super) fn is_end(&self, event: &Event) -> bool {
        self.ends.contains(&event.data.trim())
    }

    pub(super) fn is_last(&self, event: &Event) -> bool {
        let named = event.event.as_deref();
        self.last.contains(&event.data.trim())
            || named.is_some_and(|name| self.last.contains(&name))
    }

    /// An event that only keeps the connection alive: where items are JSON, nothing is none.
    pub(super) fn is_nothing(&self, event: &Event) -> bool {
        !self.whole && event.data.trim().is_empty() && self.is_json(event)
    }

    /// The JSON text of the item that an event is.
    pub(super) fn text<'e>(&self, event: &'e Event) -> Cow<'e, str> {
        let mut writer = Writer::new();
        match (self.whole, self.is_json(event)) {
            (false, true) => return Cow::Borrowed(&event.data),
            (false, false) => writer.string(&event.data),
            (true, is_json) => self::whole(event, is_json, &mut writer),
        }
        // Of texts alone there is nothing that JSON could not express.
        Cow::Owned(writer.finish().unwrap_or_default())
    }

    fn is_json(&self, event: &Event) -> bool {
        match self.data {
            EventData::Text => false,
            EventData::Json => true,
            EventData::JsonOf(names) => names.contains(&event.name()),
        }
    }
}

fn whole(event: &Event, is_json: bool, writer: &mut Writer) {
    // What is no JSON is a text, of which the type of the item says what is wrong with it.
    let data = is_json.then(|| json::from_str::<Json>(&event.data).ok());
    writer.begin_object();
    writer.optional("event", &event.event);
    match data.flatten() {
        Some(data) => writer.field("data", &data),
        None => writer.field("data", &event.data),
    }
    writer.optional("id", &event.id);
    writer.optional("retry", &event.retry);
    writer.end_object();
}
