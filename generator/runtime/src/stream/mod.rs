//! Answers that are read while they arrive: as bytes, item by item, event by event.

mod byte_stream;
mod event;
mod event_form;
mod event_parser;
mod event_source;
mod event_stream;
mod head;
mod item_stream;
mod pull;
mod splitter;

pub use byte_stream::ByteStream;
pub use event::Event;
pub use event_form::{EventData, EventForm};
pub use event_parser::EventParser;
pub use event_source::Reconnect;
pub use event_stream::EventStream;
pub use item_stream::ItemStream;
pub use pull::TooLong;
pub use splitter::{Framed, Framing, Splitter};
