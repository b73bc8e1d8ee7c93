use std::fmt;

use indexmap::map;

use crate::json::{Decode, Encode, Fault, Json, JsonObject, Reader, Writer};

/// The members of an object that its type does not name. They are kept and sent back.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct UnknownFields(
    /// Never an empty object; boxed, as it is seldom there.
    Option<Box<JsonObject>>,
);

impl UnknownFields {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.object().map_or(0, JsonObject::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.object()?.get(name)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Adds a member, or gives one that is there another value and returns the old one. A member
    /// that the type names is not sent from here if the type has a value for it.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.0.get_or_insert_default().insert(name, value)
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let object = self.0.as_mut()?;
        let removed = object.remove(name);
        if object.is_empty() {
            self.0 = None;
        }
        removed
    }

    /// Takes a member out that has come again and is something else now.
    pub(super) fn forget(&mut self, name: &str) {
        if let Some(object) = &mut self.0 {
            object.forget(name);
            if object.is_empty() {
                self.0 = None;
            }
        }
    }

    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        let object = self.object().into_iter();
        object.flatten().map(|(name, value)| (name.as_str(), value))
    }

    /// All of them, if there are any.
    pub fn object(&self) -> Option<&JsonObject> {
        self.0.as_deref()
    }
}

impl From<JsonObject> for UnknownFields {
    fn from(object: JsonObject) -> Self {
        Self((!object.is_empty()).then(|| Box::new(object)))
    }
}

impl From<UnknownFields> for JsonObject {
    fn from(fields: UnknownFields) -> Self {
        fields.0.map(|object| *object).unwrap_or_default()
    }
}

impl IntoIterator for UnknownFields {
    type Item = (String, Json);
    type IntoIter = map::IntoIter<String, Json>;

    fn into_iter(self) -> Self::IntoIter {
        JsonObject::from(self).into_iter()
    }
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

/// A text that an enum does not list. Its content is private, so that a value which a later version
/// lists cannot be matched as unknown.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    #[doc(hidden)]
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Encode for UnknownValue {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

/// A value that an enum of any JSON types does not list. Its content is private like that of
/// [`UnknownValue`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownJson(Json);

impl UnknownJson {
    #[doc(hidden)]
    pub fn new(json: impl Into<Json>) -> Self {
        Self(json.into())
    }

    /// The value.
    pub fn as_json(&self) -> &Json {
        &self.0
    }
}

impl fmt::Debug for UnknownJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl fmt::Display for UnknownJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl Encode for UnknownJson {
    fn encode(&self, writer: &mut Writer) {
        self.0.encode(writer);
    }
}

impl Decode for UnknownJson {
    fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
        Json::decode(reader).map(Self)
    }
}
