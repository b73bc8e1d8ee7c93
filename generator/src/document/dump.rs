use serde_json::{Map, Value};

use super::{Document, Operations};
use crate::source::Pointer;

impl Document {
    /// The description as text, the same for the same input: JSON, in the order of the standard.
    pub fn dump(&self) -> String {
        serde_json::to_string_pretty(&self.whole()).unwrap_or_else(|error| error.to_string())
    }

    /// The description with what OpenAPI 3.0 has no field for, where later versions have it.
    fn whole(&self) -> Value {
        let mut whole = serde_json::to_value(&self.openapi).unwrap_or_default();
        for (path, operations) in &self.further.operations {
            if let Some(item) =
                whole.pointer_mut(Pointer::root().child("paths").child(path).as_str())
            {
                add_operations(item, operations);
            }
        }
        let mut incoming = Map::new();
        for request in &self.further.incoming {
            let mut item = serde_json::to_value(&request.item).unwrap_or_default();
            add_operations(&mut item, &request.operations);
            incoming.insert(request.name.clone(), item);
        }
        if let Some(members) = whole.as_object_mut().filter(|_| !incoming.is_empty()) {
            members.insert("webhooks".to_owned(), Value::Object(incoming));
        }
        whole
    }

    /// The components and operations of a name, and the path of that name, each under its pointer; nothing if there are none.
    pub fn dump_only(&self, name: &str) -> String {
        let whole = self.whole();
        let mut found = Map::new();
        for (kind, components) in members(whole.get("components")) {
            if let Some(component) = components.get(name) {
                let pointer = Pointer::root().child("components").child(kind).child(name);
                found.insert(pointer.to_string(), component.clone());
            }
        }
        for (path, item) in members(whole.get("paths")) {
            let pointer = Pointer::root().child("paths").child(path);
            if path == name {
                found.insert(pointer.to_string(), item.clone());
            }
            for (method, operation) in members(Some(item)) {
                if operation.get("operationId").and_then(Value::as_str) == Some(name) {
                    found.insert(pointer.child(method).to_string(), operation.clone());
                }
            }
        }
        if found.is_empty() {
            return String::new();
        }
        serde_json::to_string_pretty(&found).unwrap_or_else(|error| error.to_string())
    }
}

fn add_operations(item: &mut Value, operations: &Operations) {
    let by_name: Map<String, Value> = operations
        .iter()
        .map(|(method, operation)| {
            let operation = serde_json::to_value(operation).unwrap_or_default();
            (method.as_str().to_owned(), operation)
        })
        .collect();
    if let Some(members) = item.as_object_mut().filter(|_| !by_name.is_empty()) {
        members.insert("additionalOperations".to_owned(), Value::Object(by_name));
    }
}

/// The members of a value that may be an object.
fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}
