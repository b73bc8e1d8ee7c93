use super::translator::Translator;
use crate::ir::{Primitive, Shape, TypeRef};

/// What the values of a type look like in a text that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing is known of them.
    Any,
    /// Any text.
    Text,
    /// A text that holds something else, such as a number.
    Value,
    /// They have parts or items.
    Parts,
}

impl Translator<'_> {
    pub(super) fn look(&self, mut ty: TypeRef) -> Look {
        // Aliases may go round in a circle.
        for _ in 0..8 {
            match self.shape_of(ty) {
                Some(Shape::Alias(target)) => ty = *target,
                Some(Shape::Primitive(Primitive::String)) => return Look::Text,
                Some(Shape::Primitive(_) | Shape::Enum(_)) => return Look::Value,
                Some(
                    Shape::Array(_)
                    | Shape::Map(_)
                    | Shape::Patterned(_)
                    | Shape::Struct(_)
                    | Shape::Tuple(_)
                    | Shape::Union(_),
                ) => return Look::Parts,
                Some(Shape::Any) | None => return Look::Any,
            }
        }
        Look::Any
    }
}
