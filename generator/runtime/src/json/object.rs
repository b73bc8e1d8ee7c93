use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use indexmap::IndexMap;
use indexmap::map;

use crate::json::Json;

/// A JSON object. It keeps the order of its members, which does not matter when it is compared.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct JsonObject(IndexMap<String, Json>);

impl JsonObject {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name)
    }

    /// The value of a member, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        self.0.get_mut(name)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Adds a member at the end, or gives one that is there another value and returns the old one.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.0.insert(name.into(), value.into())
    }

    /// Takes a member out; the others keep their order.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        self.0.shift_remove(name)
    }

    /// Takes a member out, which may change the order of the others.
    pub(super) fn forget(&mut self, name: &str) {
        self.0.swap_remove(name);
    }

    /// The value of a member, which is added as `null` if it is not there.
    pub fn entry(&mut self, name: impl Into<String>) -> &mut Json {
        self.0.entry(name.into()).or_default()
    }

    /// The members in order.
    pub fn iter(&self) -> map::Iter<'_, String, Json> {
        self.0.iter()
    }

    /// The members in order, with values to be changed.
    pub fn iter_mut(&mut self) -> map::IterMut<'_, String, Json> {
        self.0.iter_mut()
    }

    /// The names in order.
    pub fn keys(&self) -> map::Keys<'_, String, Json> {
        self.0.keys()
    }

    /// The values in order.
    pub fn values(&self) -> map::Values<'_, String, Json> {
        self.0.values()
    }

    /// Takes all members out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Hash for JsonObject {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(unordered_hash(&self.0));
    }
}

/// A hash of members: a sum, since their order does not matter.
pub(super) fn unordered_hash<T: Hash>(members: impl IntoIterator<Item = T>) -> u64 {
    let member = |member: T| {
        let mut hasher = DefaultHasher::new();
        member.hash(&mut hasher);
        hasher.finish()
    };
    members.into_iter().map(member).fold(0, u64::wrapping_add)
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(&self.0).finish()
    }
}

impl<K: Into<String>, V: Into<Json>> FromIterator<(K, V)> for JsonObject {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut object = Self::new();
        object.extend(members);
        object
    }
}

impl<K: Into<String>, V: Into<Json>> Extend<(K, V)> for JsonObject {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        let members = members.into_iter();
        self.0
            .extend(members.map(|(name, value)| (name.into(), value.into())));
    }
}

impl<K: Into<String>, V: Into<Json>, const N: usize> From<[(K, V); N]> for JsonObject {
    fn from(members: [(K, V); N]) -> Self {
        members.into_iter().collect()
    }
}

impl IntoIterator for JsonObject {
    type Item = (String, Json);
    type IntoIter = map::IntoIter<String, Json>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a JsonObject {
    type Item = (&'a String, &'a Json);
    type IntoIter = map::Iter<'a, String, Json>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
