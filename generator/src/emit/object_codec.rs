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
///         let mut members = |reader: &mut Reader<'_>, key: &str| match key {
///             "name" => reader.set_optional(key, &mut value.name, &mut value.unknown_fields),
///             _ => reader.keep(key, &mut value.unknown_fields),
///         };
///         reader.object("Settings", &mut members)?;
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
///         let mut members = |reader: &mut Reader<'_>, key: &str| match key {
///             "id" => reader.set_some(&mut id),
///             _ => reader.keep(key, &mut unknown_fields),
///         };
///         let start = reader.object("Product", &mut members)?;
///         let Some(id) = id else {
///             return Err(reader.incomplete(start, &["id"]));
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
    let label = text(item.ident.unraw());
    let members = members(
        item,
        |field| {
            let name = ident(&field.ident);
            quote!(value.#name)
        },
        &{
            let rest = rest(item);
            quote!(value.#rest)
        },
    );
    quote! {
        let mut value = Self::new();
        #members
        reader.object(#label, &mut members)?;
        ::std::result::Result::Ok(value)
    }
}

fn by_variables(item: &Struct) -> TokenStream {
    let (label, rest) = (text(item.ident.unraw()), rest(item));
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
    let members = members(
        item,
        |field| ident(&field.variable).into_token_stream(),
        &rest.to_token_stream(),
    );
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
        #members
        #start reader.object(#label, &mut members)?;
        #required
        ::std::result::Result::Ok(Self { #(#values,)* #rest })
    }
}

/// Takes the values of the required members out of their variables.
fn required(item: &Struct) -> TokenStream {
    let required = || {
        item.fields
            .iter()
            .filter(|field| field.kind == FieldKind::Required)
    };
    let names: Vec<Ident> = required().map(|field| ident(&field.variable)).collect();
    let wire = required().map(|field| text(&field.wire_name));
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
            return ::std::result::Result::Err(reader.incomplete(start, &[#(#wire),*]));
        };
    }
}

/// Says how the members are read; `place` says where the value of a field belongs, `rest` where those without one do.
fn members(
    item: &Struct,
    place: impl Fn(&Field) -> TokenStream,
    rest: &TokenStream,
) -> TokenStream {
    let (other, kept) = match &item.additional {
        None => (quote!(reader.keep(key, &mut #rest)), quote!(&mut #rest)),
        Some(_) => (
            quote!(reader.insert_fitting(key, &mut #rest)),
            quote!(#rest.unknown_fields_mut()),
        ),
    };
    let arms = item.fields.iter().map(|field| {
        let wire = text(&field.wire_name);
        let read = read(field, &place(field), &kept);
        quote!(#wire => #read)
    });
    let read = if item.fields.is_empty() {
        other
    } else {
        quote!(match key { #(#arms,)* _ => #other, })
    };
    quote!(let mut members = |reader: &mut json::Reader<'_>, key: &str| #read;)
}

/// Reads the value of a member that has a field; `kept` is where a `null` goes that its type does not allow.
fn read(field: &Field, place: &TokenStream, kept: &TokenStream) -> TokenStream {
    match field.kind {
        FieldKind::Required => quote!(reader.set_some(&mut #place)),
        FieldKind::Optional => quote!(reader.set_optional(key, &mut #place, #kept)),
        FieldKind::Nullable => quote!(reader.set(&mut #place)),
    }
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
pub(super) fn encode(item: &Struct) -> TokenStream {
    let name = ident(&item.ident);
    let fields = item.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.ident), text(&field.wire_name));
        match field.kind {
            FieldKind::Required => quote!(writer.field(#wire, &self.#name);),
            FieldKind::Optional | FieldKind::Nullable if field.read_only => {
                quote!(writer.read_only(#wire, &self.#name);)
            }
            FieldKind::Optional | FieldKind::Nullable => {
                quote!(writer.optional(#wire, &self.#name);)
            }
        }
    });
    let rest = match &item.additional {
        Some(map) => {
            let name = ident(&map.ident);
            quote!(self.#name.write(writer);)
        }
        None => {
            let name = ident(&item.unknown_fields);
            quote!(writer.unknown_fields(&self.#name);)
        }
    };
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));

    quote! {
        #old
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                writer.begin_object();
                #(#fields)*
                #rest
                writer.end_object();
            }
        }
    }
}
