use super::classes::inherited;
use super::merge::Merged;
use super::part::{Choice, ChoiceKind, Key, Part};
use super::translator::{Translator, docs, is_null};
use crate::ir::{Docs, Enum, EnumValue, Origin, Primitive, Shape, TypeId, TypeRef, Union, Variant};
use crate::naming::words;
use crate::resolved::{Discriminator, SchemaId};

/// One alternative of a union before its type is known.
struct Alternative {
    part: Part,
    discriminator_values: Vec<String>,
    is_default: bool,
    docs: Docs,
}

impl Translator<'_> {
    /// A value that fits one of several alternatives, and everything that was said beside them.
    pub(super) fn union(&mut self, id: TypeId, merged: Merged) -> Shape {
        let Some((choice, others)) = merged.choices.split_first() else {
            return Shape::Any;
        };
        let discriminator = self.discriminator_of(*choice, others, &merged);
        let mut alternatives = self.distinct_alternatives(*choice, discriminator.as_ref());
        if others.is_empty()
            && let Some(values) = self.listed_one_by_one(&alternatives)
        {
            return self.enumeration(&merged, &values);
        }
        let mut beside: Vec<Part> = if *choice == self.children_choice(choice.schema) {
            // A child names its base class itself.
            Vec::new()
        } else {
            self.bases_with_content(&merged)
        };
        let is_class = *choice == self.children_choice(choice.schema);
        let shared: Vec<String> = match is_class || !beside.is_empty() {
            true => merged.properties.keys().cloned().collect(),
            false => Vec::new(),
        };
        beside.extend(others.iter().map(|other| Part::Choice(*other)));
        // `type: string` beside patterns of which a text fits one.
        let typed = match merged.types.as_deref() {
            Some([_]) => merged.bases.clone(),
            Some(_) | None => Vec::new(),
        };
        if is_class {
            alternatives.push(self.base_itself(choice.schema, discriminator.as_ref()));
        }
        let variants: Vec<Variant> = alternatives
            .into_iter()
            .enumerate()
            .map(|(index, alternative)| {
                let is_typed_beside = beside.is_empty() && self.is_untyped(alternative.part);
                let beside = if is_typed_beside { &typed } else { &beside };
                self.variant(id, index, alternative, beside)
            })
            .collect();
        let discriminator = discriminator.map(|discriminator| discriminator.property);
        self.folded(Union {
            variants: self.without_twins(variants),
            discriminator,
            shared,
        })
    }

    /// A base class without what any of its children adds: what a value is that names none of them.
    fn base_itself(&self, base: SchemaId, discriminator: Option<&Discriminator>) -> Alternative {
        let about =
            "A value of the base class itself, or of a class that the description does not name.";
        Alternative {
            part: Part::Base(base),
            discriminator_values: self.discriminator_values(base, discriminator),
            is_default: discriminator.is_none_or(|by| by.default.is_none()),
            docs: Docs {
                title: Some("Base".to_owned()),
                description: Some(about.to_owned()),
                ..Docs::default()
            },
        }
    }

    /// What tells the alternatives of a list apart: what stands beside it, else what all alternatives inherit.
    fn discriminator_of(
        &self,
        choice: Choice,
        others: &[Choice],
        merged: &Merged,
    ) -> Option<Discriminator> {
        let said = |choice: &Choice| self.document.schema(choice.schema).discriminator.as_ref();
        let merged = merged.discriminator.as_ref();
        let of_another = others
            .iter()
            .any(|other| said(other).is_some() && said(other) == merged);
        let own = said(&choice).or(merged.filter(|_| !of_another));
        own.cloned().or_else(|| {
            let alternatives = self.alternatives(choice);
            inherited(self.document, &alternatives).cloned()
        })
    }

    /// Alternatives of which each lists one value are the values of one enumeration, and their titles its names
    /// (OAS 3.1 §4.8.24.6, annotated enumerations).
    fn listed_one_by_one(&self, alternatives: &[Alternative]) -> Option<Vec<EnumValue>> {
        let values = alternatives.iter().map(|alternative| {
            let Part::Whole(id) = alternative.part else {
                return None;
            };
            let schema = self.document.schema(id);
            let plain = schema.component.is_none()
                && schema.properties.is_empty()
                && schema.all_of.is_empty()
                && self.choices(id).is_empty();
            match schema.enumeration.as_slice() {
                [EnumValue { value, .. }] if plain && !value.is_array() && !value.is_object() => {
                    Some(EnumValue {
                        value: value.clone(),
                        name: schema.title.clone().filter(|title| is_name(title)),
                        description: schema.description.clone().or_else(|| schema.title.clone()),
                        deprecated: schema.deprecated,
                    })
                }
                _ => None,
            }
        });
        let values: Vec<EnumValue> = values.collect::<Option<_>>()?;
        let distinct = |(index, listed): (usize, &EnumValue)| {
            let before = values.get(..index).unwrap_or_default();
            before.iter().all(|other| other.value != listed.value)
        };
        (values.len() > 1 && values.iter().enumerate().all(distinct)).then_some(values)
    }

    fn children_choice(&self, schema: SchemaId) -> Choice {
        Choice {
            schema,
            kind: ChoiceKind::Children,
        }
    }

    /// The parts beside the alternatives that say anything of values.
    fn bases_with_content(&self, merged: &Merged) -> Vec<Part> {
        if !merged.has_members() && merged.elements.is_empty() {
            return Vec::new();
        }
        merged.bases.clone()
    }

    /// The alternatives, `null` apart, inline lists of alternatives inside of them flattened.
    fn distinct_alternatives(
        &self,
        choice: Choice,
        discriminator: Option<&Discriminator>,
    ) -> Vec<Alternative> {
        let mut flat = Vec::new();
        self.flatten(choice, &mut Vec::new(), &mut flat);
        let mut alternatives: Vec<Alternative> = Vec::new();
        for schema in flat {
            let part = Part::Whole(schema);
            if !alternatives.iter().any(|known| known.part == part) {
                alternatives.push(Alternative {
                    part,
                    discriminator_values: self.discriminator_values(schema, discriminator),
                    is_default: discriminator.is_some_and(|by| by.default == Some(schema)),
                    docs: docs(self.document.schema(schema)),
                });
            }
        }
        alternatives
    }

    fn flatten(&self, choice: Choice, path: &mut Vec<Choice>, flat: &mut Vec<SchemaId>) {
        if path.contains(&choice) {
            return;
        }
        path.push(choice);
        for alternative in self.alternatives(choice) {
            let schema = self.document.schema(alternative);
            if is_null(schema) {
                continue;
            }
            match self.choices(alternative).as_slice() {
                [inner] if schema.component.is_none() && self.says_only_choice(alternative) => {
                    self.flatten(*inner, path, flat);
                }
                _ => flat.push(alternative),
            }
        }
        path.pop();
    }

    /// Whether an inline schema is a list of alternatives and nothing else.
    fn says_only_choice(&self, id: SchemaId) -> bool {
        let merged = Merged::of(self, &Key::all(vec![Part::Base(id)]));
        !merged.has_members()
            && merged.types.is_none()
            && merged.enumeration.is_none()
            && merged.discriminator.is_none()
    }

    /// The values of the discriminator that name a schema: those of the mapping, and its component's name (OAS 3.1
    /// §4.8.25) unless that names another one.
    fn discriminator_values(
        &self,
        schema: SchemaId,
        discriminator: Option<&Discriminator>,
    ) -> Vec<String> {
        let Some(discriminator) = discriminator else {
            return Vec::new();
        };
        let mapping = discriminator.mapping.iter();
        let of_schema =
            mapping.filter(|(_, target)| self.original(**target) == self.original(schema));
        let mut values: Vec<String> = of_schema.map(|(value, _)| value.clone()).collect();
        let name = self.document.schema(schema).component.iter();
        values.extend(
            name.filter(|name| !discriminator.mapping.contains_key(*name))
                .cloned(),
        );
        values
    }

    /// The schema that a second name of it stands for.
    fn original(&self, id: SchemaId) -> SchemaId {
        let mut current = id;
        // A ring of names was reported when it was resolved; the bound keeps this loop finite all the same.
        for _ in 0..self.document.schemas.len() {
            let schema = self.document.schema(current);
            match schema.all_of.as_slice() {
                [target] if schema.is_alias => current = *target,
                _ => break,
            }
        }
        current
    }

    /// Whether an alternative leaves it to what stands beside it of which JSON type values are.
    fn is_untyped(&self, part: Part) -> bool {
        let Part::Whole(id) = part else {
            return false;
        };
        if self.document.schema(id).component.is_some() {
            return false;
        }
        let merged = Merged::of(self, &Key::of(id));
        merged.types.is_none()
            && merged.enumeration.is_none()
            && merged.choices.is_empty()
            && merged.elements.is_empty()
            && !merged.has_members()
    }

    fn variant(
        &mut self,
        id: TypeId,
        index: usize,
        alternative: Alternative,
        beside: &[Part],
    ) -> Variant {
        let mut parts = beside.to_vec();
        parts.push(alternative.part);
        let ty = self.ty(Key::all(parts), Origin::Variant(id, index));
        Variant {
            // `null` is a value of the whole union.
            ty: TypeRef {
                nullable: false,
                ..ty
            },
            discriminator_values: alternative.discriminator_values,
            is_default: alternative.is_default,
            docs: alternative.docs,
        }
    }

    /// A value of one of several types, of which no list of alternatives was written.
    pub(super) fn one_of_keys(&mut self, origin: Origin, merged: &Merged, keys: &[Key]) -> TypeRef {
        let union = self.fresh(merged.place.clone(), origin, Shape::Any);
        let mut nullable = false;
        let mut variants = Vec::with_capacity(keys.len());
        for (index, key) in keys.iter().enumerate() {
            let ty = self.ty(key.clone(), Origin::Variant(union.id, index));
            nullable |= ty.nullable;
            variants.push(Variant {
                ty: TypeRef {
                    nullable: false,
                    ..ty
                },
                discriminator_values: Vec::new(),
                is_default: false,
                docs: Docs::default(),
            });
        }
        let shape = self.folded(Union {
            variants: self.without_twins(variants),
            discriminator: None,
            shared: Vec::new(),
        });
        self.set_shape(union, shape);
        TypeRef { nullable, ..union }
    }

    /// What is left of a union when its alternatives are known: listed strings and any string are one open enum.
    ///
    /// A discriminator says that there can be others one day, even where there is only one alternative.
    fn folded(&self, union: Union) -> Shape {
        if let ([only], None) = (union.variants.as_slice(), &union.discriminator) {
            return Shape::Alias(TypeRef {
                nullable: false,
                ..only.ty
            });
        }
        let lists: Option<Vec<&[EnumValue]>> = union
            .variants
            .iter()
            .map(|variant| self.listed_strings(variant.ty))
            .collect();
        match lists.map(|lists| lists.concat()) {
            Some(values) if !values.is_empty() => {
                let mut distinct: Vec<EnumValue> = Vec::with_capacity(values.len());
                for value in values {
                    if !distinct.iter().any(|known| known.value == value.value) {
                        distinct.push(value);
                    }
                }
                Shape::Enum(Enum { values: distinct })
            }
            Some(_) | None => Shape::Union(union),
        }
    }

    /// The strings that an alternative lists; none, if it is any string; `None`, if it is not a string.
    pub(super) fn listed_strings(&self, ty: TypeRef) -> Option<&[EnumValue]> {
        match self.shape_of(ty)? {
            Shape::Enum(listed) if listed.values.iter().all(|value| value.value.is_string()) => {
                Some(&listed.values)
            }
            Shape::Primitive(Primitive::String) => Some(&[]),
            Shape::Primitive(_)
            | Shape::Enum(_)
            | Shape::Any
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Tuple(_)
            | Shape::Alias(_)
            | Shape::Struct(_)
            | Shape::Union(_) => None,
        }
    }
}

/// Whether a title names something rather than telling of it.
fn is_name(title: &str) -> bool {
    (1..=MOST_WORDS).contains(&words(title).len())
}

/// How many words a name has at most.
const MOST_WORDS: usize = 4;
