use super::merge::Merged;
use super::part::{Key, Part};
use super::translator::{Translator, is_bare, is_null};
use crate::resolved::{JsonType, Schema, SchemaId};

/// Schemas that have nothing to say of values but the name of another schema.
impl Translator<'_> {
    /// What the parts of `key` say together. A component that only wraps an inline schema is that schema under its name.
    pub(super) fn merged(&self, key: &Key) -> Merged {
        let merged = Merged::of(self, key);
        let inline = key
            .single()
            .and_then(|id| self.component_wrapped(id))
            .filter(|target| !self.is_component(target));
        let Some(inline) = inline else {
            return merged;
        };
        let mut inner = Merged::of(self, &inline);
        let docs = std::mem::replace(&mut inner.docs, merged.docs);
        inner.docs.description = inner.docs.description.or(docs.description);
        inner.docs.format = inner.docs.format.or(docs.format);
        inner.place = merged.place;
        inner.nullable = merged.nullable;
        inner
    }

    /// The component that a component is another name of.
    pub(super) fn component_alias(&self, key: &Key) -> Option<Key> {
        let target = self.component_wrapped(key.single()?)?;
        self.is_component(&target).then_some(target)
    }

    /// The schemas that describe what has these parts, where it is used: before each the inline ones beside what it wraps.
    pub(super) fn described(&self, parts: &[Part]) -> Vec<SchemaId> {
        let mut described = Vec::with_capacity(parts.len());
        for part in parts {
            let (Part::Whole(id) | Part::Base(id) | Part::Own(id)) = part else {
                continue;
            };
            if self.is_inline(*id) {
                let members = self.document.schema(*id).all_of.iter().copied();
                described.extend(members.filter(|id| self.silent(Part::Whole(*id)).is_some()));
            }
            described.push(*id);
        }
        described
    }

    /// What a component wraps, if it is one that does.
    fn component_wrapped(&self, id: SchemaId) -> Option<Key> {
        self.document.schema(id).component.as_ref()?;
        let (target, _) = self.wrapped(id)?;
        Some(self.unwrapped(target).0)
    }

    fn is_component(&self, key: &Key) -> bool {
        key.single()
            .is_some_and(|id| self.document.schema(id).component.is_some())
    }

    /// Follows inline schemas that say nothing but the name of another one, and whether they add `null`.
    pub(super) fn unwrapped(&self, key: Key) -> (Key, bool) {
        let mut key = key;
        let mut nullable = false;
        // Wrappers were counted when they were resolved: a chain is no longer than there are schemas.
        for _ in 0..self.document.schemas.len() {
            let wrapped = match (key.parts.as_slice(), key.only) {
                ([Part::Whole(id)], None) if self.is_inline(*id) => self.wrapped(*id),
                ([_, _, ..], None) => self.only_telling(&key.parts, &[]),
                _ => None,
            };
            let Some((target, adds_null)) = wrapped else {
                break;
            };
            key = target;
            nullable |= adds_null;
        }
        (key, nullable)
    }

    /// What a schema wraps that has exactly one part to say, and whether it adds `null`:
    /// `allOf` of one schema and of some that say nothing, or `oneOf`/`anyOf` of one schema and `null`.
    fn wrapped(&self, id: SchemaId) -> Option<(Key, bool)> {
        let schema = self.document.schema(id);
        match (
            schema.all_of.as_slice(),
            schema.one_of.as_slice(),
            schema.any_of.as_slice(),
        ) {
            ([_, ..], [], []) if is_bare(schema) && !is_null(schema) => {
                let members = schema.all_of.iter();
                // A component that has nothing of its own may extend a base class all the same, and is no name for it.
                let extends = schema.component.is_some() && !schema.is_alias;
                let parts: Vec<Part> = members
                    .map(|member| match extends {
                        true => self.member(*member),
                        false => Part::Whole(*member),
                    })
                    .collect();
                let (key, adds_null) = self.only_telling(&parts, &schema.types)?;
                Some((key, adds_null || schema.nullable))
            }
            ([], choices, []) | ([], [], choices) if schema.types.is_empty() && is_bare(schema) => {
                let mut others = choices
                    .iter()
                    .filter(|choice| !is_null(self.document.schema(**choice)));
                let only = others.next().filter(|_| others.next().is_none())?;
                let adds_null = choices.len() > 1 || schema.nullable;
                Some((Key::of(*only), adds_null))
            }
            _ => None,
        }
    }

    /// The one of several parts that says anything of values, and whether the others add `null`; `None` if there are
    /// more. `types` are said beside them.
    fn only_telling(&self, parts: &[Part], types: &[JsonType]) -> Option<(Key, bool)> {
        let distinct = Key::all(parts.to_vec()).parts;
        let (silent, telling): (Vec<Part>, Vec<Part>) = distinct
            .iter()
            .partition(|part| self.silent(**part).is_some());
        let telling = telling
            .into_iter()
            .map(|part| self.unwrapped(Key::all(vec![part])));
        let telling: Vec<(Key, bool)> = telling.collect();
        let (key, _) = telling.first()?;
        if telling.iter().any(|(other, _)| other != key) {
            return None;
        }
        let silent: Vec<&Schema> = silent
            .iter()
            .filter_map(|part| self.silent(*part))
            .collect();
        let said = silent.iter().map(|schema| schema.types.as_slice());
        let mut said = said.chain([types]);
        let known = key.single().map(|id| self.document.schema(id));
        let known = known.map_or(&[][..], |schema| &schema.types);
        if !said.all(|types| is_habit(types, known)) {
            return None;
        }
        let adds_null = silent.iter().any(|schema| schema.nullable)
            || telling.iter().all(|(_, adds_null)| *adds_null);
        Some((key.clone(), adds_null))
    }

    /// The schema of an inline part that says no more of values than which JSON type they are of.
    fn silent(&self, part: Part) -> Option<&Schema> {
        let Part::Whole(id) = part else {
            return None;
        };
        let schema = self.document.schema(id);
        let composed = [&schema.all_of, &schema.one_of, &schema.any_of];
        let is_silent = self.is_inline(id)
            && composed.iter().all(|list| list.is_empty())
            && is_bare(schema)
            && !is_null(schema);
        is_silent.then_some(schema)
    }

    fn is_inline(&self, id: SchemaId) -> bool {
        self.document.schema(id).component.is_none()
    }
}

/// Whether types that stand beside a reference say nothing new: `object` is a habit, and the same again is no more.
fn is_habit(types: &[JsonType], known: &[JsonType]) -> bool {
    let mut named = types.iter().filter(|ty| **ty != JsonType::Null);
    types.is_empty() || types == [JsonType::Object] || named.all(|ty| known.contains(ty))
}
