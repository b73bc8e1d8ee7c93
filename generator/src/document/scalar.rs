use serde_json::{Number, Value};

use crate::diagnostic::Code;
use crate::source::Place;

use super::node::{Node, describe};
use super::reader::Reader;

/// Members of one JSON type. A value of another type is reported; it is taken where its meaning is plain, else ignored.
impl<'s> Reader<'s, '_> {
    /// A member that is a text. Numbers and booleans are taken as they were written.
    pub(super) fn text(&mut self, holder: &Node<'s>, name: &str) -> Option<String> {
        let node = holder.field(name)?;
        self.text_of(name, &node)
    }

    /// A value that is a text; `name` is what it stands under.
    pub(super) fn text_of(&mut self, name: &str, node: &Node<'s>) -> Option<String> {
        let taken = match node.value {
            Value::String(text) => return Some(text.clone()),
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => {
                self.wrong_type(name, "a text", node);
                return None;
            }
        };
        let message = format!(
            "`{name}` is {}, where the standard asks for a text",
            describe(node.value)
        );
        self.say(
            Code::WrongType,
            &node.place,
            message,
            format!("taken as the text `{taken}`"),
        );
        Some(taken)
    }

    /// A member that is a text and that the standard requires.
    pub(super) fn required_text(
        &mut self,
        holder: &Node<'s>,
        name: &str,
        what: &str,
    ) -> Option<String> {
        if !holder.has(name) {
            self.missing(&holder.place, name, what, "left out");
        }
        self.text(holder, name)
    }

    /// A member that is true or false; `"true"` and `"false"` are taken.
    pub(super) fn flag(&mut self, holder: &Node<'s>, name: &str) -> Option<bool> {
        let node = holder.field(name)?;
        if let Value::Bool(flag) = node.value {
            return Some(*flag);
        }
        let meant = node
            .value
            .as_str()
            .and_then(|text| text.to_ascii_lowercase().parse().ok());
        let Some(taken) = meant else {
            self.wrong_type(name, "a boolean", &node);
            return None;
        };
        let message = format!("`{name}` is a text, where the standard asks for a boolean");
        self.say(
            Code::WrongType,
            &node.place,
            message,
            format!("taken as `{taken}`"),
        );
        Some(taken)
    }

    /// A member that is a number.
    pub(super) fn number(&mut self, holder: &Node<'s>, name: &str) -> Option<Number> {
        let node = holder.field(name)?;
        if let Value::Number(number) = node.value {
            return Some(number.clone());
        }
        self.wrong_type(name, "a number", &node);
        None
    }

    /// A member that counts something; an integral `1.0` is one.
    pub(super) fn count(&mut self, holder: &Node<'s>, name: &str) -> Option<usize> {
        let node = holder.field(name)?;
        let count = node.value.as_number().and_then(count_of);
        if count.is_none() {
            self.wrong_type(name, "a number that counts", &node);
        }
        count
    }

    /// The elements of a member that is a list.
    pub(super) fn list(&mut self, holder: &Node<'s>, name: &str) -> Vec<Node<'s>> {
        let Some(node) = holder.field(name) else {
            return Vec::new();
        };
        if !node.value.is_array() {
            self.wrong_type(name, "a list", &node);
        }
        node.elements()
    }

    /// The members of a member that is an object.
    pub(super) fn map(&mut self, holder: &Node<'s>, name: &str) -> Vec<(&'s str, Node<'s>)> {
        self.object(holder, name)
            .map(|node| node.members())
            .unwrap_or_default()
    }

    /// A member that is an object.
    pub(super) fn object(&mut self, holder: &Node<'s>, name: &str) -> Option<Node<'s>> {
        let node = holder.field(name)?;
        self.is_object(name, &node).then_some(node)
    }

    /// Whether `node` is an object; if not, that is reported under the name of what it should be.
    pub(super) fn is_object(&mut self, name: &str, node: &Node<'s>) -> bool {
        if !node.value.is_object() {
            self.wrong_type(name, "an object", node);
        }
        node.value.is_object()
    }

    /// The elements of a member that is a list of texts.
    pub(super) fn texts(&mut self, holder: &Node<'s>, name: &str) -> Vec<String> {
        let elements = self.list(holder, name);
        elements
            .iter()
            .filter_map(|element| self.text_of(name, element))
            .collect()
    }

    /// Reports a value of a type that means nothing here.
    pub(super) fn wrong_type(&mut self, name: &str, wanted: &str, node: &Node<'s>) {
        let message = format!(
            "`{name}` is {}, where the standard asks for {wanted}",
            describe(node.value)
        );
        self.say(Code::WrongType, &node.place, message, "ignored");
    }

    /// Reports a keyword that is required and not there.
    pub(super) fn missing(&mut self, place: &Place, name: &str, what: &str, taken: &str) {
        self.say(
            Code::MissingKeyword,
            place,
            format!("{what} has no `{name}`"),
            taken,
        );
    }
}

/// The count that a number says, if it is one.
fn count_of(number: &Number) -> Option<usize> {
    let exact = number.as_u64().or_else(|| {
        let text = number.to_string();
        let integral = text.trim_end_matches('0').strip_suffix('.')?;
        integral.parse().ok()
    });
    usize::try_from(exact?).ok()
}
