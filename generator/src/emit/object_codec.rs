use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::lints;
use super::tokens::{ident, text, touching_deprecated};
use crate::plan::{Field, FieldKind, Struct};

/// How a struct is read from a JSON object. A struct that needs no value is filled in place:
///
/// ```text
/// impl Decode for Settings {
///     fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
///         let mut value = Self::new();
///         reader.object(
///             "Settings",
///             &mut [Place::Optional("name", &mut value.name)],
///             &mut value.unknown_fields,
///         )?;
///         Ok(value)
///     }
/// }
/// ```
///
/// The members of any other are read into variables first:
///
/// ```text
///         let mut id = None;
///         let mut unknown_fields = UnknownFields::default();
///         let start = reader.object(
///             "Product",
///             &mut [Place::Required("id", &mut id)],
///             &mut unknown_fields,
///         )?;
///         let Some(id) = id else {
///             return Err(reader.incomplete(start));
///         };
///         Ok(Self { id, unknown_fields })
/// ```
pub(super) fn decode(item: &Struct) -> TokenStream {
    let name = ident(&item.ident);
    let body = if item.traits.default {
        in_place(item)
    } else {
        by_variables(item)
    };
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));
    let odd = lints::placeholders(item.fields.iter().map(|field| &field.variable));
    quote! {
        #old
        #odd
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                #body
            }
        }
    }
}

fn in_place(item: &Struct) -> TokenStream {
    let rest = rest(item);
    let read = read(item, &quote!(value.#rest), |field| {
        let name = ident(&field.ident);
        quote!(value.#name)
    });
    quote! {
        let mut value = Self::new();
        #read
        ::std::result::Result::Ok(value)
    }
}

fn by_variables(item: &Struct) -> TokenStream {
    let rest = rest(item);
    let variables = item.fields.iter().map(|field| {
        let name = ident(&field.variable);
        match field.kind {
            FieldKind::Required | FieldKind::Optional => {
                quote!(let mut #name = ::std::option::Option::None;)
            }
            FieldKind::Nullable => quote!(let mut #name = json::Nullable::Absent;),
        }
    });
    let empty = match &item.additional {
        None => quote!(json::UnknownFields::default()),
        Some(_) => quote!(json::OpenMap::default()),
    };
    let read = read(item, &rest.to_token_stream(), |field| {
        ident(&field.variable).into_token_stream()
    });
    let values = item.fields.iter().map(|field| {
        let (name, variable) = (ident(&field.ident), ident(&field.variable));
        if name == variable {
            quote!(#name)
        } else {
            quote!(#name: #variable)
        }
    });
    let required = required(item);
    let start = (!required.is_empty()).then(|| quote!(let start =));
    quote! {
        #(#variables)*
        let mut #rest = #empty;
        #start #read
        #required
        ::std::result::Result::Ok(Self { #(#values,)* #rest })
    }
}

/// Takes the values of the required members out of their variables.
fn required(item: &Struct) -> TokenStream {
    let required = item
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required);
    let names: Vec<Ident> = required.map(|field| ident(&field.variable)).collect();
    let (pattern, value) = match names.as_slice() {
        [] => return TokenStream::new(),
        [name] => (quote!(::std::option::Option::Some(#name)), quote!(#name)),
        names => (
            quote!((#(::std::option::Option::Some(#names)),*)),
            quote!((#(#names),*)),
        ),
    };
    quote! {
        let #pattern = #value else {
            return ::std::result::Result::Err(reader.incomplete(start));
        };
    }
}

/// Reads the members; `place` says where the value of a field belongs, `rest` where those without one do.
fn read(item: &Struct, rest: &TokenStream, place: impl Fn(&Field) -> TokenStream) -> TokenStream {
    let label = text(item.ident.unraw());
    let places = item.fields.iter().map(|field| {
        let (wire, place) = (text(&field.wire_name), place(field));
        match field.kind {
            FieldKind::Required => quote!(json::Place::Required(#wire, &mut #place)),
            FieldKind::Optional | FieldKind::Nullable => {
                quote!(json::Place::Optional(#wire, &mut #place))
            }
        }
    });
    quote!(reader.object(#label, &mut [#(#places),*], &mut #rest)?;)
}

/// The field of the members that have none.
fn rest(item: &Struct) -> Ident {
    ident(
        item.additional
            .as_ref()
            .map_or(&item.unknown_fields, |map| &map.ident),
    )
}

/// How a struct is written as a JSON object.
///
/// ```text
/// impl Encode for Product {
///     fn encode(&self, writer: &mut Writer) {
///         writer.object(
///             &[
///                 Member::Required("id", &self.id),
///                 Member::Optional("name", &self.name),
///             ],
///             &self.unknown_fields,
///         );
///     }
/// }
/// ```
pub(super) fn encode(item: &Struct) -> TokenStream {
    let (name, rest) = (ident(&item.ident), rest(item));
    let members = item.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.ident), text(&field.wire_name));
        let kind = match field.kind {
            FieldKind::Required => quote!(Required),
            FieldKind::Optional | FieldKind::Nullable if field.read_only => quote!(ReadOnly),
            FieldKind::Optional | FieldKind::Nullable => quote!(Optional),
        };
        quote!(json::Member::#kind(#wire, &self.#name))
    });
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));

    quote! {
        #old
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                writer.object(&[#(#members),*], &self.#rest);
            }
        }
    }
}
