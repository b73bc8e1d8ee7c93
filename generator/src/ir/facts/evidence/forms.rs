use super::kinds::kinds;
use super::leaves::Leaf;
use super::records::Kind;
use crate::ir::{Api, Primitive};
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
    match api.ty(leaf.ty.id).shape.as_primitive()? {
        Primitive::Text(format) => has_form(format).then_some(format),
        Primitive::Boolean | Primitive::Integer(_) | Primitive::Number(_) | Primitive::String => {
            None
        }
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
