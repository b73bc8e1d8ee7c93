use serde_json::{Map, Value};

use super::Document;
use crate::source::Pointer;

impl Document {
    /// The description as text, the same for the same input: JSON, in the order of the standard.
    pub fn dump(&self) -> String {
        serde_json::to_string_pretty(&self.openapi).unwrap_or_else(|error| error.to_string())
    }

    /// The components and operations of a name, and the path of that name, each under its pointer; nothing if there are none.
    pub fn dump_only(&self, name: &str) -> String {
        let whole = serde_json::to_value(&self.openapi).unwrap_or_default();
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

/// The members of a value that may be an object.
fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}
