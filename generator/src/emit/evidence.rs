use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::text;
use crate::plan::{Constant, Evidence, Kind};

/// What tells the values of a variant from those of the others, as static data of the runtime.
pub(super) fn evidence(of: &Evidence) -> TokenStream {
    let kinds = kinds(of);
    let mut tokens = quote!(json::Evidence::new(#kinds));
    if !of.texts.is_empty() {
        let texts = of.texts.iter().map(|value| text(value));
        tokens.extend(quote!(.texts(&[#(#texts),*])));
    }
    if !of.constants.is_empty() {
        let constants = of.constants.iter().map(|(name, values)| {
            let (name, values) = (text(name), values.iter().map(constant));
            quote!((#name, &[#(#values),*]))
        });
        tokens.extend(quote!(.constants(&[#(#constants),*])));
    }
    if !of.required.is_empty() {
        let names = of.required.iter().map(|name| text(name));
        tokens.extend(quote!(.required(&[#(#names),*])));
    }
    if !of.known.is_empty() {
        let names = of.known.iter().map(|name| text(name));
        tokens.extend(quote!(.known(&[#(#names),*])));
    }
    if !of.prefix.is_empty() {
        let least = proc_macro2::Literal::usize_unsuffixed(of.least);
        let prefix = of.prefix.iter().map(evidence);
        tokens.extend(quote!(.prefix(&[#(#prefix),*], #least)));
    }
    if let Some(items) = &of.items {
        let items = evidence(items);
        tokens.extend(quote!(.items(&#items)));
    }
    tokens
}

fn kinds(of: &Evidence) -> TokenStream {
    let mut kinds = of.kinds.iter().map(|kind| match kind {
        Kind::Null => quote!(json::Kinds::NULL),
        Kind::Boolean => quote!(json::Kinds::BOOLEAN),
        Kind::Integer => quote!(json::Kinds::INTEGER),
        Kind::Number => quote!(json::Kinds::NUMBER),
        Kind::String => quote!(json::Kinds::STRING),
        Kind::Array => quote!(json::Kinds::ARRAY),
        Kind::Object => quote!(json::Kinds::OBJECT),
    });
    let first = kinds.next().unwrap_or_else(|| quote!(json::Kinds::ANY));
    quote!(#first #(.or(#kinds))*)
}

fn constant(of: &Constant) -> TokenStream {
    match of {
        Constant::Text(value) => {
            let value = text(value);
            quote!(json::Constant::Text(#value))
        }
        Constant::Integer(value) => {
            let digits = proc_macro2::Literal::u64_unsuffixed(value.unsigned_abs());
            if *value < 0 {
                quote!(json::Constant::Integer(-#digits))
            } else {
                quote!(json::Constant::Integer(#digits))
            }
        }
        Constant::Boolean(value) => quote!(json::Constant::Boolean(#value)),
    }
}
