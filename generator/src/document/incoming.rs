use crate::source::Pointer;

use super::further::Incoming;
use super::kind::Kind;
use super::node::Node;
use super::reader::Reader;
use super::unite::United;

/// A path item that describes what the API sends back.
pub(super) struct Callback<'s> {
    name: String,
    pointer: Pointer,
    item: Node<'s>,
}

/// Webhooks (OAS 3.1 §4.8.1) and callbacks (§4.8.18): requests that the client does not send, but whose types its
/// application needs.
impl<'s> Reader<'s, '_> {
    pub(super) fn webhooks(&mut self, united: &United<'s>) {
        for (name, nodes) in &united.webhooks {
            let pointer = Pointer::root().child("webhooks").child(name);
            let (item, operations) = self.path_item(&pointer, nodes);
            self.further.incoming.push(Incoming {
                name: name.clone(),
                pointer,
                item,
                operations,
            });
        }
    }

    /// Remembers the callbacks of an operation, to be read when no operation is being read.
    pub(super) fn find_callbacks(&mut self, operation: &Node<'s>) {
        for (name, node) in self.map(operation, "callbacks") {
            if name.starts_with("x-") || !self.is_object(name, &node) {
                continue;
            }
            let pointer = self.united(&node.place);
            let Some(callback) = self.follow(Kind::Callback, &node) else {
                continue;
            };
            for (expression, item) in callback.members() {
                // The same callback in many operations gives the same types.
                if expression.starts_with("x-") || !self.called_back.insert(item.place.clone()) {
                    continue;
                }
                self.callbacks.push_back(Callback {
                    name: format!("{} {name}", self.name_of(operation)),
                    pointer: pointer.child(expression),
                    item,
                });
            }
        }
    }

    /// Reads the callbacks that were found, which may have some themselves.
    pub(super) fn called_back(&mut self) {
        while let Some(callback) = self.callbacks.pop_front() {
            let (item, operations) = self.path_item(&callback.pointer, &[callback.item]);
            self.further.incoming.push(Incoming {
                name: callback.name,
                pointer: callback.pointer,
                item,
                operations,
            });
        }
    }

    /// The name of an operation: its id, or its method and path.
    fn name_of(&self, operation: &Node<'s>) -> String {
        if let Some(id) = operation.peek("operationId") {
            return id.to_owned();
        }
        let pointer = self.united(&operation.place);
        let segments: Vec<_> = pointer.segments().collect();
        match segments.as_slice() {
            [.., path, method] => format!("{method} {path}"),
            [] | [_] => String::new(),
        }
    }
}
