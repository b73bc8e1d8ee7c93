use std::collections::BTreeMap;

use super::event_data::{Events, is_silent, text};
use super::resolver::Resolver;
use super::{EventData, JsonType, Operation, Schema, SchemaId, Stream, StreamItem};
use crate::terms::Framing;

/// With what data most services say that a stream of JSON is at its end. It is no JSON, so that no item can be it.
const DONE: &str = "[DONE]";

/// How many names of names are followed; they may go round in a circle.
const MAX_DEPTH: usize = 8;

impl Stream {
    /// A stream whose items are not known yet.
    pub(super) fn of(framing: Framing, ends: Vec<String>) -> Self {
        Self {
            framing,
            item: StreamItem::Unsaid,
            ends,
            last: Vec::new(),
        }
    }
}

impl Resolver<'_, '_> {
    /// Finds out what the items of all streams are.
    pub(super) fn streams(&mut self, operations: &mut [Operation]) {
        for operation in operations {
            let bodies = operation.body.iter_mut().flat_map(|body| &mut body.content);
            let answers = operation.responses.iter_mut();
            let answers = answers.flat_map(|response| &mut response.content);
            for content in bodies.chain(answers) {
                let (schema, item) = (content.schema, content.item);
                let Some(stream) = &mut content.stream else {
                    continue;
                };
                let found = match item {
                    Some(item) => Some(item).filter(|item| !self.is(*item, is_silent)),
                    None => schema.and_then(|schema| self.item_of(schema)),
                };
                if let Some(found) = found {
                    self.fill(stream, found, item.is_some());
                }
            }
        }
    }

    /// What a schema of a whole body says of its items: it is that of each of them, or lists them. A text is the whole.
    fn item_of(&self, id: SchemaId) -> Option<SchemaId> {
        let whole = self.followed(id);
        let schema = self.schemas.get(whole.index())?;
        match (schema.types.as_slice(), schema.items) {
            ([JsonType::String], _) => None,
            ([JsonType::Array], items) => items.filter(|items| !self.is(*items, is_silent)),
            _ => Some(id).filter(|_| !is_silent(schema)),
        }
    }

    fn fill(&mut self, stream: &mut Stream, id: SchemaId, is_item: bool) {
        stream.item = match stream.framing {
            Framing::Lines | Framing::Sequence => StreamItem::Value(id, EventData::Json),
            Framing::Events => self.event(stream, id, is_item),
        };
    }

    fn event(&mut self, stream: &mut Stream, id: SchemaId, is_item: bool) -> StreamItem {
        let events = Events::of(&self.schemas, id);
        let named = events.names("event");
        let are_fields = events.are_fields() && (is_item || named || events.names("id"));
        let data = if are_fields {
            events.data(&self.schemas)
        } else {
            let schema = self.schemas.get(id.index());
            schema.map_or(EventData::JsonOrText, |schema| text(&self.schemas, schema))
        };
        if stream.ends.is_empty() && data != EventData::Text {
            stream.ends.push(DONE.to_owned());
        }
        stream.last = events.last(&stream.ends);
        // What is described is an item.
        stream.ends.retain(|end| !stream.last.contains(end));
        if !are_fields {
            return StreamItem::Value(id, data);
        }
        let id = self.unfolded(id, &mut BTreeMap::new());
        if is_item || named {
            StreamItem::Event(id, data)
        } else {
            StreamItem::Either(id, data)
        }
    }

    /// The schema of the fields of an event, in which `data` is what its text holds. Where that makes a difference, it is
    /// a schema of its own: elsewhere the member is the text. `known` has those of the schemas that were met before.
    fn unfolded(&mut self, id: SchemaId, known: &mut BTreeMap<SchemaId, SchemaId>) -> SchemaId {
        if let Some(unfolded) = known.get(&id) {
            return *unfolded;
        }
        known.insert(id, id);
        let Some(schema) = self.schemas.get(id.index()) else {
            return id;
        };
        let mut schema = schema.clone();
        let mut changed = false;
        if let Some(data) = schema.properties.get_mut("data")
            && let Some(content) = self.schemas.get(data.index()).and_then(|data| data.content)
        {
            *data = content;
            changed = true;
        }
        let is_unfolded = changed;
        let parts = [&mut schema.all_of, &mut schema.one_of, &mut schema.any_of];
        for part in parts.into_iter().flatten() {
            let unfolded = self.unfolded(*part, known);
            let mapping = schema.discriminator.iter_mut();
            let named = mapping.flat_map(|it| it.mapping.values_mut());
            named
                .filter(|named| **named == *part)
                .for_each(|named| *named = unfolded);
            changed |= unfolded != *part;
            *part = unfolded;
        }
        if !changed {
            return id;
        }
        if !is_unfolded && let Some(text) = schema.properties.shift_remove("data") {
            self.hand_down(text, &mut schema);
        }
        schema.component = None;
        schema.is_alias = false;
        let unfolded = SchemaId::new(self.schemas.len());
        self.schemas.push(schema);
        known.insert(id, unfolded);
        unfolded
    }

    /// What is said of the data of all events holds for those only of which nothing else is said.
    fn hand_down(&mut self, text: SchemaId, schema: &mut Schema) {
        for branch in schema.one_of.iter_mut().chain(&mut schema.any_of) {
            let own = self.schemas.get(branch.index());
            let Some(own) = own.filter(|_| !Events::of(&self.schemas, *branch).names("data"))
            else {
                continue;
            };
            let mut own = own.clone();
            own.component = None;
            own.is_alias = false;
            own.properties.insert("data".to_owned(), text);
            *branch = SchemaId::new(self.schemas.len());
            self.schemas.push(own);
        }
    }

    fn is(&self, id: SchemaId, fact: fn(&Schema) -> bool) -> bool {
        self.schemas.get(id.index()).is_some_and(fact)
    }

    /// The schema that another one is only a name of.
    fn followed(&self, mut id: SchemaId) -> SchemaId {
        for _ in 0..MAX_DEPTH {
            match self.schemas.get(id.index()) {
                Some(Schema { types, all_of, .. }) if types.is_empty() => match all_of.as_slice() {
                    [only] => id = *only,
                    _ => break,
                },
                Some(_) | None => break,
            }
        }
        id
    }
}
