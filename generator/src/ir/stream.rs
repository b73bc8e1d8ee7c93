use super::TypeRef;
use crate::resolved::EventData;
use crate::terms::Framing;

/// A body of items one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    /// How the items are told apart.
    pub framing: Framing,
    /// What they are.
    pub item: StreamItem,
    /// Data of an event that says that the stream is at its end.
    pub ends: Vec<String>,
    /// Names or data of events after which nothing comes.
    pub last: Vec<String>,
}

/// What the items of a stream are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamItem {
    /// Nothing is said of them: any JSON, or events as they are.
    Unsaid,
    /// JSON texts, or the data of events.
    Value(TypeRef, EventData),
    /// Objects of the fields of events.
    Event(TypeRef, EventData),
    /// The same, or perhaps what the data says.
    Either(TypeRef, EventData),
}

impl StreamItem {
    /// The type of an item, if that is said.
    pub fn ty(&self) -> Option<TypeRef> {
        match self {
            Self::Unsaid => None,
            Self::Value(ty, _) | Self::Event(ty, _) | Self::Either(ty, _) => Some(*ty),
        }
    }
}
