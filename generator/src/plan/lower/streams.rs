use super::answers::successes;
use super::items::Items;
use crate::ir::{self, Operation, StreamItem, facts};
use crate::plan::{EventData, EventForm, EventPart, RustType, Stream, StreamItems};
use crate::terms::Framing;

/// The first stream that a success can be.
fn described(operation: &Operation) -> Option<&ir::Stream> {
    let mut contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    contents.find_map(|content| content.payload.as_stream())
}

/// Whether a success is a stream, and nothing else that has a body.
pub(super) fn is_only(operation: &Operation) -> bool {
    let mut contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    described(operation).is_some() && contents.all(|content| content.payload.as_stream().is_some())
}

/// The stream that a success can be.
pub(super) fn stream(items: &Items<'_>, operation: &Operation) -> Option<Stream> {
    let described = described(operation)?;
    let is_only = is_only(operation);
    let contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    let mut accept: Vec<&str> = contents
        .filter(|content| content.payload.as_stream() == Some(described))
        .map(|content| content.media_type.as_str())
        .collect();
    accept.dedup();
    Some(Stream {
        accept: (!is_only).then(|| accept.join(", ")),
        items: stream_items(items, described),
        asked_by: (!is_only)
            .then(|| facts::asked_by(items.api(), operation))
            .flatten()
            .map(str::to_owned),
    })
}

fn stream_items(items: &Items<'_>, stream: &ir::Stream) -> StreamItems {
    let ty = stream.item.ty().map(|ty| items.types.ty(ty));
    if stream.framing != Framing::Events {
        return StreamItems::Texts {
            framing: stream.framing,
            ty: ty.unwrap_or(RustType::Json),
        };
    }
    let (part, data) = match &stream.item {
        StreamItem::Unsaid => (EventPart::Whole, EventData::Text),
        StreamItem::Value(_, data) => (EventPart::Data, event_data(data)),
        StreamItem::Event(_, data) => (EventPart::Whole, event_data(data)),
        StreamItem::Either(_, data) => (EventPart::Either, event_data(data)),
    };
    StreamItems::Events {
        ty,
        form: EventForm {
            part,
            data,
            ends: stream.ends.clone(),
            last: stream.last.clone(),
        },
    }
}

fn event_data(data: &ir::EventData) -> EventData {
    match data {
        ir::EventData::Text => EventData::Text,
        ir::EventData::Json => EventData::Json,
        ir::EventData::JsonOrText => EventData::JsonOrText,
        ir::EventData::JsonOf(names) => EventData::JsonOf(names.clone()),
    }
}
