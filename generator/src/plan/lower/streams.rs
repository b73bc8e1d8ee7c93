use super::answers::successes;
use super::items::Items;
use crate::ir::{self, Operation, Payload, Shape, StreamItem, TypeRef};
use crate::plan::{EventData, EventForm, EventPart, RustType, Stream, StreamItems};
use crate::terms::Framing;

/// The member of a body by which services are asked for a stream where they can answer otherwise too.
const ASKED_BY: &str = "stream";

/// The first stream that a success can be.
fn described(operation: &Operation) -> Option<&ir::Stream> {
    let mut contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    contents.find_map(|content| stream_of(&content.payload))
}

fn stream_of(payload: &Payload) -> Option<&ir::Stream> {
    match payload {
        Payload::Stream(stream) => Some(stream),
        Payload::None
        | Payload::Json(_)
        | Payload::Text
        | Payload::Plain(_)
        | Payload::Bytes
        | Payload::Form(_)
        | Payload::Multipart(_)
        | Payload::Xml(_) => None,
    }
}

/// Whether a success is a stream, and nothing else that has a body.
pub(super) fn is_only(operation: &Operation) -> bool {
    let mut contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    described(operation).is_some() && contents.all(|content| stream_of(&content.payload).is_some())
}

/// The stream that a success can be.
pub(super) fn stream(items: &Items<'_>, operation: &Operation) -> Option<Stream> {
    let described = described(operation)?;
    let is_only = is_only(operation);
    let contents = successes(operation)
        .into_iter()
        .flat_map(|response| &response.contents);
    let mut accept: Vec<&str> = contents
        .filter(|content| stream_of(&content.payload) == Some(described))
        .map(|content| content.media_type.as_str())
        .collect();
    accept.dedup();
    Some(Stream {
        accept: (!is_only).then(|| accept.join(", ")),
        items: stream_items(items, described),
        asked_by: (!is_only && is_asked_by_member(items, operation)).then(|| ASKED_BY.to_owned()),
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

/// Whether a JSON body has the member by which a stream is asked for.
fn is_asked_by_member(items: &Items<'_>, operation: &Operation) -> bool {
    let contents = operation.body.iter().flat_map(|body| &body.contents);
    let mut types = contents.filter_map(|content| match &content.payload {
        Payload::Json(ty) => Some(*ty),
        Payload::None
        | Payload::Text
        | Payload::Plain(_)
        | Payload::Bytes
        | Payload::Form(_)
        | Payload::Multipart(_)
        | Payload::Xml(_)
        | Payload::Stream(_) => None,
    });
    types.any(|ty| has_member(items, ty, 0))
}

/// How many names of names and unions of unions are looked into; they may go round in a circle.
const MAX_DEPTH: usize = 4;

fn has_member(items: &Items<'_>, ty: TypeRef, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    match &items.api().ty(ty.id).shape {
        Shape::Struct(of) => of.fields.iter().any(|field| field.wire_name == ASKED_BY),
        Shape::Alias(of) => has_member(items, *of, depth + 1),
        Shape::Union(of) => {
            let mut variants = of.variants.iter();
            variants.any(|variant| has_member(items, variant.ty, depth + 1))
        }
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Tuple(_)
        | Shape::Enum(_) => false,
    }
}
