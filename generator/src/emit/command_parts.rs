use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::command::whole;
use super::tokens::{ident, text};
use crate::plan::{PartKind, Parts};

/// How the parts of a body are taken from those that are given.
///
/// ```text
/// {
///     let mut given = input.parts()?;
///     let mut parts = crate::pets::upload::UploadParts::new(given.file(0, "file")?);
///     if let Some(value) = given.optional::<String>(1, "note")? {
///         parts = parts.with_note(value);
///     }
///     given.further(parts)?
/// }
/// ```
pub(super) fn parts(of: &Parts, path: &TokenStream) -> TokenStream {
    let place = |place: usize| Literal::usize_unsuffixed(place);
    let fields = || of.fields.iter().enumerate();
    let required = fields().filter(|(_, field)| field.required);
    let required = required.map(|(index, field)| {
        let (place, name) = (place(index), text(&field.wire_name));
        match &field.kind {
            PartKind::File => quote!(given.file(#place, #name)?),
            PartKind::Files => quote!(given.files(#place, #name)?),
            PartKind::Value(of) => {
                let ty = whole(of);
                quote!(given.value::<#ty>(#place, #name)?)
            }
        }
    });
    let optional = fields().filter(|(_, field)| !field.required);
    let setters = optional.map(|(index, field)| {
        let (place, name) = (place(index), text(&field.wire_name));
        let setter = ident(&field.setter);
        let given = match &field.kind {
            PartKind::Files => {
                return quote!(parts = parts.#setter(given.files(#place, #name)?););
            }
            PartKind::File => quote!(given.optional_file(#place, #name)?),
            PartKind::Value(of) => {
                let ty = whole(of);
                quote!(given.optional::<#ty>(#place, #name)?)
            }
        };
        quote! {
            if let ::std::option::Option::Some(value) = #given {
                parts = parts.#setter(value);
            }
        }
    });
    let setters: Vec<TokenStream> = setters.collect();
    let mutable = (!setters.is_empty()).then(|| quote!(mut));
    let taking = (!of.fields.is_empty()).then(|| quote!(mut));
    quote!({
        let #taking given = input.parts()?;
        let #mutable parts = #path::new(#(#required),*);
        #(#setters)*
        given.further(parts)?
    })
}
