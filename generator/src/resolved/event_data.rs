use std::collections::BTreeSet;

use serde_json::Value;

use super::{EventData, JsonType, Schema, SchemaId};

/// What is said of the events of a stream, by a schema of their fields or of their data.
#[derive(Debug, Default)]
pub(super) struct Events {
    /// The members that it names.
    members: BTreeSet<String>,
    /// The kinds of events.
    kinds: Vec<Kind>,
    /// How many schemas were looked at.
    steps: usize,
}

/// One kind of events.
#[derive(Debug, Clone, Default)]
struct Kind {
    /// Its names; none: any.
    names: Vec<String>,
    /// The schema of its data.
    data: Option<SchemaId>,
    /// The data that it always has.
    constants: Vec<String>,
    /// Nothing comes after it.
    is_last: bool,
}

/// The fields of an event (HTML §9.2.6).
const FIELDS: &[&str] = &["event", "data", "id", "retry"];

/// How deep schemas are looked into; they may contain themselves.
const MAX_DEPTH: usize = 8;

/// How many schemas are looked at.
const MAX_STEPS: usize = 4096;

impl Events {
    pub(super) fn of(schemas: &[Schema], id: SchemaId) -> Self {
        let mut events = Self::default();
        events.kinds = events.look(schemas, id, &Kind::default(), 0);
        events
    }

    /// Whether it describes the fields of events, and not what their data says.
    pub(super) fn are_fields(&self) -> bool {
        let is_field = |name: &String| FIELDS.contains(&name.as_str());
        self.members.contains("data") && self.members.iter().all(is_field)
    }

    pub(super) fn names(&self, member: &str) -> bool {
        self.members.contains(member)
    }

    /// What the field `data` holds.
    pub(super) fn data(&self, schemas: &[Schema]) -> EventData {
        let is_text = |kind: &&Kind| {
            let data = kind.data.and_then(|id| schemas.get(id.index()));
            data.is_none_or(|data| data.content.is_none() && text(schemas, data) == EventData::Text)
        };
        let (texts, others): (Vec<&Kind>, Vec<&Kind>) = self.kinds.iter().partition(is_text);
        if others.is_empty() {
            return EventData::Text;
        }
        if texts.is_empty() || others.iter().any(|kind| kind.names.is_empty()) {
            return EventData::Json;
        }
        let names = others.iter().flat_map(|kind| kind.names.clone());
        EventData::JsonOf(names.collect())
    }

    /// Names, or data, of events after which nothing comes: those that an extension marks, and those that are always
    /// one of `ends`.
    pub(super) fn last(&self, ends: &[String]) -> Vec<String> {
        let marked = self.kinds.iter().filter(|kind| kind.is_last);
        let marked = marked.flat_map(|kind| match kind.names.as_slice() {
            [] => kind.constants.clone(),
            names => names.to_vec(),
        });
        let constants = self.kinds.iter().flat_map(|kind| &kind.constants);
        let described = constants.filter(|text| ends.contains(text)).cloned();
        marked.chain(described).collect()
    }

    /// The kinds of events that a schema describes, each of which is `known` as well.
    fn look(&mut self, schemas: &[Schema], id: SchemaId, known: &Kind, depth: usize) -> Vec<Kind> {
        let mut kind = known.clone();
        let mut branches = Vec::new();
        self.gather(schemas, id, &mut kind, &mut branches, depth);
        if branches.is_empty() || depth >= MAX_DEPTH {
            return vec![kind];
        }
        branches
            .into_iter()
            .flat_map(|branch| self.look(schemas, branch, &kind, depth + 1))
            .collect()
    }

    /// What a schema and all that it is composed of say, and what it is one of.
    fn gather(
        &mut self,
        schemas: &[Schema],
        id: SchemaId,
        kind: &mut Kind,
        branches: &mut Vec<SchemaId>,
        depth: usize,
    ) {
        let Some(schema) = schemas.get(id.index()).filter(|_| self.steps < MAX_STEPS) else {
            return;
        };
        self.steps += 1;
        self.members.extend(schema.properties.keys().cloned());
        kind.is_last |= schema.is_last;
        let listed = |id: &SchemaId| texts(schemas.get(id.index())?);
        if let Some(names) = schema.properties.get("event").and_then(listed) {
            kind.names = names;
        }
        if let Some(data) = schema.properties.get("data") {
            kind.data = Some(*data);
            kind.constants = listed(data).unwrap_or_default();
        }
        if schema.properties.is_empty() {
            kind.constants.extend(texts(schema).unwrap_or_default());
        }
        if depth < MAX_DEPTH {
            for part in &schema.all_of {
                self.gather(schemas, *part, kind, branches, depth + 1);
            }
        }
        branches.extend(schema.one_of.iter().chain(&schema.any_of));
    }
}

/// What values of a schema are as texts outside of JSON.
pub(super) fn text(schemas: &[Schema], schema: &Schema) -> EventData {
    let mut forms = BTreeSet::new();
    forms_of(schemas, schema, &mut forms, &mut BTreeSet::new());
    match (forms.contains(&true), forms.contains(&false)) {
        (true, false) => EventData::Text,
        (false, true) => EventData::Json,
        (true, true) | (false, false) => EventData::JsonOrText,
    }
}

/// Whether values can be strings, and whether they can be anything else; nothing: that is not said.
fn forms_of(
    schemas: &[Schema],
    schema: &Schema,
    forms: &mut BTreeSet<bool>,
    seen: &mut BTreeSet<SchemaId>,
) {
    let is_string = |of: &JsonType| *of == JsonType::String;
    let types = schema.types.iter().filter(|of| **of != JsonType::Null);
    let mut own: BTreeSet<bool> = types.map(is_string).collect();
    if schema.types.is_empty() {
        own.extend(schema.enumeration.iter().map(|it| it.value.is_string()));
        own.extend((!schema.properties.is_empty()).then_some(false));
    }
    if !own.is_empty() {
        return forms.extend(own);
    }
    let parts = [&schema.all_of, &schema.one_of, &schema.any_of];
    for part in parts.into_iter().flatten() {
        if let Some(schema) = schemas.get(part.index()).filter(|_| seen.insert(*part)) {
            forms_of(schemas, schema, forms, seen);
        }
    }
}

/// The texts that a schema lists, if it lists nothing else.
fn texts(schema: &Schema) -> Option<Vec<String>> {
    let values = schema.enumeration.iter();
    let texts: Option<Vec<String>> = values
        .map(|it| it.value.as_str().map(str::to_owned))
        .collect();
    texts.filter(|texts| !texts.is_empty())
}

/// Whether a schema says nothing of the values.
pub(super) fn is_silent(schema: &Schema) -> bool {
    let Schema {
        types,
        enumeration,
        properties,
        items,
        all_of,
        one_of,
        any_of,
        ..
    } = schema;
    types.is_empty()
        && enumeration.is_empty()
        && properties.is_empty()
        && items.is_none()
        && all_of.is_empty()
        && one_of.is_empty()
        && any_of.is_empty()
}

/// The data with which a stream is said to be at its end, by an extension: Speakeasy's, or Fern's.
pub(super) fn sentinel(extensions: &indexmap::IndexMap<String, Value>) -> Option<String> {
    let own = extensions.get("x-speakeasy-sse-sentinel");
    let fern = || extensions.get("x-fern-streaming")?.get("terminator");
    own.or_else(fern)?.as_str().map(str::to_owned)
}
