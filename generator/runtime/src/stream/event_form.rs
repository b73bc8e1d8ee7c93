use std::borrow::Cow;

use super::Event;
use crate::json::{self, Encode, Json, Writer};

/// What an operation makes of the events of a stream.
#[derive(Debug)]
pub struct EventForm {
    items: Items,
    data: EventData,
    ends: &'static [&'static str],
    last: &'static [&'static str],
}

/// What an item is.
#[derive(Debug, Clone, Copy)]
enum Items {
    /// What `data` says.
    Data,
    /// The object of the event's fields.
    Event,
    /// The description does not tell which.
    Either,
}

/// What `data` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventData {
    /// A text.
    Text,
    /// JSON.
    Json,
    /// JSON, or a text that is none.
    JsonOrText,
    /// JSON in events of these names, a text in all others.
    JsonOf(&'static [&'static str]),
}

impl EventForm {
    /// Items are what `data` says.
    pub const fn of_data(data: EventData) -> Self {
        Self::new(Items::Data, data)
    }

    /// Items are objects of the fields `event`, `data`, `id` and `retry`.
    pub const fn of_event(data: EventData) -> Self {
        Self::new(Items::Event, data)
    }

    /// Items are objects with a member `data`: those that `data` says, if it says any, or those of the event's fields.
    pub const fn of_either(data: EventData) -> Self {
        Self::new(Items::Either, data)
    }

    const fn new(items: Items, data: EventData) -> Self {
        Self {
            items,
            data,
            ends: &[],
            last: &[],
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
        event.data.trim().is_empty()
            && match (self.items, self.data) {
                (Items::Data, EventData::Json) => true,
                (Items::Data | Items::Event | Items::Either, _) => false,
            }
    }

    /// The JSON text of the item that an event is.
    pub(super) fn text<'e>(&self, event: &'e Event) -> Cow<'e, str> {
        let data = || Cow::Borrowed(event.data.as_str());
        match self.items {
            Items::Data if self.data == EventData::Json => data(),
            Items::Data => match self.json(event) {
                Some(_) => data(),
                None => written(&event.data),
            },
            Items::Either if holds_data(event) => data(),
            Items::Event | Items::Either => written(&Whole {
                data: self.json(event),
                event,
            }),
        }
    }

    /// What `data` says, where that is JSON.
    fn json(&self, event: &Event) -> Option<Json> {
        let is_json = match self.data {
            EventData::Text => false,
            EventData::Json | EventData::JsonOrText => true,
            EventData::JsonOf(names) => names.contains(&event.name()),
        };
        // What is no JSON is a text, of which the type of the item says what is wrong with it.
        is_json.then(|| json::from_str(&event.data).ok())?
    }
}

/// Whether what `data` says is itself an object that has such a member.
fn holds_data(event: &Event) -> bool {
    match json::from_str::<Json>(&event.data) {
        Ok(Json::Object(object)) => object.contains_key("data"),
        Ok(_) | Err(_) => false,
    }
}

/// The JSON text of a value.
fn written<T: Encode + ?Sized>(value: &T) -> Cow<'static, str> {
    // Of texts and JSON alone there is nothing that JSON could not express.
    Cow::Owned(json::to_string(value).unwrap_or_default())
}

/// An event whose data may be more than a text.
struct Whole<'e> {
    event: &'e Event,
    data: Option<Json>,
}

impl Encode for Whole<'_> {
    fn encode(&self, writer: &mut Writer) {
        let Event {
            event,
            data,
            id,
            retry,
        } = self.event;
        writer.begin_object();
        writer.optional("event", event);
        match &self.data {
            Some(data) => writer.field("data", data),
            None => writer.field("data", data),
        }
        writer.optional("id", id);
        writer.optional("retry", retry);
        writer.end_object();
    }
}
