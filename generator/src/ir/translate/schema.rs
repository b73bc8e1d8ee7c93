use super::enumeration::lists_containers;
use super::merge::Merged;
use super::part::{Key, Part};
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Docs, Item, Origin, Presence, Primitive, Shape, Tuple, TypeId, TypeRef, Union, Variant, XmlUse,
};
use crate::resolved::JsonType;
use crate::source::Place;
use crate::terms::{IntegerFormat, NumberFormat, TextFormat};

impl Translator<'_> {
    /// What the values look like that fit all of what was merged.
    pub(super) fn shape(&mut self, id: TypeId, merged: Merged) -> Shape {
        let mut unchecked = merged.inexpressible.clone();
        if merged.enumeration.as_deref().is_some_and(lists_containers) {
            let what = "a list of arrays or objects".to_owned();
            unchecked.push((merged.place.child("enum"), what));
        }
        self.report_conflicts(&merged);
        let shape = self.checked_shape(id, merged);
        self.report_inexpressible(&unchecked, matches!(shape, Shape::Any));
        shape
    }

    fn checked_shape(&mut self, id: TypeId, mut merged: Merged) -> Shape {
        if !merged.conflicts.is_empty() {
            return Shape::Any;
        }
        if let Some(values) = merged
            .enumeration
            .take_if(|values| !lists_containers(values))
        {
            return self.enumeration(&merged, &values);
        }
        if !merged.choices.is_empty() {
            return self.union(id, merged);
        }
        match merged.types.as_deref() {
            None => self.untyped(id, merged),
            Some([single]) => self.typed(id, *single, merged),
            Some([JsonType::Integer, JsonType::Number] | [JsonType::Number, JsonType::Integer]) => {
                number(merged.format.as_deref())
            }
            Some(types) => self.several_types(id, types, &merged),
        }
    }

    /// What no type expresses: notes where the others make a type, and warnings where nothing else is said.
    fn report_inexpressible(&mut self, said: &[(Place, String)], is_any: bool) {
        let (code, label) = match is_any {
            true => (Code::InexpressibleSchema, "taken as any JSON"),
            false => (
                Code::UncheckedKeyword,
                "the rest of the schema makes the type; this part is not checked",
            ),
        };
        for (place, what) in said {
            let message = format!("no Rust type expresses {what}");
            self.report(Diagnostic::new(code, place.clone(), message).label(label));
        }
    }

    fn report_conflicts(&mut self, merged: &Merged) {
        for (place, other, keyword) in &merged.conflicts {
            self.report_conflict(place, other, keyword, "taken as any JSON");
        }
        if let Some((place, other)) = &merged.unlike_formats {
            self.report_conflict(place, other, "format", "taken as if none had a `format`");
        }
    }

    fn report_conflict(
        &mut self,
        place: &Place,
        other: &Place,
        keyword: &str,
        label: &'static str,
    ) {
        let message = format!(
            "`allOf` joins schemas of which no value fits both: they differ in `{keyword}`"
        );
        self.report(
            Diagnostic::new(Code::ContradictoryAllOf, place.child(keyword), message)
                .label(label)
                .related(other.child(keyword), format!("the other `{keyword}`")),
        );
    }

    /// A schema without `type` is what its other keywords speak of.
    ///
    /// Next to nobody leaves it out of an array, and some of those who do so send something else: an array, or anything.
    fn untyped(&mut self, id: TypeId, merged: Merged) -> Shape {
        if merged.has_members() {
            self.object(id, merged)
        } else if !merged.elements.is_empty() {
            self.several_types(id, &[JsonType::Array], &merged)
        } else {
            Shape::Any
        }
    }

    fn typed(&mut self, id: TypeId, ty: JsonType, merged: Merged) -> Shape {
        match ty {
            JsonType::Null => Shape::Any,
            JsonType::Boolean => Shape::Primitive(Primitive::Boolean),
            JsonType::Object => self.object(id, merged),
            JsonType::Array => self.array(id, merged),
            JsonType::Number => number(merged.format.as_deref()),
            JsonType::Integer => integer(merged.format.as_deref()),
            JsonType::String => text(merged.format.as_deref()),
        }
    }

    fn array(&mut self, id: TypeId, merged: Merged) -> Shape {
        let places = merged.elements.iter().map(|said| said.first.len()).max();
        if let Some(places) = places.filter(|places| *places > 0) {
            return self.tuple(id, places, &merged);
        }
        let items = self.rest(id, &merged);
        Shape::Array(match items {
            Some(items) => items,
            None => self.fresh(merged.place, Origin::Items(id), Shape::Any),
        })
    }

    /// An array whose first elements have a schema each (JSON Schema 2020-12 core §10.3.1.1).
    fn tuple(&mut self, id: TypeId, places: usize, merged: &Merged) -> Shape {
        let mut items = Vec::with_capacity(places);
        for index in 0..places {
            let said = merged.elements.iter();
            let parts: Vec<Part> = said
                .filter_map(|said| said.first.get(index).copied().or(said.rest))
                .map(Part::Whole)
                .collect();
            self.note_use(id, XmlUse::ItemAt(index), &parts);
            let required = u64::try_from(index).is_ok_and(|index| index < merged.least_elements);
            items.push(Item {
                presence: match required {
                    true => Presence::Required,
                    false => Presence::Optional,
                },
                docs: self.part_docs(&parts),
                ty: self.ty(Key::all(parts), Origin::ItemAt(id, index)),
            });
        }
        let rest = self.rest(id, merged);
        Shape::Tuple(Tuple { items, rest })
    }

    /// The type of the elements that have no place of their own, if anything is said of them.
    fn rest(&mut self, id: TypeId, merged: &Merged) -> Option<TypeRef> {
        let parts: Vec<Part> = merged
            .elements
            .iter()
            .filter_map(|said| said.rest.map(Part::Whole))
            .collect();
        self.note_use(id, XmlUse::Items, &parts);
        (!parts.is_empty()).then(|| self.ty(Key::all(parts), Origin::Items(id)))
    }

    /// `type: [string, integer]` is a union of the schema with each of its types alone, which keeps what is of none.
    fn several_types(&mut self, id: TypeId, types: &[JsonType], merged: &Merged) -> Shape {
        let variants = types
            .iter()
            .enumerate()
            .map(|(index, ty)| {
                let key = Key {
                    parts: merged.bases.clone(),
                    only: Some(*ty),
                };
                Variant {
                    ty: self.ty(key, Origin::Variant(id, index)),
                    discriminator_values: Vec::new(),
                    is_default: false,
                    docs: Docs::default(),
                }
            })
            .collect();
        Shape::Union(Union {
            variants,
            discriminator: None,
            shared: Vec::new(),
        })
    }
}

fn number(format: Option<&str>) -> Shape {
    Shape::Primitive(Primitive::Number(NumberFormat::of(format)))
}

fn integer(format: Option<&str>) -> Shape {
    Shape::Primitive(Primitive::Integer(IntegerFormat::of(format)))
}

fn text(format: Option<&str>) -> Shape {
    let held = format.and_then(TextFormat::of);
    Shape::Primitive(held.map_or(Primitive::String, Primitive::Text))
}
