use std::collections::BTreeMap;

use super::classes::children;
use super::joined::Joined;
use super::merge::Merged;
use super::part::{Choice, ChoiceKind, Key, Part};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{Docs, Origin, Schemas, Shape, Type, TypeId, TypeRef, XmlNotes};
use crate::resolved::{AdditionalProperties, Document, JsonType, Schema, SchemaId};
use crate::source::Place;

/// Translates the schemas of one document; each type once, whatever number of times it is used.
pub(super) struct Translator<'a> {
    cx: &'a mut Diagnostics,
    pub(super) document: &'a Document,
    types: Vec<Type>,
    known: BTreeMap<Key, TypeRef>,
    /// The types of single schemas.
    single: BTreeMap<SchemaId, TypeRef>,
    pub(super) joined: Joined,
    pub(super) xml: XmlNotes,
    children: BTreeMap<SchemaId, Vec<SchemaId>>,
}

/// Bytes of stack that the translation of one type takes at most, and that are added where there are no more.
const LEAST_STACK: usize = 1 << 17;
const MORE_STACK: usize = 1 << 22;

impl<'a> Translator<'a> {
    pub(super) fn new(cx: &'a mut Diagnostics, document: &'a Document) -> Self {
        Self {
            cx,
            document,
            types: Vec::new(),
            known: BTreeMap::new(),
            single: BTreeMap::new(),
            xml: XmlNotes::default(),
            joined: Joined::within(document.schemas.len()),
            children: children(document),
        }
    }

    /// The types, which schema is which of them, and what is said of them in XML.
    pub(super) fn finish(self) -> (Vec<Type>, Schemas, XmlNotes) {
        let place = |id| self.document.schema(id).place.clone();
        let schemas = Schemas {
            types: self
                .single
                .iter()
                .map(|(id, ty)| (place(*id), *ty))
                .collect(),
            components: self
                .document
                .components
                .iter()
                .map(|(name, id)| (name.clone(), place(*id)))
                .collect(),
            references: self.document.references.clone(),
        };
        (self.types, schemas, self.xml)
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.cx.report(diagnostic);
    }

    /// The schemas that extend a base class with a discriminator.
    pub(super) fn children(&self, base: SchemaId) -> &[SchemaId] {
        self.children.get(&base).map_or(&[], Vec::as_slice)
    }

    /// The type of `key`; it is called after `origin` if it was not known and is no component.
    pub(super) fn ty(&mut self, key: Key, origin: Origin) -> TypeRef {
        let schema = key.single();
        let ty = self.type_of(key, origin);
        if let Some(schema) = schema {
            self.single.insert(schema, ty);
        }
        ty
    }

    fn type_of(&mut self, key: Key, origin: Origin) -> TypeRef {
        let (key, nullable) = self.unwrapped(key);
        if let Some(known) = self.known.get(&key) {
            return TypeRef {
                id: known.id,
                nullable: nullable || known.nullable,
            };
        }
        let merged = self.merged(&key);
        let id = self.begin(&key, origin, &merged);
        let own = TypeRef {
            id,
            nullable: merged.nullable,
        };
        self.known.insert(key.clone(), own);
        // Components refer to components, in chains of any length.
        let shape = stacker::maybe_grow(LEAST_STACK, MORE_STACK, || {
            match self.component_alias(&key) {
                Some(target) => self.alias(id, target),
                None => self.joined_shape(id, &key, merged),
            }
        });
        if let Some(ty) = self.types.get_mut(id.index()) {
            ty.shape = shape;
        }
        TypeRef {
            id,
            nullable: nullable || own.nullable,
        }
    }

    /// The type of a schema as it stands.
    pub(super) fn schema_type(&mut self, id: SchemaId, origin: Origin) -> TypeRef {
        self.ty(Key::of(id), origin)
    }

    /// Takes a place in the list of types before the shape is known, so that a type can contain itself.
    fn begin(&mut self, key: &Key, origin: Origin, merged: &Merged) -> TypeId {
        let component = key
            .single()
            .and_then(|id| self.document.schema(id).component.clone());
        let id = TypeId::new(self.types.len());
        self.types.push(Type {
            place: merged.place.clone(),
            origin: component.map_or(origin, Origin::Component),
            docs: merged.docs.clone(),
            shape: Shape::Any,
        });
        self.note_type(id, key);
        id
    }

    /// The shape of a type; of one that is still being translated: any JSON.
    pub(super) fn shape_of(&self, ty: TypeRef) -> Option<&Shape> {
        self.types.get(ty.id.index()).map(|ty| &ty.shape)
    }

    /// A type of its own for which no schema was written.
    pub(super) fn fresh(&mut self, place: Place, origin: Origin, shape: Shape) -> TypeRef {
        let id = TypeId::new(self.types.len());
        self.types.push(Type {
            place,
            origin,
            docs: Docs::default(),
            shape,
        });
        TypeRef {
            id,
            nullable: false,
        }
    }

    /// Whether a type has a name of its own.
    pub(super) fn has_component_name(&self, ty: TypeRef) -> bool {
        let origin = self.types.get(ty.id.index()).map(|ty| &ty.origin);
        origin.is_some_and(|origin| origin.component().is_some())
    }

    /// Whether a type is the component of this name.
    pub(super) fn is_called(&self, ty: TypeRef, name: &str) -> bool {
        let origin = self.types.get(ty.id.index()).map(|ty| &ty.origin);
        matches!(origin, Some(Origin::Component(own)) if own == name)
    }

    /// Says something of a type of which the description says nothing.
    pub(super) fn describe(&mut self, ty: TypeRef, about: &str) {
        if let Some(ty) = self.types.get_mut(ty.id.index())
            && ty.docs.description.is_none()
            && ty.docs.title.is_none()
        {
            ty.docs.description = Some(about.to_owned());
        }
    }

    /// What the values of a type look like, its other names apart. Of a type that is being translated it is not known.
    pub(super) fn unaliased_shape(&self, ty: TypeRef) -> Option<&Shape> {
        let mut id = ty.id;
        for _ in 0..self.types.len() {
            let shape = &self.types.get(id.index())?.shape;
            let Shape::Alias(target) = shape else {
                return Some(shape);
            };
            id = target.id;
        }
        None
    }

    /// Says what the values of a type look like that was begun without saying it.
    pub(super) fn set_shape(&mut self, ty: TypeRef, shape: Shape) {
        if let Some(ty) = self.types.get_mut(ty.id.index()) {
            ty.shape = shape;
        }
    }

    /// Another name. Whether `null` fits is said where the name is used.
    fn alias(&mut self, id: TypeId, target: Key) -> Shape {
        let target = self.ty(target, Origin::Values(id));
        Shape::Alias(TypeRef {
            nullable: false,
            ..target
        })
    }

    /// What a schema contributes where another names it in `allOf`: a base class contributes its members, not its children.
    pub(super) fn member(&self, id: SchemaId) -> Part {
        if self
            .choices(id)
            .iter()
            .any(|choice| choice.kind == ChoiceKind::Children)
        {
            Part::Base(id)
        } else {
            Part::Whole(id)
        }
    }

    /// Whether alternatives differ in more than in which members must be there: then they are types.
    fn tells_types(&self, alternatives: &[SchemaId]) -> bool {
        !alternatives
            .iter()
            .all(|alternative| requires_only(self.document.schema(*alternative)))
    }

    /// The keywords whose alternatives are conditions on the members of one type and no types.
    pub(super) fn conditions(&self, id: SchemaId) -> impl Iterator<Item = &'static str> {
        let schema = self.document.schema(id);
        [("oneOf", &schema.one_of), ("anyOf", &schema.any_of)]
            .into_iter()
            .filter(|(_, list)| !list.is_empty() && !self.tells_types(list))
            .map(|(keyword, _)| keyword)
    }

    /// The lists of alternatives of a schema.
    pub(super) fn choices(&self, id: SchemaId) -> Vec<Choice> {
        let schema = self.document.schema(id);
        let listed = [
            (ChoiceKind::OneOf, self.tells_types(&schema.one_of)),
            (ChoiceKind::AnyOf, self.tells_types(&schema.any_of)),
        ];
        let mut choices: Vec<Choice> = listed
            .iter()
            .filter(|(_, there)| *there)
            .map(|(kind, _)| Choice {
                schema: id,
                kind: *kind,
            })
            .collect();
        if choices.is_empty() && schema.discriminator.is_some() && !self.children(id).is_empty() {
            choices.push(Choice {
                schema: id,
                kind: ChoiceKind::Children,
            });
        }
        choices
    }

    /// The alternatives of one list.
    pub(super) fn alternatives(&self, choice: Choice) -> Vec<SchemaId> {
        let schema = self.document.schema(choice.schema);
        match choice.kind {
            ChoiceKind::OneOf => schema.one_of.clone(),
            ChoiceKind::AnyOf => schema.any_of.clone(),
            ChoiceKind::Children => self.children(choice.schema).to_vec(),
        }
    }

    /// What the description says of a schema where it is used.
    pub(super) fn docs(&self, id: SchemaId) -> Docs {
        docs(self.document.schema(id))
    }
}

/// What the description says of a schema.
pub(super) fn docs(schema: &Schema) -> Docs {
    Docs {
        title: schema.title.clone(),
        description: schema.description.clone(),
        example: schema.example.clone(),
        default: schema.default.clone(),
        deprecated: schema.deprecated,
        constraints: schema.constraints.clone(),
        format: schema.format.clone(),
    }
}

/// Whether `null` is the only value.
pub(super) fn is_null(schema: &Schema) -> bool {
    let only_type = schema.types.as_slice() == [JsonType::Null];
    let only_value = !schema.enumeration.is_empty()
        && schema
            .enumeration
            .iter()
            .all(|listed| listed.value.is_null());
    only_type || only_value
}

/// Whether a schema says which members must be there, and nothing else.
fn requires_only(schema: &Schema) -> bool {
    let composed = [&schema.all_of, &schema.one_of, &schema.any_of];
    !schema.required.is_empty()
        && schema.component.is_none()
        && matches!(schema.types.as_slice(), [] | [JsonType::Object])
        && composed.iter().all(|list| list.is_empty())
        && is_bare(&Schema {
            required: Vec::new(),
            ..schema.clone()
        })
}

/// Whether a schema says nothing of values itself, JSON types and what it is composed of apart.
pub(super) fn is_bare(schema: &Schema) -> bool {
    schema.enumeration.is_empty()
        && schema.properties.is_empty()
        && schema.required.is_empty()
        && matches!(
            schema.additional_properties,
            AdditionalProperties::Unsaid | AdditionalProperties::Any | AdditionalProperties::None
        )
        && schema.items.is_none()
        && schema.prefix_items.is_empty()
        && schema.pattern_properties.is_empty()
        && schema.discriminator.is_none()
        && schema.inexpressible.is_empty()
        && schema.not.is_none()
}

/// Whether every value fits a schema.
pub(super) fn says_nothing(schema: &Schema) -> bool {
    let composed = [&schema.all_of, &schema.one_of, &schema.any_of];
    schema.types.is_empty() && is_bare(schema) && composed.iter().all(|list| list.is_empty())
}
