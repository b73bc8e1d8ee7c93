use super::docs;
use super::items::{Items, unknown};
use crate::ir::{self, EnumValue, TypeId};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Enum, EnumKind, EnumVariant};
use crate::source::whole_number;

/// More strings than this are looked up in their order: a `match` on strings compares one after the other, and costs
/// whoever compiles it more than a list of them.
const MANY: usize = 64;

impl Items<'_> {
    pub(super) fn enumeration(
        &self,
        id: TypeId,
        ident: Ident,
        docs: Vec<String>,
        shape: &ir::Enum,
    ) -> Enum {
        let mut scope = Scope::new(Case::Variant);
        let idents = variant_idents(&mut scope, shape);
        let variants = (shape.values.iter().zip(idents)).map(|(listed, ident)| EnumVariant {
            ident,
            docs: docs::of_value(listed),
            deprecated: listed.deprecated,
            value: listed.value.clone(),
        });
        Enum {
            ident,
            docs,
            deprecated: self.api().ty(id).docs.deprecated,
            kind: kind(shape),
            variants: variants.collect(),
            unknown: unknown(&mut scope),
            is_key: self.keys.contains(&id),
        }
    }
}

/// The names of the values of an enumeration, in their order.
pub(super) fn variant_idents(scope: &mut Scope, shape: &ir::Enum) -> Vec<Ident> {
    let wanted: Vec<String> = shape.values.iter().map(value_name).collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    scope.claim_all(&wanted)
}

/// What a listed value is called: as an extension names it, else as it is written.
fn value_name(listed: &EnumValue) -> String {
    if let Some(name) = &listed.name {
        return name.clone();
    }
    match (listed.value.as_str(), whole_number(&listed.value)) {
        (Some(text), _) => text.to_owned(),
        (None, Some(whole)) => whole.to_string(),
        (None, None) => listed.value.to_string(),
    }
}

fn kind(shape: &ir::Enum) -> EnumKind {
    let mut values = shape.values.iter().map(|listed| &listed.value);
    if values.clone().all(serde_json::Value::is_string) {
        match values.count() > MANY {
            true => EnumKind::Texts,
            false => EnumKind::Text,
        }
    } else if values.all(|value| whole_number(value).is_some()) {
        EnumKind::Integer
    } else {
        EnumKind::Json
    }
}
