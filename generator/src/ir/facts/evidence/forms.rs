use super::kinds::kinds;
use super::leaves::Leaf;
use super::records::Kind;
use crate::ir::{Api, Primitive, Shape};
use crate::terms::TextFormat;

/// What the strings of leaves hold, where several have strings and not all hold the same.
pub(super) fn forms(api: &Api, leaves: &[Leaf]) -> Vec<Option<TextFormat>> {
    let forms: Vec<Option<TextFormat>> = leaves.iter().map(|leaf| form(api, *leaf)).collect();
    let strings = leaves.iter().zip(&forms);
    let mut strings = strings.filter(|(leaf, _)| kinds(api, leaf.ty).contains(&Kind::String));
    let first = strings.next();
    let differs = strings.any(|(_, form)| first.is_some_and(|(_, first)| first != form));
    match differs {
        true => forms,
        false => vec![None; leaves.len()],
    }
}

fn form(api: &Api, leaf: Leaf) -> Option<TextFormat> {
    match api.ty(leaf.ty.id).shape {
        Shape::Primitive(Primitive::Text(format)) => has_form(format).then_some(format),
        Shape::Primitive(
            Primitive::Boolean | Primitive::Integer(_) | Primitive::Number(_) | Primitive::String,
        )
        | Shape::Any
        | Shape::Array(_)
        | Shape::Map(_)
        | Shape::Patterned(_)
        | Shape::Tuple(_)
        | Shape::Alias(_)
        | Shape::Struct(_)
        | Shape::Enum(_)
        | Shape::Union(_) => None,
    }
}

/// Whether a glance at a text tells that it holds this; bytes and secrets look like anything.
fn has_form(format: TextFormat) -> bool {
    match format {
        TextFormat::DateTime
        | TextFormat::Date
        | TextFormat::Time
        | TextFormat::Duration
        | TextFormat::HttpDate
        | TextFormat::Uuid
        | TextFormat::Uri
        | TextFormat::Ip
        | TextFormat::Decimal => true,
        TextFormat::Base64 | TextFormat::Base64Url | TextFormat::Binary | TextFormat::Password => {
            false
        }
    }
}
