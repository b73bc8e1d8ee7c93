use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::structure::{Constructor, derives, new, setter};
use super::tokens::{docs, ident, ty};
use crate::plan::{Field, FieldKind, Module, RustType, Tuple};

/// The most items of which the standard library makes tuples that can be compared.
const MAX_TUPLE: usize = 12;

/// A struct of the items of an array, with its constructor, setters, conversion and codecs.
pub(super) fn tuple(item: &Tuple, module: &Module) -> Vec<TokenStream> {
    let mut tokens = vec![declaration(item, module), methods(item, module)];
    tokens.extend(conversion(item, module));
    tokens.extend([decode(item), encode(item)]);
    tokens
}

/// ```text
/// pub struct Span {
///     pub item0: String,
///     pub item1: Option<i64>,
///     further_items: Vec<Json>,
/// }
/// ```
fn declaration(item: &Tuple, module: &Module) -> TokenStream {
    let (name, about) = (ident(&item.ident), docs(&item.docs));
    let derives = derives(item.traits);
    let fields = item.fields.iter().map(|field| {
        let (name, about) = (ident(&field.ident), docs(&field.docs));
        let ty = ty(&field.declared(), module);
        quote!(#about pub #name: #ty)
    });
    let rest = match &item.rest {
        Some((name, items)) => {
            let (name, items) = (ident(name), ty(items, module));
            quote! {
                /// The items behind them, in their order.
                pub #name: ::std::vec::Vec<#items>,
            }
        }
        None => {
            let name = ident(&item.further_items);
            quote!(#name: ::std::vec::Vec<json::Json>,)
        }
    };
    quote! {
        #about
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
    }
}

fn methods(item: &Tuple, module: &Module) -> TokenStream {
    let name = ident(&item.ident);
    let rest = ident(rest(item));
    let new = new(
        &Constructor {
            of: &item.ident,
            fields: &item.fields,
            rest: quote!(#rest: ::std::vec::Vec::new()),
            default: item.traits.default,
        },
        module,
    );
    let setters = optional(item).map(|field| setter(field, module));
    let further = further_items(item);
    quote! {
        impl #name {
            #new
            #(#setters)*
            #further
        }
    }
}

fn further_items(item: &Tuple) -> TokenStream {
    if item.rest.is_some() {
        return TokenStream::new();
    }
    let name = ident(&item.further_items);
    let name_mut = format_ident!("{}_mut", name);
    quote! {
        /// The items that came and that the description does not name. They are sent back.
        pub fn #name(&self) -> &[json::Json] {
            &self.#name
        }

        /// The items that the description does not name, to add to or take from.
        pub fn #name_mut(&mut self) -> &mut ::std::vec::Vec<json::Json> {
            &mut self.#name
        }
    }
}

/// ```text
/// impl From<(String, i64)> for Span {
///     fn from((item0, item1): (String, i64)) -> Self {
///         Self { item0, item1, further_items: Vec::new() }
///     }
/// }
/// ```
///
/// Only where all items are there; who leaves some away says so by setters.
fn conversion(item: &Tuple, module: &Module) -> Option<TokenStream> {
    let plain = |field: &Field| {
        field.kind == FieldKind::Required && !matches!(field.ty, RustType::Boxed(_))
    };
    if item.fields.len() > MAX_TUPLE || !item.fields.iter().all(plain) {
        return None;
    }
    let (name, rest) = (ident(&item.ident), ident(rest(item)));
    let fields: Vec<_> = item
        .fields
        .iter()
        .map(|field| ident(&field.ident))
        .collect();
    let types: Vec<_> = item
        .fields
        .iter()
        .map(|field| ty(&field.ty, module))
        .collect();
    Some(quote! {
        impl ::std::convert::From<(#(#types,)*)> for #name {
            fn from((#(#fields,)*): (#(#types,)*)) -> Self {
                Self { #(#fields,)* #rest: ::std::vec::Vec::new() }
            }
        }
    })
}

/// ```text
/// impl Decode for Span {
///     fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
///         let mut items = reader.begin_items("an array of 1 or more items")?;
///         let item0 = reader.required_item(&mut items)?;
///         let item1 = reader.optional_item(&mut items)?;
///         let further_items = reader.further_items(&mut items)?;
///         Ok(Self { item0, item1, further_items })
///     }
/// }
/// ```
fn decode(item: &Tuple) -> TokenStream {
    let (name, rest) = (ident(&item.ident), ident(rest(item)));
    let expected = match item.fields.len() - optional(item).count() {
        0 => "an array".to_owned(),
        1 => "an array of 1 or more items".to_owned(),
        least => format!("an array of {least} or more items"),
    };
    let fields: Vec<_> = item
        .fields
        .iter()
        .map(|field| ident(&field.ident))
        .collect();
    let items = item.fields.iter().map(|field| {
        let name = ident(&field.ident);
        match field.kind {
            FieldKind::Required => quote!(let #name = reader.required_item(&mut items)?;),
            FieldKind::Optional => quote!(let #name = reader.optional_item(&mut items)?;),
            FieldKind::Nullable => {
                quote!(let #name = reader.optional_item(&mut items)?.unwrap_or_default();)
            }
        }
    });
    quote! {
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                let mut items = reader.begin_items(#expected)?;
                #(#items)*
                let #rest = reader.further_items(&mut items)?;
                ::std::result::Result::Ok(Self { #(#fields,)* #rest })
            }
        }
    }
}

fn encode(item: &Tuple) -> TokenStream {
    let (name, rest) = (ident(&item.ident), ident(rest(item)));
    let required = item
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required)
        .map(|field| ident(&field.ident));
    let optional: Vec<_> = optional(item).map(|field| ident(&field.ident)).collect();
    let optional = (!optional.is_empty())
        .then(|| quote!(writer.optional_items(&[#(&self.#optional),*], !self.#rest.is_empty());));
    quote! {
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                writer.begin_array();
                #(writer.item(&self.#required);)*
                #optional
                for item in &self.#rest {
                    writer.item(item);
                }
                writer.end_array();
            }
        }
    }
}

/// The field of the items that have no field of their own.
fn rest(item: &Tuple) -> &crate::naming::Ident {
    item.rest
        .as_ref()
        .map_or(&item.further_items, |(name, _)| name)
}

fn optional(item: &Tuple) -> impl Iterator<Item = &Field> {
    item.fields
        .iter()
        .filter(|field| field.kind != FieldKind::Required)
}
