use super::translator::Translator;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Additional, Form, FormField, Origin, Payload, Serialization, Shape, TypeRef};
use crate::resolved;

/// How deep variants of a form are looked into that are unions themselves.
const MAX_UNIONS: u8 = 8;

/// Forms: names with values (OAS 3.1 §4.8.15).
impl Translator<'_> {
    /// What a form holds. One that is described as a text is given as a whole.
    pub(super) fn url_form(&mut self, content: &resolved::Content, origin: Origin) -> Payload {
        let ty = match content.schema {
            Some(schema) => self.schema_type(schema, origin),
            None => self.fresh(content.place.clone(), origin, Shape::Any),
        };
        if let Some(Shape::Primitive(_) | Shape::Enum(_)) = self.unaliased_shape(ty) {
            return Payload::Text;
        }
        for (name, encoding) in &content.encoding {
            self.check_member(ty, name, encoding);
        }
        let fields = content.encoding.iter().filter_map(|(name, encoding)| {
            Some(FormField {
                wire_name: name.clone(),
                serialization: serialization(encoding)?,
            })
        });
        Payload::Form(Form {
            ty,
            fields: fields.collect(),
        })
    }

    /// Reports an encoding of a member that there is not.
    pub(super) fn check_member(&mut self, of: TypeRef, name: &str, encoding: &resolved::Encoding) {
        if self.can_have(of, name, MAX_UNIONS) {
            return;
        }
        let message = format!("the body has no `{name}` that could be written so");
        self.report(
            Diagnostic::new(Code::IgnoredEncoding, encoding.place.clone(), message)
                .label("ignored, as the standard asks for"),
        );
    }

    /// Whether values of a type can have a member of a name, as far as that is known.
    fn can_have(&self, ty: TypeRef, name: &str, depth: u8) -> bool {
        let shape = self.unaliased_shape(ty);
        if let Some(union) = shape.and_then(Shape::as_union) {
            let mut variants = union.variants.iter();
            return depth == 0
                || variants.any(|variant| self.can_have(variant.ty, name, depth - 1));
        }
        shape.and_then(Shape::as_struct).is_none_or(|shape| {
            shape.additional != Additional::Kept
                || shape.fields.iter().any(|field| field.wire_name == name)
        })
    }
}

/// How a member of a form is written of which more is said than that it is a text.
fn serialization(encoding: &resolved::Encoding) -> Option<Serialization> {
    if encoding.style.is_some() {
        return encoding.style.clone();
    }
    let first = encoding.media_types.first()?;
    first
        .is_json()
        .then(|| Serialization::Content(first.clone()))
}
