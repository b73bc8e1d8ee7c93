use std::collections::BTreeSet;

use super::part::{Choice, Key, Part};
use super::translator::{Translator, docs, is_null, says_nothing};
use crate::ir::{Docs, EnumValue};
use crate::resolved::{
    AdditionalProperties, Constraints, Discriminator, JsonType, Schema, SchemaId,
};
use crate::source::{Place, canonical};
use crate::terms::TextFormat;
use indexmap::IndexMap;

/// What one part says of the elements of an array.
pub(super) struct Elements {
    /// The first elements, one schema each.
    pub(super) first: Vec<SchemaId>,
    /// The elements behind them; `None`: nothing is said, or there are none.
    pub(super) rest: Option<SchemaId>,
}

/// What the parts of a type say together.
pub(super) struct Merged {
    /// Where the first part was written.
    pub(super) place: Place,
    /// What the first part that says anything says.
    pub(super) docs: Docs,
    /// `null` is a value.
    pub(super) nullable: bool,
    /// The JSON types that all parts allow, `null` apart; `None`: any.
    pub(super) types: Option<Vec<JsonType>>,
    /// The first format that is named.
    pub(super) format: Option<String>,
    /// The values that all parts list, `null` apart; `None`: any.
    pub(super) enumeration: Option<Vec<EnumValue>>,
    /// The members, each with all that is said of it.
    pub(super) properties: IndexMap<String, Vec<Part>>,
    /// The members that must be there.
    pub(super) required: IndexMap<String, SchemaId>,
    /// Schemas of the members that are not named.
    pub(super) additional: Vec<Part>,
    /// Schemas of the members whose names fit a regular expression, each with all that is said of them.
    pub(super) patterns: IndexMap<String, Vec<Part>>,
    /// Schemas of the names of members, those that list them.
    pub(super) names: Vec<Part>,
    /// What each part says of the elements of an array.
    pub(super) elements: Vec<Elements>,
    /// How many elements there are at least.
    pub(super) least_elements: u64,
    /// Lists of alternatives, one of each of which a value fits.
    pub(super) choices: Vec<Choice>,
    /// The member that tells the alternatives apart.
    pub(super) discriminator: Option<Discriminator>,
    /// Every part without its alternatives.
    pub(super) bases: Vec<Part>,
    /// What no type expresses, and where.
    pub(super) inexpressible: Vec<(Place, String)>,
    /// Two places that contradict each other, and in what.
    pub(super) conflicts: Vec<(Place, Place, &'static str)>,
    /// Two places with formats of which no text has both; none of them is taken.
    pub(super) unlike_formats: Option<(Place, Place)>,
    /// Where the first types, the first format and the first values are said.
    typed_at: Option<Place>,
    formatted_at: Option<Place>,
    listed_at: Option<Place>,
    visited: BTreeSet<Part>,
}

impl Merged {
    /// Merges the parts of `key`, `allOf` followed to its end.
    pub(super) fn of(translator: &Translator<'_>, key: &Key) -> Self {
        let first = match key.parts.first() {
            Some(
                Part::Whole(id)
                | Part::Base(id)
                | Part::Own(id)
                | Part::Choice(Choice { schema: id, .. }),
            ) => *id,
            None => SchemaId::new(0),
        };
        let first = translator.document.schema(first);
        let mut merged = Self::empty(first);
        for part in &key.parts {
            merged.part(translator, *part);
        }
        merged.nullable = key
            .parts
            .iter()
            .all(|part| is_nullable(translator, *part, &mut BTreeSet::new()));
        if let Some(only) = key.only {
            merged.types = Some(vec![only]);
            merged.nullable = false;
        }
        merged
    }

    fn empty(first: &Schema) -> Self {
        Self {
            place: first.place.clone(),
            docs: docs(first),
            nullable: false,
            types: None,
            format: None,
            enumeration: None,
            properties: IndexMap::new(),
            required: IndexMap::new(),
            additional: Vec::new(),
            patterns: IndexMap::new(),
            names: Vec::new(),
            elements: Vec::new(),
            least_elements: 0,
            choices: Vec::new(),
            discriminator: None,
            bases: Vec::new(),
            inexpressible: Vec::new(),
            conflicts: Vec::new(),
            unlike_formats: None,
            typed_at: None,
            formatted_at: None,
            listed_at: None,
            visited: BTreeSet::new(),
        }
    }

    /// Says that a schema contradicts what was said before in a keyword; once, since any JSON stands in its place anyway.
    fn conflict(&mut self, schema: &Schema, before: Option<Place>, keyword: &'static str) {
        if self.conflicts.is_empty() {
            let before = before.unwrap_or_else(|| self.place.clone());
            self.conflicts.push((schema.place.clone(), before, keyword));
        }
    }

    /// Whether the parts say something of objects by themselves, alternatives apart.
    pub(super) fn has_members(&self) -> bool {
        !self.properties.is_empty()
            || !self.additional.is_empty()
            || !self.patterns.is_empty()
            || !self.required.is_empty()
    }

    fn part(&mut self, translator: &Translator<'_>, part: Part) {
        // A cycle of `allOf` adds nothing the second time.
        if !self.visited.insert(part) {
            return;
        }
        match part {
            Part::Whole(id) => {
                self.choices.extend(translator.choices(id));
                self.part(translator, Part::Base(id));
            }
            Part::Base(id) => {
                for member in &translator.document.schema(id).all_of {
                    self.part(translator, translator.member(*member));
                }
                self.part(translator, Part::Own(id));
            }
            Part::Own(id) => {
                self.bases.push(part);
                self.own(translator, id);
            }
            Part::Choice(choice) => self.choices.push(choice),
        }
    }

    fn own(&mut self, translator: &Translator<'_>, id: SchemaId) {
        let schema = translator.document.schema(id);
        self.own_docs(schema);
        self.own_types(schema);
        self.own_enumeration(schema);
        for (name, property) in &schema.properties {
            self.properties
                .entry(name.clone())
                .or_default()
                .push(Part::Whole(*property));
        }
        for name in &schema.required {
            self.required.entry(name.clone()).or_insert(id);
        }
        if let AdditionalProperties::Schema(values) = schema.additional_properties {
            self.additional.push(Part::Whole(values));
        }
        for (pattern, values) in &schema.pattern_properties {
            if !is_false(translator, *values) {
                let said = self.patterns.entry(pattern.clone()).or_default();
                said.push(Part::Whole(*values));
            }
        }
        self.own_elements(translator, schema);
        if self.discriminator.is_none() {
            self.discriminator.clone_from(&schema.discriminator);
        }
        self.own_inexpressible(translator, id, schema);
    }

    fn own_inexpressible(&mut self, translator: &Translator<'_>, id: SchemaId, schema: &Schema) {
        if is_false(translator, id) {
            let what = "that no value fits".to_owned();
            self.inexpressible.push((schema.place.clone(), what));
            return;
        }
        let others = [
            schema.not.map(|_| "not"),
            self.own_names(translator, schema),
        ];
        let others = others.into_iter().flatten();
        let others = others.chain(translator.conditions(id)).map(str::to_owned);
        for keyword in schema.inexpressible.iter().cloned().chain(others) {
            let place = schema.place.child(&keyword);
            self.inexpressible.push((place, format!("`{keyword}`")));
        }
    }

    /// Takes the names of members if they are listed; gives the keyword if it says something else.
    fn own_names(&mut self, translator: &Translator<'_>, schema: &Schema) -> Option<&'static str> {
        let id = schema.property_names?;
        let names = translator.document.schema(id);
        let says_little = translator.choices(id).is_empty() && names.all_of.is_empty();
        let is_text = matches!(names.types.as_slice(), [] | [JsonType::String]);
        if !names.enumeration.is_empty() || !says_little {
            self.names.push(Part::Whole(id));
            return None;
        }
        let is_any =
            is_text && names.constraints == Constraints::default() && names.format.is_none();
        (!is_any).then_some("propertyNames")
    }

    fn own_elements(&mut self, translator: &Translator<'_>, schema: &Schema) {
        if schema.items.is_some() || !schema.prefix_items.is_empty() {
            self.elements.push(Elements {
                first: schema.prefix_items.clone(),
                rest: schema.items.filter(|items| !is_false(translator, *items)),
            });
        }
        let least = schema.constraints.min_items.unwrap_or_default();
        self.least_elements = self.least_elements.max(least);
    }

    fn own_docs(&mut self, schema: &Schema) {
        if self.docs.description.is_none() {
            self.docs.description.clone_from(&schema.description);
        }
        if self.docs.title.is_none() && schema.component.is_none() {
            self.docs.title.clone_from(&schema.title);
        }
        self.own_format(schema);
    }

    fn own_format(&mut self, schema: &Schema) {
        let Some(format) = schema.format.as_deref() else {
            return;
        };
        match (self.format.as_deref(), self.formatted_at.clone()) {
            (Some(before), Some(at)) if TextFormat::are_unlike(before, format) => {
                self.unlike_formats = Some((schema.place.clone(), at));
                self.format = None;
                self.docs.format = None;
            }
            (None, None) => {
                self.format.clone_from(&schema.format);
                self.docs.format.clone_from(&schema.format);
                self.formatted_at = Some(schema.place.clone());
            }
            (Some(_) | None, _) => {}
        }
    }

    fn own_types(&mut self, schema: &Schema) {
        let named: Vec<JsonType> = schema
            .types
            .iter()
            .copied()
            .filter(|named| *named != JsonType::Null)
            .collect();
        if named.is_empty() {
            return;
        }
        let Some(before) = self.types.take() else {
            self.types = Some(named);
            self.typed_at = Some(schema.place.clone());
            return;
        };
        let both = intersect(&before, &named);
        if both.is_empty() {
            self.conflict(schema, self.typed_at.clone(), "type");
            self.types = Some(before);
        } else {
            self.types = Some(both);
        }
    }

    fn own_enumeration(&mut self, schema: &Schema) {
        if schema.enumeration.is_empty() {
            return;
        }
        let listed = listed_values(schema);
        let Some(before) = self.enumeration.take() else {
            self.enumeration = Some(listed);
            self.listed_at = Some(schema.place.clone());
            return;
        };
        let others: BTreeSet<String> = listed.iter().map(|other| canonical(&other.value)).collect();
        let both: Vec<EnumValue> = before
            .iter()
            .filter(|value| others.contains(&canonical(&value.value)))
            .cloned()
            .collect();
        if both.is_empty() && !before.is_empty() {
            self.conflict(schema, self.listed_at.clone(), "enum");
            self.enumeration = Some(before);
        } else {
            self.enumeration = Some(both);
        }
    }
}

/// Whether no value fits a schema: it is `false`.
pub(super) fn is_false(translator: &Translator<'_>, id: SchemaId) -> bool {
    let not = translator.document.schema(id).not;
    not.is_some_and(|not| says_nothing(translator.document.schema(not)))
}

/// The values that a schema lists, none twice, `null` apart.
fn listed_values(schema: &Schema) -> Vec<EnumValue> {
    let listed = schema.enumeration.iter();
    listed
        .filter(|listed| !listed.value.is_null())
        .cloned()
        .collect()
}

/// The types that both lists allow; an integer is a number.
fn intersect(left: &[JsonType], right: &[JsonType]) -> Vec<JsonType> {
    let allows = |list: &[JsonType], ty: JsonType| {
        list.contains(&ty) || (ty == JsonType::Integer && list.contains(&JsonType::Number))
    };
    let mut both: Vec<JsonType> = left
        .iter()
        .copied()
        .filter(|ty| allows(right, *ty))
        .collect();
    for ty in right {
        if allows(left, *ty) && !both.contains(ty) {
            both.push(*ty);
        }
    }
    both
}

/// Whether `null` fits a part: by its own word, or by that of everything that it is composed of.
fn is_nullable(translator: &Translator<'_>, part: Part, visited: &mut BTreeSet<Part>) -> bool {
    if !visited.insert(part) {
        return false;
    }
    let (id, choices) = match part {
        Part::Whole(id) => (id, translator.choices(id)),
        Part::Base(id) => (id, Vec::new()),
        Part::Own(id) => return says_null(translator.document.schema(id)),
        Part::Choice(choice) => return any_nullable(translator, choice, visited),
    };
    let schema = translator.document.schema(id);
    if says_null(schema) {
        return true;
    }
    if !schema.types.is_empty() || !schema.enumeration.is_empty() {
        return false;
    }
    let composed = !schema.all_of.is_empty() || !choices.is_empty();
    composed
        && schema
            .all_of
            .iter()
            .all(|member| is_nullable(translator, translator.member(*member), visited))
        && choices
            .iter()
            .all(|choice| any_nullable(translator, *choice, visited))
}

fn any_nullable(translator: &Translator<'_>, choice: Choice, visited: &mut BTreeSet<Part>) -> bool {
    translator
        .alternatives(choice)
        .iter()
        .any(|alternative| is_nullable(translator, Part::Whole(*alternative), visited))
}

/// Whether a schema names `null` among its values itself.
fn says_null(schema: &Schema) -> bool {
    schema.nullable
        || schema.types.contains(&JsonType::Null)
        || is_null(schema)
        || schema
            .enumeration
            .iter()
            .any(|listed| listed.value.is_null())
}
