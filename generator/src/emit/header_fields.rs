use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{docs, ident, text, ty};
use crate::plan::{HeaderField, HeaderFields, HeaderForm, Module};

/// ```text
/// pub struct GetPetHeaders {
///     pub x_rate_limit: Option<i64>,
/// }
///
/// impl DeclaredHeaders for GetPetHeaders {
///     fn read(fields: &HeaderFields<'_>) -> Result<Self, HeaderError> {
///         Ok(Self { x_rate_limit: fields.optional("X-Rate-Limit", HeaderForm::Value)? })
///     }
/// }
/// ```
pub(super) fn header_fields(of: &HeaderFields, module: &Module) -> TokenStream {
    let (name, about) = (ident(&of.ident), docs(&of.docs));
    let fields = of.fields.iter().map(|field| {
        let (name, about) = (ident(&field.ident), docs(&field.docs));
        let ty = match field.form {
            HeaderForm::Cookies => quote!(::std::vec::Vec<crate::runtime::HeaderValue>),
            HeaderForm::Value
            | HeaderForm::List
            | HeaderForm::Object
            | HeaderForm::Members
            | HeaderForm::Json => ty(&field.declared(), module),
        };
        quote!(#about pub #name: #ty)
    });
    let read = of.fields.iter().map(|field| {
        let (name, read) = (ident(&field.ident), read(field));
        quote!(#name: #read)
    });
    quote! {
        #about
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }

        impl crate::runtime::answer::DeclaredHeaders for #name {
            fn read(
                fields: &crate::runtime::answer::HeaderFields<'_>,
            ) -> ::std::result::Result<Self, crate::runtime::answer::HeaderError> {
                ::std::result::Result::Ok(Self { #(#read,)* })
            }
        }
    }
}

fn read(field: &HeaderField) -> TokenStream {
    let wire_name = text(&field.wire_name);
    let form = match field.form {
        HeaderForm::Value => quote!(Value),
        HeaderForm::List => quote!(List),
        HeaderForm::Object => quote!(Object),
        HeaderForm::Members => quote!(Members),
        HeaderForm::Json => quote!(Json),
        HeaderForm::Cookies => return quote!(fields.cookies()),
    };
    let form = quote!(crate::runtime::answer::HeaderForm::#form);
    match field.required {
        true => quote!(fields.required(#wire_name, #form)?),
        false => quote!(fields.optional(#wire_name, #form)?),
    }
}
