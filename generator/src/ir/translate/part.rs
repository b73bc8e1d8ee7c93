use crate::resolved::{JsonType, SchemaId};

/// A share that one schema has in a type. A type is the intersection of its parts: a value fits all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    /// Everything that the schema says.
    Whole(SchemaId),
    /// What the schema says apart from its alternatives.
    Base(SchemaId),
    /// What the schema says itself, apart from its alternatives and from what it is composed of.
    Own(SchemaId),
    /// One list of alternatives of the schema and nothing else of it.
    Choice(Choice),
}

/// One list of alternatives of a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Choice {
    /// Whose alternatives.
    pub(super) schema: SchemaId,
    /// Which list.
    pub(super) kind: ChoiceKind,
}

/// Where a schema lists alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum ChoiceKind {
    /// In `oneOf`.
    OneOf,
    /// In `anyOf`.
    AnyOf,
    /// In the schemas that name a base class with a discriminator in their `allOf`.
    Children,
}

/// What makes two uses the same type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    /// The intersection; never empty.
    pub(super) parts: Vec<Part>,
    /// Only the values of this JSON type.
    pub(super) only: Option<JsonType>,
}

impl Key {
    /// The type that one schema describes.
    pub(super) fn of(id: SchemaId) -> Self {
        Self::all(vec![Part::Whole(id)])
    }

    /// The intersection of parts, none of them twice.
    pub(super) fn all(parts: Vec<Part>) -> Self {
        let mut distinct: Vec<Part> = Vec::with_capacity(parts.len());
        for part in parts {
            if !distinct.contains(&part) {
                distinct.push(part);
            }
        }
        Self {
            parts: distinct,
            only: None,
        }
    }

    /// The schema, if the type is all that one schema says.
    pub(super) fn single(&self) -> Option<SchemaId> {
        match (self.parts.as_slice(), self.only) {
            ([Part::Whole(id)], None) => Some(*id),
            _ => None,
        }
    }
}
