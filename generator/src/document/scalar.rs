use serde_json::{Number, Value};

use crate::diagnostic::Code;
use crate::source::{Place, kind_of};

use super::node::Node;
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
            kind_of(node.value)
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

    /// A member that is true or false; `"true"` and `"false"` are taken, and what YAML 1.1 had for them: `yes`, `off`.
    pub(super) fn flag(&mut self, holder: &Node<'s>, name: &str) -> Option<bool> {
        let node = holder.field(name)?;
        if let Value::Bool(flag) = node.value {
            return Some(*flag);
        }
        let Some(taken) = flag_of(node.value) else {
            self.wrong_type(name, "a boolean", &node);
            return None;
        };
        let message = format!(
            "`{name}` is {}, where the standard asks for a boolean",
            kind_of(node.value)
        );
        self.say(
            Code::WrongType,
            &node.place,
            message,
            format!("taken as `{taken}`"),
        );
        Some(taken)
    }

    /// A member that is a number; a text that is one is taken.
    pub(super) fn number(&mut self, holder: &Node<'s>, name: &str) -> Option<Number> {
        let node = holder.field(name)?;
        match node.value {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => {
                let number = text.trim().parse().ok();
                self.number_in_text(name, "a number", &node, number.as_ref());
                number
            }
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                self.wrong_type(name, "a number", &node);
                None
            }
        }
    }

    /// A member that counts something; an integral `1.0` is one, and so is a text that holds one.
    pub(super) fn count(&mut self, holder: &Node<'s>, name: &str) -> Option<usize> {
        let node = holder.field(name)?;
        if let Some(text) = node.value.as_str() {
            let count = text.trim().parse().ok();
            self.number_in_text(name, "a number that counts", &node, count.as_ref());
            return count;
        }
        let count = node.value.as_number().and_then(count_of);
        if count.is_none() {
            self.wrong_type(name, "a number that counts", &node);
        }
        count
    }

    /// Reports a text where a number belongs, and what was taken.
    fn number_in_text(
        &mut self,
        name: &str,
        wanted: &str,
        node: &Node<'s>,
        taken: Option<&impl std::fmt::Display>,
    ) {
        match taken {
            Some(taken) => self.wrong_type_taken(name, wanted, node, format!("taken as {taken}")),
            None => self.wrong_type(name, wanted, node),
        }
    }

    /// The elements of a member that is a list. What is no list is taken as the only element of one.
    pub(super) fn list(&mut self, holder: &Node<'s>, name: &str) -> Vec<Node<'s>> {
        let Some(node) = holder.field(name) else {
            return Vec::new();
        };
        self.elements_of(name, &node)
    }

    /// The elements of a value that is a list; `name` is what it stands under.
    pub(super) fn elements_of(&mut self, name: &str, node: &Node<'s>) -> Vec<Node<'s>> {
        match node.value {
            Value::Array(_) => node.elements(),
            Value::Null => {
                self.wrong_type(name, "a list", node);
                Vec::new()
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                self.wrong_type_taken(name, "a list", node, "taken as a list of it alone");
                vec![node.clone()]
            }
        }
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
        self.wrong_type_taken(name, wanted, node, "ignored");
    }

    /// Reports a value of a wrong type, and what was made of it.
    pub(super) fn wrong_type_taken(
        &mut self,
        name: &str,
        wanted: &str,
        node: &Node<'s>,
        taken: impl Into<String>,
    ) {
        let message = format!(
            "`{name}` is {}, where the standard asks for {wanted}",
            kind_of(node.value)
        );
        self.say(Code::WrongType, &node.place, message, taken);
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

/// The boolean that a text or a number plainly means.
fn flag_of(value: &Value) -> Option<bool> {
    let text = match value {
        Value::String(text) => text.trim().to_ascii_lowercase(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    match text.as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}
