use serde_json::Value;

use super::query::{Step, Way};
use crate::source::{Pointer, Trace};

/// A value and where its parts were written, changed together.
#[derive(Debug)]
pub(super) struct Traced {
    pub(super) value: Value,
    pub(super) trace: Trace,
}

/// Two values that cannot be united: where the first stands, the way to it from what was changed, and what both are.
#[derive(Debug)]
pub(super) struct Conflict {
    pub(super) way: Way,
    pub(super) below: Pointer,
    pub(super) is: &'static str,
    pub(super) wanted: &'static str,
}

impl Traced {
    /// Takes away what a way leads to. Nothing holds the root.
    pub(super) fn remove(&mut self, way: &Way) -> bool {
        let Some((last, holders)) = way.0.split_last() else {
            return false;
        };
        let Some((value, trace)) = self.below(holders) else {
            return false;
        };
        match (last, value) {
            (Step::Member(name), Value::Object(members)) => {
                trace.remove(name);
                // The order is the author's.
                members.shift_remove(name).is_some()
            }
            (Step::Element(index), Value::Array(elements)) if *index < elements.len() => {
                let traces = trace.elements(elements.len());
                if *index < traces.len() {
                    traces.remove(*index);
                }
                elements.remove(*index);
                true
            }
            _ => false,
        }
    }

    /// Unites what a way leads to with another value: objects member by member, arrays one after the other, anything
    /// else is replaced (Overlay 1.1 §4.4.3). An array takes what is no array as one more element.
    pub(super) fn unite(&mut self, way: &Way, patch: &Traced) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if let Some((value, trace)) = self.below(&way.0) {
            let unite = &mut Unite {
                way,
                conflicts: &mut conflicts,
            };
            let appends = value.is_array() && !patch.value.is_array() && !patch.value.is_null();
            if appends && let Some(elements) = value.as_array_mut() {
                trace.elements(elements.len()).push(patch.trace.clone());
                elements.push(patch.value.clone());
            } else {
                let patch = (&patch.value, &patch.trace);
                unite.values((value, trace), patch, &Pointer::root());
            }
        }
        conflicts
    }

    fn below(&mut self, steps: &[Step]) -> Option<(&mut Value, &mut Trace)> {
        let (mut value, mut trace) = (&mut self.value, &mut self.trace);
        for step in steps {
            match step {
                Step::Member(name) => {
                    value = value.get_mut(name)?;
                    trace = trace.member(name);
                }
                Step::Element(index) => {
                    let elements = value.as_array_mut()?;
                    trace = trace.elements(elements.len()).get_mut(*index)?;
                    value = elements.get_mut(*index)?;
                }
            }
        }
        Some((value, trace))
    }
}

/// The uniting of two values.
struct Unite<'a> {
    way: &'a Way,
    conflicts: &'a mut Vec<Conflict>,
}

impl Unite<'_> {
    fn values(
        &mut self,
        (value, trace): (&mut Value, &mut Trace),
        (patch, from): (&Value, &Trace),
        below: &Pointer,
    ) {
        match (value, patch) {
            (Value::Object(members), Value::Object(patch)) => {
                for (name, patch) in patch {
                    let from = from.part(name);
                    match members.get_mut(name) {
                        Some(member) => self.values(
                            (member, trace.member(name)),
                            (patch, &from),
                            &below.child(name),
                        ),
                        None => {
                            members.insert(name.clone(), patch.clone());
                            trace.insert(name, from);
                        }
                    }
                }
            }
            (Value::Array(elements), Value::Array(patch)) => {
                let traces = trace.elements(elements.len());
                traces.extend((0..patch.len()).map(|index| from.part(&index.to_string())));
                elements.extend(patch.iter().cloned());
            }
            // A key without a value is a habit in the outline of an overlay, and takes nothing away.
            (Value::Object(_) | Value::Array(_), Value::Null) => {}
            (value, patch) if value.is_null() || (is_plain(value) && is_plain(patch)) => {
                *value = patch.clone();
                *trace = from.clone();
            }
            (value, patch) => self.conflicts.push(Conflict {
                way: self.way.clone(),
                below: below.clone(),
                is: describe(value),
                wanted: describe(patch),
            }),
        }
    }
}

/// Whether a value has no parts.
pub(super) fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// What a value is, in words for a report.
pub(super) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            "a value without parts"
        }
    }
}
