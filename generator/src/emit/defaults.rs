use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lints;
use super::structure::member_link;
use super::tokens::{deprecated, ident, ty};
use crate::plan::{DefaultValue, Field, Module};

/// The value of a field, or what it is for the server where it is absent.
///
/// ```text
///     pub fn limit_or_default(&self) -> i64 {
///         self.limit.unwrap_or(20)
///     }
/// ```
pub(super) fn default(field: &Field, module: &Module) -> Option<TokenStream> {
    let default = field.default.as_ref()?;
    let (name, method, old) = (
        ident(&field.ident),
        ident(&default.ident),
        deprecated(field.deprecated),
    );
    let ty = ty(&field.ty, module);
    let about = default_docs(field, &default.value, &ty);
    let (ty, value) = match &default.value {
        DefaultValue::Bool(value) => (ty, quote!(self.#name.unwrap_or(#value))),
        DefaultValue::Integer(value) => {
            let value = number(Literal::u128_unsuffixed(value.unsigned_abs()), *value < 0);
            (ty, quote!(self.#name.unwrap_or(#value)))
        }
        DefaultValue::Float(value) => {
            let negative = value.is_sign_negative();
            let value = number(Literal::f64_unsuffixed(value.abs()), negative);
            (ty, quote!(self.#name.unwrap_or(#value)))
        }
        DefaultValue::Text(value) => (
            quote!(&str),
            quote!(self.#name.as_deref().unwrap_or(#value)),
        ),
        DefaultValue::Variant(variant, _) => {
            let variant = ident(variant);
            (
                quote!(&#ty),
                quote!(self.#name.as_ref().unwrap_or(&#ty::#variant)),
            )
        }
    };
    let odd = lints::constants(&default.value);
    Some(quote! {
        #[doc = #about]
        #old
        #odd
        pub fn #method(&self) -> #ty {
            #value
        }
    })
}

fn default_docs(field: &Field, default: &DefaultValue, ty: &TokenStream) -> String {
    let what = match default {
        DefaultValue::Variant(variant, _) => {
            let path = ty.to_string().replace(' ', "");
            format!("[`{0}`]({path}::{0}), which", variant.as_str())
        }
        DefaultValue::Bool(_)
        | DefaultValue::Integer(_)
        | DefaultValue::Float(_)
        | DefaultValue::Text(_) => "what".to_owned(),
    };
    let name = member_link(&field.ident);
    format!(" {name}, or {what} it is for the server where it is absent.")
}

fn number(digits: Literal, negative: bool) -> TokenStream {
    match negative {
        true => quote!(-#digits),
        false => quote!(#digits),
    }
}
