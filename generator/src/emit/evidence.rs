use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tokens::text;
use crate::plan::{Constant, Distinction, Evidence, Kind, Tagged};
use crate::terms::TextFormat;

/// `VARIANTS`: what tells the variants of a union apart, as static data of the runtime.
pub(super) fn distinction(of: &Distinction) -> TokenStream {
    let is_weighed = |told: &Evidence| told.tagged != Tagged::Always;
    let (mut constants, mut variants) = if of.variants.iter().any(is_weighed) {
        let told = of.variants.iter().map(evidence);
        let constants = quote!(const TOLD: &[json::Evidence] = &[#(#told),*];);
        (constants, quote!(json::Variants::new(TOLD)))
    } else {
        (TokenStream::new(), quote!(json::Variants::new(&[])))
    };
    if let Some(tags) = &of.tags {
        let property = text(&tags.property);
        let values = tags.values.iter().map(|(value, index)| {
            let (value, index) = (text(value), Literal::usize_unsuffixed(*index));
            quote!((#value, #index))
        });
        constants.extend(quote!(const TAGS: &[(&str, usize)] = &[#(#values),*];));
        variants.extend(quote!(.tagged(#property, TAGS)));
    }
    if let Some(default) = of.default {
        let default = Literal::usize_unsuffixed(default);
        variants.extend(quote!(.or_else(#default)));
    }
    quote! {
        #constants
        static VARIANTS: json::Variants = #variants;
    }
}

/// What tells the values of a variant from those of the others.
fn evidence(of: &Evidence) -> TokenStream {
    if !of.any_of.is_empty() {
        let any_of = of.any_of.iter().map(evidence);
        return quote!(json::Evidence::any_of(&[#(#any_of),*]));
    }
    let mut tokens = kinds(of);
    match of.tagged {
        Tagged::No => {}
        Tagged::Optional => tokens.extend(quote!(.tagged())),
        Tagged::Always => return quote!(json::Evidence::TAGGED),
    }
    if !of.listed.is_empty() {
        let listed = of.listed.iter().map(constant);
        tokens.extend(quote!(.listed(&[#(#listed),*])));
    }
    tokens.extend(of.form.map(form));
    members(of, &mut tokens);
    if !of.prefix.is_empty() {
        let least = Literal::usize_unsuffixed(of.least);
        let prefix = of.prefix.iter().map(evidence);
        tokens.extend(quote!(.prefix(&[#(#prefix),*], #least)));
    }
    if let Some(items) = &of.items {
        let items = evidence(items);
        tokens.extend(quote!(.items(&#items)));
    }
    tokens
}

fn form(of: TextFormat) -> TokenStream {
    let name = match of {
        TextFormat::DateTime => quote!(date_time),
        TextFormat::Date => quote!(date),
        TextFormat::Time => quote!(time),
        TextFormat::Duration => quote!(duration),
        TextFormat::HttpDate => quote!(http_date),
        TextFormat::Uuid => quote!(uuid),
        TextFormat::Uri => quote!(uri),
        TextFormat::Ip => quote!(ip),
        TextFormat::Decimal => quote!(decimal),
        TextFormat::Base64 | TextFormat::Base64Url | TextFormat::Binary | TextFormat::Password => {
            return TokenStream::new();
        }
    };
    quote!(.form(json::forms::#name))
}

/// What tells of the members of objects.
fn members(of: &Evidence, tokens: &mut TokenStream) {
    if !of.required.is_empty() {
        let names = of.required.iter().map(|name| text(name));
        tokens.extend(quote!(.required(&[#(#names),*])));
    }
    if !of.known.is_empty() {
        let names = of.known.iter().map(|name| text(name));
        tokens.extend(quote!(.known(&[#(#names),*])));
    }
    if !of.values.is_empty() {
        let values = of.values.iter().map(|(name, value)| {
            let (name, value) = (text(name), evidence(value));
            quote!((#name, #value))
        });
        tokens.extend(quote!(.values(&[#(#values),*])));
    }
    if let Some(others) = &of.others {
        let others = evidence(others);
        tokens.extend(quote!(.others(&#others)));
    }
}

fn kinds(of: &Evidence) -> TokenStream {
    let kinds: Vec<Kind> = of.kinds.iter().copied().collect();
    match kinds.as_slice() {
        [Kind::Boolean] => return quote!(json::Evidence::BOOLEAN),
        [Kind::Integer] => return quote!(json::Evidence::INTEGER),
        [Kind::Number] => return quote!(json::Evidence::NUMBER),
        [Kind::String] => return quote!(json::Evidence::STRING),
        [Kind::Array] => return quote!(json::Evidence::ARRAY),
        [Kind::Object] => return quote!(json::Evidence::OBJECT),
        _ => {}
    }
    if kinds.len() == 7 {
        return quote!(json::Evidence::new(json::Kinds::ANY));
    }
    let mut kinds = kinds.iter().map(|kind| match kind {
        Kind::Null => quote!(json::Kinds::NULL),
        Kind::Boolean => quote!(json::Kinds::BOOLEAN),
        Kind::Integer => quote!(json::Kinds::INTEGER),
        Kind::Number => quote!(json::Kinds::NUMBER),
        Kind::String => quote!(json::Kinds::STRING),
        Kind::Array => quote!(json::Kinds::ARRAY),
        Kind::Object => quote!(json::Kinds::OBJECT),
    });
    let first = kinds.next().unwrap_or_else(|| quote!(json::Kinds::ANY));
    quote!(json::Evidence::new(#first #(.or(#kinds))*))
}

fn constant(of: &Constant) -> TokenStream {
    match of {
        Constant::Text(value) => {
            let value = text(value);
            quote!(json::Constant::Text(#value))
        }
        Constant::Integer(value) => {
            let digits = Literal::u64_unsuffixed(value.unsigned_abs());
            if *value < 0 {
                quote!(json::Constant::Integer(-#digits))
            } else {
                quote!(json::Constant::Integer(#digits))
            }
        }
        Constant::Boolean(value) => quote!(json::Constant::Boolean(#value)),
    }
}
