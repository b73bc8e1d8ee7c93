use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, Visibility};

/// What a user sees of emitted Rust: its public types and the signatures of their functions, without documentation.
pub(super) fn surface(text: &str) -> String {
    let file = syn::parse_file(text).expect("emitted Rust parses");
    let seen: Vec<String> = file.items.into_iter().filter_map(seen).collect();
    seen.join("\n")
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the items of Rust are not our list"
)]
fn seen(item: Item) -> Option<String> {
    match item {
        Item::Struct(mut item) => {
            item.attrs.retain(is_derive);
            if let Fields::Named(fields) = &mut item.fields {
                let all = std::mem::take(&mut fields.named).into_iter();
                let public = all.filter(|field| is_public(&field.vis));
                fields.named = public.map(without_attributes).collect();
            }
            Some(pretty(&item))
        }
        Item::Enum(mut item) => {
            item.attrs.retain(is_derive);
            item.variants
                .iter_mut()
                .for_each(|variant| variant.attrs.clear());
            Some(pretty(&item))
        }
        Item::Type(mut item) => {
            item.attrs.clear();
            Some(pretty(&item))
        }
        Item::Macro(item) if item.mac.path.is_ident("variant") => {
            let said = one_line(&item.mac.tokens);
            Some(format!("variant: {said}"))
        }
        Item::Impl(item) if item.trait_.is_none() => {
            Some(functions(&item)).filter(|text| !text.is_empty())
        }
        _ => None,
    }
}

fn without_attributes(field: syn::Field) -> syn::Field {
    let attrs = Vec::new();
    syn::Field { attrs, ..field }
}

/// The signatures of the public functions, one a line; those that every struct has are left out.
fn functions(item: &ItemImpl) -> String {
    let name = one_line(&item.self_ty);
    item.items
        .iter()
        .filter_map(public_function)
        .filter(|signature| !is_of_every_struct(&signature.ident.to_string()))
        .map(|signature| format!("{name}: {}\n", one_line(signature)))
        .collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the items of Rust are not our list"
)]
fn public_function(item: &ImplItem) -> Option<&syn::Signature> {
    match item {
        ImplItem::Fn(function) if is_public(&function.vis) => Some(&function.sig),
        _ => None,
    }
}

fn is_of_every_struct(name: &str) -> bool {
    ["unknown_fields", "unknown_fields_mut"].contains(&name)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_derive(attribute: &Attribute) -> bool {
    attribute.path().is_ident("derive")
}

fn pretty(item: &impl ToTokens) -> String {
    let file = syn::parse_file(&short(item)).expect("an item without paths is an item");
    prettyplease::unparse(&file)
}

/// Tokens without the paths that emitted code writes everywhere.
fn short(tokens: &impl ToTokens) -> String {
    const PATHS: [&str; 6] = ["boxed", "convert", "option", "result", "string", "vec"];
    let text = tokens.to_token_stream().to_string();
    PATHS.iter().fold(text, |text, path| {
        text.replace(&format!(":: std :: {path} :: "), "")
    })
}

/// Tokens without the spaces that separate them.
fn one_line(tokens: &impl ToTokens) -> String {
    const SPACES: [(&str, &str); 12] = [
        (" :: ", "::"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" :", ":"),
        ("& ", "&"),
        (",)", ")"),
        (",>", ">"),
    ];
    let text = short(tokens).replace("->", "→");
    let text = SPACES
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to));
    text.replace('→', "->")
}
