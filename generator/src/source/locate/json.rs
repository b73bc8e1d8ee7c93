use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::shown;
use super::wanted::{Found, Wanted};

/// Searches a JSON text; false if it is none.
pub(super) fn search(text: &str, wanted: &Wanted, found: &mut Found) -> bool {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => {
            let mut search = Search { text, found };
            let span = search.span(value);
            let shown = shown::value(text, span, is_scalar(value));
            search.found.record(wanted, &shown);
            search.below(wanted, value);
            true
        }
        Err(_) => false,
    }
}

struct Search<'text, 'found> {
    text: &'text str,
    found: &'found mut Found,
}

impl<'text> Search<'text, '_> {
    /// Raw values are slices of the text, so that their addresses tell where they are.
    fn span(&self, value: &RawValue) -> Range<usize> {
        let start = (value.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        start..start + value.get().len()
    }

    /// Searches the members or the elements of a value. As deep as a pointer at most.
    fn below(&mut self, wanted: &Wanted, value: &'text RawValue) {
        if !wanted.is_leaf() && !is_scalar(value) {
            let mut deserializer = serde_json::Deserializer::from_str(value.get());
            let holder = Holder {
                search: self,
                wanted,
            };
            // The text is known to be JSON; were it not, what was found so far holds.
            let _unread = holder.deserialize(&mut deserializer);
        }
    }

    fn member(&mut self, wanted: &Wanted, key: &RawValue, value: &'text RawValue) {
        let shown = shown::member(
            self.text,
            self.span(key),
            self.span(value),
            is_scalar(value),
        );
        self.found.record(wanted, &shown);
        self.below(wanted, value);
    }

    fn element(&mut self, wanted: &Wanted, value: &'text RawValue) {
        let shown = shown::value(self.text, self.span(value), is_scalar(value));
        self.found.record(wanted, &shown);
        self.below(wanted, value);
    }
}

fn is_scalar(value: &RawValue) -> bool {
    !value.get().starts_with(['{', '['])
}

/// Walks over the members or the elements of one value.
struct Holder<'text, 'found, 'search> {
    search: &'search mut Search<'text, 'found>,
    wanted: &'search Wanted,
}

impl<'text> DeserializeSeed<'text> for Holder<'text, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'text>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'text> Visitor<'text> for Holder<'text, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'text>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<&RawValue>()? {
            let name = serde_json::from_str::<String>(key.get()).unwrap_or_default();
            match self.wanted.below(&name) {
                Some(wanted) => self.search.member(wanted, key, map.next_value()?),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'text>>(self, mut seq: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            let wanted = self.wanted.below(&index.to_string());
            let more = match wanted {
                Some(wanted) => match seq.next_element()? {
                    Some(value) => {
                        self.search.element(wanted, value);
                        true
                    }
                    None => false,
                },
                None => seq.next_element::<IgnoredAny>()?.is_some(),
            };
            if !more {
                break;
            }
        }
        Ok(())
    }
}
