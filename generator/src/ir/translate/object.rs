use super::merge::Merged;
use super::part::{Key, Part};
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{Additional, Docs, Field, Map, Origin, Presence, Shape, Struct, TypeId, XmlUse};
use crate::resolved::SchemaId;

impl Translator<'_> {
    /// An object with named members is a struct; one without is a map.
    pub(super) fn object(&mut self, id: TypeId, merged: Merged) -> Shape {
        if merged.properties.is_empty() && merged.required.is_empty() {
            return self.map(id, &merged);
        }
        let mut fields: Vec<Field> = Vec::with_capacity(merged.properties.len());
        for (name, parts) in &merged.properties {
            fields.push(self.field(id, name, parts.clone(), merged.required.contains_key(name)));
        }
        for (name, by) in &merged.required {
            if !merged.properties.contains_key(name) {
                self.report_undeclared(name, *by, &merged);
                fields.push(self.undeclared(id, name, &merged));
            }
        }
        let additional = self.additional(id, &merged);
        Shape::Struct(Struct { fields, additional })
    }

    fn map(&mut self, id: TypeId, merged: &Merged) -> Shape {
        let values = match self.additional(id, merged) {
            Additional::Kept => {
                let place = merged.place.clone();
                self.fresh(place, Origin::Values(id), Shape::Any)
            }
            Additional::Typed(values) => values,
            Additional::Patterned(values) => return Shape::Patterned(values),
        };
        let keys = (!merged.names.is_empty()).then(|| Key::all(merged.names.clone()));
        let keys = keys.map(|keys| self.ty(keys, Origin::Keys(id)));
        Shape::Map(Map {
            values,
            keys: keys.filter(|keys| {
                self.listed_strings(*keys)
                    .is_some_and(|listed| !listed.is_empty())
            }),
        })
    }

    /// The members that have no names: those that fit a regular expression, and the others.
    fn additional(&mut self, id: TypeId, merged: &Merged) -> Additional {
        self.note_use(id, XmlUse::Values, &merged.additional);
        let others = (!merged.additional.is_empty()).then(|| Key::all(merged.additional.clone()));
        let mut keys: Vec<Key> = Vec::new();
        let patterns = merged
            .patterns
            .values()
            .map(|parts| Key::all(parts.clone()));
        for key in patterns.chain(others.clone()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        match (keys.as_slice(), others) {
            ([], _) => Additional::Kept,
            ([only], None) => Additional::Patterned(self.ty(only.clone(), Origin::Values(id))),
            ([only], Some(_)) => Additional::Typed(self.ty(only.clone(), Origin::Values(id))),
            (several, _) => {
                self.report_patterns(merged);
                Additional::Typed(self.one_of_keys(Origin::Values(id), merged, several))
            }
        }
    }

    /// Which pattern a name fits is not looked at: values are told apart by what they are.
    fn report_patterns(&mut self, merged: &Merged) {
        let place = merged.place.child("patternProperties");
        let message = "the names of members are not checked against several patterns";
        self.report(
            Diagnostic::new(Code::UncheckedKeyword, place, message)
                .label("a value has the type that fits it, whatever its name is"),
        );
    }

    fn field(&mut self, id: TypeId, name: &str, parts: Vec<Part>, required: bool) -> Field {
        let described = self.described(&parts).into_iter();
        let schemas = described.map(|id| self.document.schema(id));
        let (read_only, write_only) = schemas.fold((false, false), |(read, write), schema| {
            (read || schema.read_only, write || schema.write_only)
        });
        let docs = self.part_docs(&parts);
        self.note_use(id, XmlUse::Member(name.to_owned()), &parts);
        Field {
            wire_name: name.to_owned(),
            presence: if required {
                Presence::Required
            } else {
                Presence::Optional
            },
            ty: self.ty(Key::all(parts), Origin::Property(id, name.to_owned())),
            read_only,
            write_only,
            docs,
        }
    }

    fn report_undeclared(&mut self, name: &str, by: SchemaId, merged: &Merged) {
        if !merged.additional.is_empty() {
            return;
        }
        let place = self.document.schema(by).place.child("required");
        let message = format!("`{name}` is required, and no property describes it");
        let diagnostic = Diagnostic::new(Code::UndeclaredProperty, place, message);
        let diagnostic = diagnostic.label("taken as any JSON");
        let known = merged.properties.keys().map(String::as_str);
        self.report(match suggest(name, known) {
            Some(near) => diagnostic.help(format!("there is `{near}`")),
            None => diagnostic,
        });
    }

    /// A member that must be there although nothing else is said of it.
    fn undeclared(&mut self, id: TypeId, name: &str, merged: &Merged) -> Field {
        Field {
            wire_name: name.to_owned(),
            presence: Presence::Required,
            ty: match merged.additional.as_slice() {
                [] => self.fresh(
                    merged.place.clone(),
                    Origin::Property(id, name.to_owned()),
                    Shape::Any,
                ),
                parts => self.ty(
                    Key::all(parts.to_vec()),
                    Origin::Property(id, name.to_owned()),
                ),
            },
            read_only: false,
            write_only: false,
            docs: Docs::default(),
        }
    }

    /// What the last part says where a member is described more than once: the nearest to where it is used.
    pub(super) fn part_docs(&self, parts: &[Part]) -> Docs {
        let described = self.described(parts).into_iter().rev();
        let mut all = described.map(|id| self.docs(id));
        let mut docs = all.next().unwrap_or_default();
        for other in all {
            docs.description = docs.description.or(other.description);
            docs.default = docs.default.or(other.default);
            docs.example = docs.example.or(other.example);
            docs.deprecated |= other.deprecated;
        }
        docs
    }
}
