use syn::{Field, Fields, ItemEnum, ItemStruct, Type, parse_quote};

use super::Manner;
use super::coding::Codings;

/// Gives a struct serde's derives, with the names that its codec has.
pub(super) fn derive_struct(item: &mut ItemStruct, codings: &Codings, manner: Manner) {
    let Some(members) = codings.structs.get(&item.ident.to_string()) else {
        return;
    };
    item.attrs
        .push(parse_quote!(#[derive(::serde::Serialize, ::serde::Deserialize)]));
    if matches!(item.fields, Fields::Unnamed(_)) {
        item.attrs.push(parse_quote!(#[serde(transparent)]));
        return;
    }
    for field in &mut item.fields {
        let Some(name) = field.ident.as_ref().map(ToString::to_string) else {
            continue;
        };
        match members.named.get(&name) {
            Some(wire) => name_field(field, name.trim_start_matches("r#"), wire),
            None if members.rest.as_deref() != Some(name.as_str()) => {}
            None if manner == Manner::Lossy && is_unknown(&field.ty) => {
                field.attrs.push(parse_quote!(#[serde(skip)]));
            }
            None => field.attrs.push(parse_quote!(#[serde(flatten)])),
        }
    }
}

fn name_field(field: &mut Field, name: &str, wire: &str) {
    if name != wire {
        field.attrs.push(parse_quote!(#[serde(rename = #wire)]));
    }
    match last_name(&field.ty).as_deref() {
        Some("Option") => field
            .attrs
            .push(parse_quote!(#[serde(skip_serializing_if = "::std::option::Option::is_none")])),
        Some("Nullable") => field.attrs.push(
            parse_quote!(#[serde(default, skip_serializing_if = "crate::runtime::json::Nullable::is_absent")]),
        ),
        Some(_) | None => {}
    }
}

fn is_unknown(ty: &Type) -> bool {
    last_name(ty).as_deref() == Some("UnknownFields")
}

/// The last name of the path of a type.
pub(super) fn last_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// Gives an enum serde's derives: one of strings has the listed texts, any other is chosen by trying each variant.
pub(super) fn derive_enum(item: &mut ItemEnum, codings: &Codings, manner: Manner) {
    item.attrs
        .push(parse_quote!(#[derive(::serde::Serialize, ::serde::Deserialize)]));
    let Some(texts) = codings.enums.get(&item.ident.to_string()) else {
        item.attrs.push(parse_quote!(#[serde(untagged)]));
        return;
    };
    for variant in &mut item.variants {
        match texts.get(&variant.ident.to_string()) {
            Some(wire) => variant.attrs.push(parse_quote!(#[serde(rename = #wire)])),
            None if manner == Manner::Lossy => {
                variant.attrs.push(parse_quote!(#[serde(other)]));
                variant.fields = Fields::Unit;
            }
            None => variant.attrs.push(parse_quote!(#[serde(untagged)])),
        }
    }
}
