use super::translator::Translator;
use crate::ir::{Origin, Payload, Stream, StreamItem};
use crate::resolved;
use crate::terms::Framing;

impl Translator<'_> {
    /// A response that is read item by item.
    pub(super) fn answered_stream(
        &mut self,
        index: usize,
        content: &resolved::Content,
        origin: &Origin,
    ) -> Option<Payload> {
        let written = content.stream.as_ref()?;
        let is_file = content.schema.is_some_and(|schema| self.is_file(schema));
        if is_file && written.framing != Framing::Events {
            return None;
        }
        Some(Payload::Stream(
            self.stream(index, content, written, origin),
        ))
    }

    /// A request body that is written item by item; where nothing is said of the items, the caller gives the whole.
    pub(super) fn sent_stream(
        &mut self,
        index: usize,
        content: &resolved::Content,
        origin: &Origin,
    ) -> Option<Payload> {
        let written = content.stream.as_ref()?;
        let is_file = content.schema.is_some_and(|schema| self.is_file(schema));
        let is_said = written.item != resolved::StreamItem::Unsaid;
        match written.framing {
            Framing::Events => None,
            Framing::Lines | Framing::Sequence => (is_said && !is_file)
                .then(|| Payload::Stream(self.stream(index, content, written, origin))),
        }
    }

    fn stream(
        &mut self,
        index: usize,
        content: &resolved::Content,
        written: &resolved::Stream,
        origin: &Origin,
    ) -> Stream {
        // The whole has a type all the same, for whoever names its schema.
        if let Some(schema) = content.schema {
            self.schema_type(schema, origin.clone());
        }
        let mut ty = |schema| self.schema_type(schema, Origin::Item(index));
        let item = match &written.item {
            resolved::StreamItem::Unsaid => StreamItem::Unsaid,
            resolved::StreamItem::Value(schema, data) => {
                StreamItem::Value(ty(*schema), data.clone())
            }
            resolved::StreamItem::Event(schema, data) => {
                StreamItem::Event(ty(*schema), data.clone())
            }
            resolved::StreamItem::Either(schema, data) => {
                StreamItem::Either(ty(*schema), data.clone())
            }
        };
        Stream {
            framing: written.framing,
            item,
            ends: written.ends.clone(),
            last: written.last.clone(),
        }
    }
}
