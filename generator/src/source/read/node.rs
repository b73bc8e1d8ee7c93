use std::collections::BTreeSet;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::merge::merged;
use super::number::float;
use super::{Finding, FindingKind};
use crate::source::Pointer;

/// Below the limits of the parsers, which fail where this reader passes over.
const DEEPEST: usize = 120;

/// The key under which serde_json hands over a number with all its digits (its feature `arbitrary_precision`).
const NUMBER: &str = "$serde_json::private::Number";

/// The two languages differ in what a visitor must do for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Json,
    Yaml,
}

/// What is known while the values of a file are read.
pub(super) struct Reading {
    language: Language,
    path: Vec<Step>,
    pub(super) findings: Vec<Finding>,
    /// How many more values can be read: aliases can make a small text hold a value without end.
    budget: usize,
    /// The number of the next value, counted in the order of reading.
    next: usize,
    /// The values that are YAML floats.
    pub(super) floats: BTreeSet<usize>,
    /// The values to take as they are written, since the parser's float has lost the text.
    as_written: BTreeSet<usize>,
}

enum Step {
    Member(String),
    Element(usize),
}

impl Reading {
    pub(super) fn new(language: Language, text: &str) -> Self {
        Self {
            language,
            path: Vec::new(),
            findings: Vec::new(),
            // A value takes a byte at least, so that only aliases draw on what is added.
            budget: text.len() + 1_000_000,
            next: 0,
            floats: BTreeSet::new(),
            as_written: BTreeSet::new(),
        }
    }

    /// A reading of the same text again, with the floats as they are written.
    pub(super) fn again(self, text: &str) -> Self {
        Self {
            as_written: self.floats,
            ..Self::new(self.language, text)
        }
    }

    pub(super) fn find(&mut self, kind: FindingKind) {
        let pointer = self
            .path
            .iter()
            .fold(Pointer::root(), |pointer, step| match step {
                Step::Member(name) => pointer.child(name),
                Step::Element(index) => pointer.index(*index),
            });
        let finding = Finding { pointer, kind };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn is_too_deep(&mut self) -> bool {
        let deep = self.path.len() >= DEEPEST;
        if deep {
            self.find(FindingKind::TooDeep);
        }
        deep
    }
}

/// Reads the next value.
pub(super) struct Node<'a>(pub(super) &'a mut Reading);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.0.budget = self
            .0
            .budget
            .checked_sub(1)
            .ok_or_else(|| Error::custom("its aliases unfold without end"))?;
        let number = self.0.next;
        self.0.next += 1;
        if self.0.as_written.contains(&number) {
            return deserializer.deserialize_str(Text).map(|text| float(&text));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Number::from_i128(value).map_or(Value::Null, Value::Number))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(Number::from_u128(value).map_or(Value::Null, Value::Number))
    }

    /// Only YAML's parser makes floats; see [`Reading::again`].
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        self.0.floats.insert(self.0.next - 1);
        Ok(Value::from(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    /// A YAML value with a tag of its own, such as `!Ref name`: the value.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (IgnoredAny, variant) = data.variant()?;
        variant.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        if self.0.is_too_deep() {
            while let Some(IgnoredAny) = seq.next_element()? {}
            return Ok(Value::Null);
        }
        let mut values = Vec::new();
        loop {
            self.0.path.push(Step::Element(values.len()));
            let value = seq.next_element_seed(Node(self.0))?;
            self.0.path.pop();
            match value {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        if self.0.is_too_deep() {
            while let Some((IgnoredAny, IgnoredAny)) = map.next_entry()? {}
            return Ok(Value::Null);
        }
        let mut members = Map::new();
        while let Some(key) = map.next_key_seed(Text)? {
            if self.0.language == Language::Json && members.is_empty() && key == NUMBER {
                return map
                    .next_value::<String>()?
                    .parse()
                    .map(Value::Number)
                    .map_err(Error::custom);
            }
            self.0.member(key, &mut map, &mut members)?;
        }
        match self.0.language {
            Language::Json => Ok(Value::Object(members)),
            Language::Yaml => Ok(Value::Object(merged(members))),
        }
    }
}

impl Reading {
    /// Reads the value of the member `key`; of several with one key, the last holds.
    fn member<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        map: &mut A,
        members: &mut Map<String, Value>,
    ) -> Result<(), A::Error> {
        self.path.push(Step::Member(key));
        let value = map.next_value_seed(Node(self))?;
        let repeated =
            matches!(self.path.last(), Some(Step::Member(key)) if members.contains_key(key));
        if repeated {
            self.find(FindingKind::DuplicateKey);
        }
        if let Some(Step::Member(key)) = self.path.pop() {
            members.insert(key, value);
        }
        Ok(())
    }
}

/// A key, or a number, as it is written: `200`, `0200`, `1.0`, `yes`, `null`.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key that is text")
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E>(self, value: String) -> Result<String, E> {
        Ok(value)
    }
}
