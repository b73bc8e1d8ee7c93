use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::{deprecated, docs, ident, text, touching_deprecated, ty};
use crate::naming::Ident;
use crate::plan::{Field, FieldKind, Module, RustType, Struct, Traits};

/// A struct with its constructor, setters and codecs.
pub(super) fn structure(item: &Struct, module: &Module) -> Vec<TokenStream> {
    vec![
        declaration(item, module),
        methods(item, module),
        decode(item),
        encode(item),
    ]
}

/// The traits that are derived.
pub(super) fn derives(traits: Traits) -> TokenStream {
    let default = traits.default.then(|| quote!(Default,));
    let eq = traits.eq.then(|| quote!(, Eq));
    let hash = traits.hash.then(|| quote!(, Hash));
    quote!(#[derive(Clone, Debug, #default PartialEq #eq #hash)])
}

fn declaration(item: &Struct, module: &Module) -> TokenStream {
    let (name, about) = (ident(&item.ident), docs(&item.docs));
    let derives = derives(item.traits);
    let fields = item.fields.iter().map(|field| {
        let (name, about, old) = (
            ident(&field.ident),
            docs(&field.docs),
            deprecated(field.deprecated),
        );
        let ty = ty(&field.declared(), module);
        quote!(#about #old pub #name: #ty)
    });
    let rest = rest(item, module);
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

/// What holds the members that have no field.
fn rest(item: &Struct, module: &Module) -> TokenStream {
    match &item.additional {
        Some((name, values)) => {
            let (name, values) = (ident(name), ty(values, module));
            quote! {
                /// The members that have no field of their own, in their order.
                pub #name: json::Map<#values>,
            }
        }
        None => {
            let name = ident(&item.unknown_fields);
            quote!(#name: json::UnknownFields,)
        }
    }
}

/// ```text
/// impl Product {
///     pub fn new(id: impl Into<String>) -> Self { … }
///     pub fn with_name(mut self, name: impl Into<String>) -> Self { … }
///     pub fn unknown_fields(&self) -> &UnknownFields { … }
/// }
/// ```
fn methods(item: &Struct, module: &Module) -> TokenStream {
    let name = ident(&item.ident);
    let new = new(item, module);
    let setters = item
        .fields
        .iter()
        .filter(|field| field.kind != FieldKind::Required)
        .map(|field| setter(field, module));
    let unknown = unknown_fields(item);
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));
    quote! {
        #old
        impl #name {
            #new
            #(#setters)*
            #unknown
        }
    }
}

fn new(item: &Struct, module: &Module) -> TokenStream {
    let required: Vec<&Field> = item
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required)
        .collect();
    let parameters = required.iter().map(|field| {
        let (name, ty) = (ident(&field.ident), ty(field.ty.unboxed().0, module));
        quote!(#name: impl ::std::convert::Into<#ty>)
    });
    let values = item.fields.iter().map(|field| {
        let name = ident(&field.ident);
        match (field.kind, &field.ty) {
            (FieldKind::Required, RustType::Boxed(_)) => {
                quote!(#name: ::std::boxed::Box::new(#name.into()))
            }
            (FieldKind::Required, _) => quote!(#name: #name.into()),
            (FieldKind::Optional, _) => quote!(#name: ::std::option::Option::None),
            (FieldKind::Nullable, _) => quote!(#name: json::Nullable::Absent),
        }
    });
    let rest = match &item.additional {
        Some((name, _)) => {
            let name = ident(name);
            quote!(#name: json::Map::default())
        }
        None => {
            let name = ident(&item.unknown_fields);
            quote!(#name: json::UnknownFields::default())
        }
    };
    let about = if required.is_empty() {
        " A value without any of its members."
    } else {
        " A value with the members that must be there."
    };
    // Clippy counts arguments; the description decides how many a value needs.
    let many = (required.len() > 7).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "as many members are required")]),
    );
    quote! {
        #[doc = #about]
        #many
        #[must_use]
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#values,)* #rest }
        }
    }
}

fn setter(field: &Field, module: &Module) -> TokenStream {
    let (name, setter) = (ident(&field.ident), ident(&field.setter));
    let ty = ty(field.ty.unboxed().0, module);
    let value = if field.ty.unboxed().1 {
        quote!(::std::boxed::Box::new(#name.into()))
    } else {
        quote!(#name.into())
    };
    let value = match field.kind {
        FieldKind::Required => value,
        FieldKind::Optional => quote!(::std::option::Option::Some(#value)),
        FieldKind::Nullable => quote!(json::Nullable::Value(#value)),
    };
    let about = format!(" Sets {}.", member_link(&field.ident));
    let old = deprecated(field.deprecated);
    quote! {
        #[doc = #about]
        #old
        #[must_use]
        pub fn #setter(mut self, #name: impl ::std::convert::Into<#ty>) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// A link to a member of the type; a keyword has none, for links cannot be written to it.
fn member_link(member: &Ident) -> String {
    let name = member.unraw();
    if member.is_raw() {
        format!("`{name}`")
    } else {
        format!("[`{name}`](Self::{name})")
    }
}

fn unknown_fields(item: &Struct) -> TokenStream {
    if item.additional.is_some() {
        return TokenStream::new();
    }
    let name = ident(&item.unknown_fields);
    let name_mut = format_ident!("{}_mut", name);
    quote! {
        /// The members that came and that the description does not name. They are sent back.
        pub fn #name(&self) -> &json::UnknownFields {
            &self.#name
        }

        /// The members that the description does not name, to add to or take from.
        pub fn #name_mut(&mut self) -> &mut json::UnknownFields {
            &mut self.#name
        }
    }
}

/// ```text
/// impl Decode for Product {
///     fn decode(reader: &mut Reader<'_>) -> Result<Self, Fault> {
///         let start = reader.begin_object("Product")?;
///         let mut id = None;
///         let mut unknown_fields = UnknownFields::default();
///         while let Some(key) = reader.next_key()? {
///             match &*key {
///                 "id" => id = Some(Decode::decode(reader)?),
///                 _ => reader.keep(key, &mut unknown_fields)?,
///             }
///         }
///         Ok(Self { id: id.ok_or_else(|| reader.missing(start, "id"))?, unknown_fields })
///     }
/// }
/// ```
fn decode(item: &Struct) -> TokenStream {
    let (name, label) = (ident(&item.ident), text(item.ident.unraw()));
    let rest = ident(
        item.additional
            .as_ref()
            .map_or(&item.unknown_fields, |(name, _)| name),
    );
    let keeps = item.additional.is_none();
    let variables = item.fields.iter().map(|field| {
        let name = ident(&field.ident);
        match field.kind {
            FieldKind::Required | FieldKind::Optional => {
                quote!(let mut #name = ::std::option::Option::None;)
            }
            FieldKind::Nullable => quote!(let mut #name = json::Nullable::Absent;),
        }
    });
    let empty = if keeps {
        quote!(json::UnknownFields::default())
    } else {
        quote!(json::Map::default())
    };
    let arms = item.fields.iter().map(|field| arm(field, keeps, &rest));
    let other = if keeps {
        quote!(_ => reader.keep(key, &mut #rest)?)
    } else {
        quote!(_ => { #rest.insert(key.into_owned(), json::Decode::decode(reader)?); })
    };
    let values = item.fields.iter().map(decoded);
    let begin = quote!(reader.begin_object(#label)?);
    let begin = if item
        .fields
        .iter()
        .any(|field| field.kind == FieldKind::Required)
    {
        quote!(let start = #begin;)
    } else {
        quote!(#begin;)
    };
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));
    quote! {
        #old
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> ::std::result::Result<Self, json::Fault> {
                #begin
                #(#variables)*
                let mut #rest = #empty;
                while let ::std::option::Option::Some(key) = reader.next_key()? {
                    match &*key {
                        #(#arms,)*
                        #other,
                    }
                }
                ::std::result::Result::Ok(Self { #(#values,)* #rest })
            }
        }
    }
}

/// The field of a decoded value.
fn decoded(field: &Field) -> TokenStream {
    let (name, wire) = (ident(&field.ident), text(&field.wire_name));
    match field.kind {
        FieldKind::Required => quote!(#name: #name.ok_or_else(|| reader.missing(start, #wire))?),
        FieldKind::Optional | FieldKind::Nullable => quote!(#name),
    }
}

/// What is done with the value of a member that has a field.
fn arm(field: &Field, keeps: bool, rest: &proc_macro2::Ident) -> TokenStream {
    let (name, wire) = (ident(&field.ident), text(&field.wire_name));
    match field.kind {
        FieldKind::Required => {
            quote!(#wire => #name = ::std::option::Option::Some(json::Decode::decode(reader)?))
        }
        FieldKind::Optional if keeps => quote!(#wire => #name = reader.optional(key, &mut #rest)?),
        FieldKind::Optional | FieldKind::Nullable => {
            quote!(#wire => #name = json::Decode::decode(reader)?)
        }
    }
}

fn encode(item: &Struct) -> TokenStream {
    let name = ident(&item.ident);
    let fields = item.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.ident), text(&field.wire_name));
        match field.kind {
            FieldKind::Required => quote!(writer.field(#wire, &self.#name);),
            FieldKind::Optional | FieldKind::Nullable => {
                quote!(writer.optional(#wire, &self.#name);)
            }
        }
    });
    let rest = match &item.additional {
        Some((name, _)) => {
            let name = ident(name);
            quote! {
                for (name, value) in &self.#name {
                    writer.member(name, value);
                }
            }
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
