use super::merge::Merged;
use super::part::Key;
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Origin, Primitive, Shape, TypeId, Union, Variant};
use crate::resolved::JsonType;

impl Translator<'_> {
    /// What the values look like that fit all of what was merged.
    pub(super) fn shape(&mut self, id: TypeId, merged: Merged) -> Shape {
        self.report_inexpressible(&merged);
        if !merged.conflicts.is_empty() {
            return Shape::Any;
        }
        if let Some(values) = &merged.enumeration {
            return self.enumeration(&merged, values);
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

    fn report_inexpressible(&mut self, merged: &Merged) {
        for (place, keyword) in &merged.inexpressible {
            let message = format!("no Rust type expresses `{keyword}`");
            self.report(
                Diagnostic::new(Code::InexpressibleSchema, place.child(keyword), message)
                    .label("the rest of the schema makes the type; this part is not checked"),
            );
        }
        for (place, other, keyword) in &merged.conflicts {
            let message = format!(
                "`allOf` joins schemas of which no value fits both: they differ in `{keyword}`"
            );
            self.report(
                Diagnostic::new(Code::ContradictoryAllOf, place.clone(), message)
                    .label("taken as any JSON")
                    .related(other.clone(), format!("the other `{keyword}`")),
            );
        }
    }

    /// A schema without `type` is what its other keywords speak of.
    fn untyped(&mut self, id: TypeId, merged: Merged) -> Shape {
        if merged.has_members() {
            self.object(id, merged)
        } else if !merged.items.is_empty() {
            self.array(id, merged)
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
            JsonType::String => Shape::Primitive(Primitive::String),
        }
    }

    fn array(&mut self, id: TypeId, merged: Merged) -> Shape {
        let items = if merged.items.is_empty() {
            self.fresh(merged.place, Origin::Items(id), Shape::Any)
        } else {
            self.ty(Key::all(merged.items), Origin::Items(id))
        };
        Shape::Array(items)
    }

    /// `type: [string, integer]` is a union of the schema with each of its types alone.
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
                    docs: Docs::default(),
                }
            })
            .collect();
        Shape::Union(Union {
            variants,
            discriminator: None,
        })
    }
}

fn number(format: Option<&str>) -> Shape {
    Shape::Primitive(match format {
        Some("float") => Primitive::Number32,
        _ => Primitive::Number64,
    })
}

fn integer(format: Option<&str>) -> Shape {
    Shape::Primitive(match format {
        Some("int32") => Primitive::Integer32,
        _ => Primitive::Integer64,
    })
}
