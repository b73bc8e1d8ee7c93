use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Reading;
use super::keywords::{Keyword, Patterns, keywords};
use crate::document::{Dialect, Id, Part, References, Site, parts};
use crate::world::Schemas;

/// Writes schemas in the words of JSON Schema.
struct Writer<'w, 'd> {
    schemas: &'w Schemas<'d>,
    references: &'w References<'d>,
    patterns: Patterns,
    reading: Reading,
    /// What chains of references lead to, as far as it is known.
    ends: BTreeMap<Id, Option<usize>>,
}

/// One schema for all that have a number: the value that the schema of number 7 is asked about is the member `7`.
pub(super) fn bundle(
    schemas: &Schemas<'_>,
    references: &References<'_>,
    reading: Reading,
) -> Value {
    let mut writer = Writer {
        schemas,
        references,
        patterns: Patterns::default(),
        reading,
        ends: BTreeMap::new(),
    };
    let (mut properties, mut definitions) = (Map::new(), Map::new());
    for (number, site) in schemas.numbered().iter().enumerate() {
        properties.insert(number.to_string(), refer(number));
        definitions.insert(number.to_string(), writer.write(*site));
    }
    json!({"properties": properties, "$defs": definitions})
}

fn refer(number: usize) -> Value {
    json!({"$ref": format!("#/$defs/{number}")})
}

/// Whether a keyword forbids members that another schema may allow.
fn closes(part: &Part<'_>) -> bool {
    let closing = ["additionalProperties", "unevaluatedProperties"];
    closing.contains(&part.keyword) && part.site.value == &Value::Bool(false)
}

impl<'d> Writer<'_, 'd> {
    /// A schema within another: by its number, if it has one.
    fn part(&mut self, site: Site<'d>) -> Value {
        match self.schemas.number(site) {
            Some(number) => refer(number),
            None => self.write(site),
        }
    }

    fn write(&mut self, site: Site<'d>) -> Value {
        let Some(schema) = site.object() else {
            return match site.value == &Value::Bool(false) {
                true => json!({"not": {}}),
                false => json!({}),
            };
        };
        let old = self.schemas.dialect() == Dialect::Draft4;
        let target = self.end(site);
        if old && self.schemas.reference(site).is_some() {
            return target.map_or_else(|| json!({}), refer);
        }
        let mut written = Map::new();
        if let Some(target) = target {
            written.insert("$ref".to_owned(), json!(format!("#/$defs/{target}")));
        }
        for Keyword { name, value } in keywords(schema, old, &mut self.patterns) {
            written.insert(name.to_owned(), value);
        }
        self.write_parts(site, &mut written);
        let says = |keyword: &str| schema.get(keyword) == Some(&Value::Bool(true));
        if old && (says("nullable") || says("x-nullable")) {
            return json!({"anyOf": [{"type": "null"}, written]});
        }
        Value::Object(written)
    }

    fn write_parts(&mut self, site: Site<'d>, written: &mut Map<String, Value>) {
        for part in parts(site, self.schemas.dialect()) {
            if part.keyword == "patternProperties"
                && !part.name.is_some_and(|name| self.patterns.are_known(name))
            {
                continue;
            }
            if self.reading == Reading::Loose && closes(&part) {
                continue;
            }
            let schema = self.part(part.site);
            let is_list = site.get(part.keyword).is_some_and(Value::is_array);
            match (part.name, is_list) {
                (Some(name), _) => {
                    let map = written.entry(part.keyword).or_insert_with(|| json!({}));
                    if let Some(map) = map.as_object_mut() {
                        map.insert(name.to_owned(), schema);
                    }
                }
                (None, true) => {
                    // What lists the first items is called otherwise since 2020-12.
                    let old = self.schemas.dialect() == Dialect::Draft4;
                    let keyword = match part.keyword {
                        "items" if !old => "prefixItems",
                        "oneOf" if self.reading == Reading::Loose => "anyOf",
                        keyword => keyword,
                    };
                    let list = written.entry(keyword).or_insert_with(|| json!([]));
                    if let Some(list) = list.as_array_mut() {
                        list.push(schema);
                    }
                }
                (None, false) => {
                    written.insert(part.keyword.to_owned(), schema);
                }
            }
        }
    }

    /// The number of what a reference leads to in the end; none, if it leads nowhere or around in a ring.
    fn end(&mut self, site: Site<'d>) -> Option<usize> {
        let mut passed: BTreeSet<Id> = BTreeSet::new();
        let mut at = self.next(site)?;
        let end = loop {
            if let Some(known) = self.ends.get(&at.id()) {
                break *known;
            }
            if !self.is_only_reference(at) {
                break self.schemas.number(at);
            }
            let next = self.next(at).filter(|_| passed.insert(at.id()));
            match next {
                Some(next) => at = next,
                None => break None,
            }
        };
        self.ends.extend(passed.into_iter().map(|id| (id, end)));
        end
    }

    fn next(&self, site: Site<'d>) -> Option<Site<'d>> {
        let reference = self.schemas.reference(site)?;
        self.references.resolve(site, reference)
    }

    /// Whether a schema says nothing of its own.
    fn is_only_reference(&self, site: Site<'d>) -> bool {
        let alone = match self.schemas.dialect() {
            Dialect::Draft4 => true,
            Dialect::Draft202012 => site.object().is_some_and(|map| map.len() == 1),
        };
        alone && self.schemas.reference(site).is_some()
    }
}
