use serde_json::{Map, Value};

/// What tells a value of the files from every other: where it lies in memory. A document is not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(usize);

/// A schema, and where its references start from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'d> {
    /// The path of the file.
    pub(crate) file: &'d str,
    /// The schema that its pointers start from: the innermost one with an `$id`, else the file.
    pub(crate) resource: &'d Value,
    pub(crate) value: &'d Value,
}

impl<'d> Site<'d> {
    pub(crate) fn id(&self) -> Id {
        Id(std::ptr::from_ref(self.value).addr())
    }

    /// A value within this one.
    pub(crate) fn within(&self, value: &'d Value) -> Self {
        let own = member(value, "$id").is_some_and(Value::is_string);
        Site {
            file: self.file,
            resource: if own { value } else { self.resource },
            value,
        }
    }

    pub(crate) fn object(&self) -> Option<&'d Map<String, Value>> {
        self.value.as_object()
    }

    pub(crate) fn get(&self, keyword: &str) -> Option<&'d Value> {
        member(self.value, keyword)
    }

    /// The schema below a keyword.
    pub(crate) fn at(&self, keyword: &str) -> Option<Self> {
        self.get(keyword).map(|value| self.within(value))
    }

    /// The schemas of a list below a keyword.
    pub(crate) fn list(&self, keyword: &str) -> Vec<Self> {
        let list = self.get(keyword).and_then(Value::as_array);
        let list = list.into_iter().flatten();
        list.map(|value| self.within(value)).collect()
    }

    /// The schemas of a map below a keyword, with their names.
    pub(crate) fn map(&self, keyword: &str) -> Vec<(&'d str, Self)> {
        let map = self.get(keyword).and_then(Value::as_object);
        let map = map.into_iter().flatten();
        map.map(|(name, value)| (name.as_str(), self.within(value)))
            .collect()
    }

    pub(crate) fn text(&self, keyword: &str) -> Option<&'d str> {
        self.get(keyword).and_then(Value::as_str)
    }
}

/// A member by its name. Schemas are small: looking at each name takes less than hashing the one that is looked for.
fn member<'d>(value: &'d Value, name: &str) -> Option<&'d Value> {
    let map = value.as_object()?;
    if map.len() > 10 {
        return map.get(name);
    }
    let mut members = map.iter();
    members.find_map(|(key, value)| (key == name).then_some(value))
}
