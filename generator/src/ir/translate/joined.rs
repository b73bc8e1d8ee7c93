use super::merge::Merged;
use super::part::Key;
use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Shape, TypeId};

/// How many types were made that several schemas describe together, and how many are being made within each other.
///
/// Schemas that refer to each other in circles of different lengths have more such types than there are atoms.
#[derive(Debug)]
pub(super) struct Joined {
    open: usize,
    made: usize,
    most: usize,
}

/// How many joined types can hold each other.
const DEEPEST: usize = 64;

/// How many joined types every description can have, and how many more for each of its schemas.
const MOST: usize = 4_000;
const MORE: usize = 10;

impl Joined {
    pub(super) fn within(schemas: usize) -> Self {
        Self {
            open: 0,
            made: 0,
            most: MOST + MORE * schemas,
        }
    }
}

impl Translator<'_> {
    /// The shape of a type; of one that is joined of too many schemas, any JSON, with a report.
    pub(super) fn joined_shape(&mut self, id: TypeId, key: &Key, merged: Merged) -> Shape {
        if key.parts.len() == 1 {
            return self.shape(id, merged);
        }
        if self.joined.open >= DEEPEST || self.joined.made >= self.joined.most {
            let message = "the schemas that are joined here lead to ever more that are joined";
            let diagnostic = Diagnostic::new(Code::TooDeep, merged.place, message);
            self.report(diagnostic.label("taken as any JSON"));
            return Shape::Any;
        }
        self.joined.open += 1;
        self.joined.made += 1;
        let shape = self.shape(id, merged);
        self.joined.open -= 1;
        shape
    }
}
