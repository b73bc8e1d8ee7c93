use super::RustType;
use crate::terms::Framing;

/// An answer that is read while it arrives.
#[derive(Debug)]
pub struct Stream {
    /// The media types that are asked for, where they are not all that the operation asks for.
    pub accept: Option<String>,
    /// What arrives.
    pub items: StreamItems,
    /// The member of a JSON body by which the service is asked for it.
    pub asked_by: Option<String>,
}

/// What arrives, one after another.
#[derive(Debug)]
pub enum StreamItems {
    /// JSON texts.
    Texts {
        /// How they are told apart.
        framing: Framing,
        /// The type of each.
        ty: RustType,
    },
    /// Events.
    Events {
        /// The type of each; without one, they are as they are.
        ty: Option<RustType>,
        /// What is made of them.
        form: EventForm,
    },
}

/// What is made of the events of a stream.
#[derive(Debug)]
pub struct EventForm {
    /// What an item is.
    pub part: EventPart,
    /// What the data holds.
    pub data: EventData,
    /// Data that says that the stream is at its end.
    pub ends: Vec<String>,
    /// Names or data of events after which nothing comes.
    pub last: Vec<String>,
}

/// What of an event an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventPart {
    /// What its data says.
    Data,
    /// The object of its fields.
    Whole,
    /// The description does not tell which.
    Either,
}

/// What the data of events holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventData {
    /// A text.
    Text,
    /// JSON.
    Json,
    /// JSON, or a text that is none.
    JsonOrText,
    /// JSON in events of these names, a text in all others.
    JsonOf(Vec<String>),
}
