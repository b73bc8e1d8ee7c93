use super::translator::Translator;
use crate::ir::{Primitive, TypeRef, Variant};
use crate::terms::{IntegerFormat, NumberFormat};

impl Translator<'_> {
    /// Alternatives that are the same type are one, and so are those of which one holds all values of the other.
    pub(super) fn without_twins(&self, variants: Vec<Variant>) -> Vec<Variant> {
        let mut distinct: Vec<Variant> = Vec::with_capacity(variants.len());
        for variant in variants {
            let both = distinct
                .iter_mut()
                .find_map(|known| Some((self.wider(known.ty, variant.ty)?, known)));
            match both {
                Some((ty, known)) => {
                    known.ty = ty;
                    known
                        .discriminator_values
                        .extend(variant.discriminator_values);
                    known.is_default |= variant.is_default;
                }
                None => distinct.push(variant),
            }
        }
        distinct
    }

    /// The one of two types that holds all values of the other, if there is one.
    fn wider(&self, left: TypeRef, right: TypeRef) -> Option<TypeRef> {
        if left.id == right.id {
            return Some(left);
        }
        let (one, other) = (self.primitive(left)?, self.primitive(right)?);
        if holds(one, other) {
            Some(left)
        } else if holds(other, one) {
            Some(right)
        } else {
            None
        }
    }

    fn primitive(&self, ty: TypeRef) -> Option<Primitive> {
        self.shape_of(ty)?.as_primitive()
    }
}

/// Whether all values of one type are values of another: any text is a string, and 64 bits hold what 32 do.
fn holds(wide: Primitive, narrow: Primitive) -> bool {
    match (wide, narrow) {
        (Primitive::String, Primitive::Text(_)) => true,
        (
            Primitive::Number(NumberFormat::Double | NumberFormat::Exact),
            Primitive::Number(NumberFormat::Single),
        )
        | (Primitive::Number(NumberFormat::Exact), Primitive::Number(NumberFormat::Double)) => true,
        (
            Primitive::Integer(IntegerFormat::Width { bits, signed }),
            Primitive::Integer(IntegerFormat::Width {
                bits: narrower,
                signed: also,
            }),
        ) => match (signed, also) {
            (true, true) | (false, false) => bits >= narrower,
            (true, false) => bits > narrower,
            (false, true) => false,
        },
        (
            Primitive::Boolean
            | Primitive::Integer(_)
            | Primitive::Number(_)
            | Primitive::String
            | Primitive::Text(_),
            _,
        ) => wide == narrow,
    }
}
