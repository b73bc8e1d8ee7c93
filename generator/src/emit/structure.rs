use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::{deprecated, docs, given, ident, taken, touching_deprecated, ty};
use super::{lints, object_codec};
use crate::naming::Ident;
use crate::plan::{Field, FieldKind, Module, RustType, Struct, Traits};

/// A struct with its constructor, setters and codecs.
pub(super) fn structure(item: &Struct, module: &Module) -> Vec<TokenStream> {
    vec![
        declaration(item, module),
        methods(item, module),
        object_codec::decode(item),
        object_codec::encode(item),
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
        Some(map) => {
            let (name, values) = (ident(&map.ident), ty(&map.values, module));
            quote! {
                /// The members that have no field of their own, in their order.
                pub #name: json::OpenMap<#values>,
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
///     pub fn with_name(mut self, value: impl Into<String>) -> Self { … }
///     pub fn unknown_fields(&self) -> &UnknownFields { … }
/// }
/// ```
fn methods(item: &Struct, module: &Module) -> TokenStream {
    let name = ident(&item.ident);
    let new = new(
        &Constructor {
            of: &item.ident,
            fields: &item.fields,
            rest: empty_rest(item),
            default: item.traits.default,
        },
        module,
    );
    let setters = item
        .fields
        .iter()
        .filter(|field| field.kind != FieldKind::Required)
        .map(|field| setter(field, module));
    let unknown = unknown_fields(item);
    let old = touching_deprecated(item.fields.iter().any(|field| field.deprecated));
    let odd = lints::placeholders(item.fields.iter().map(|field| &field.ident));
    quote! {
        #old
        #odd
        impl #name {
            #new
            #(#setters)*
            #unknown
        }
    }
}

/// What a constructor depends on.
pub(super) struct Constructor<'a> {
    /// The name of the type.
    pub(super) of: &'a Ident,
    /// Its fields.
    pub(super) fields: &'a [Field],
    /// Initializes the field that holds what has no field.
    pub(super) rest: TokenStream,
    /// The type has a default.
    pub(super) default: bool,
}

pub(super) fn new(of: &Constructor<'_>, module: &Module) -> TokenStream {
    let required: Vec<&Field> = of
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required)
        .collect();
    let parameters = required.iter().map(|field| {
        let (name, ty) = (ident(&field.ident), taken(field.ty.unboxed().0, module));
        quote!(#name: #ty)
    });
    let value = if of.default {
        quote!(Self::default())
    } else {
        new_value(of.fields, &of.rest)
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
    let odd = lints::constructor(of.of);
    quote! {
        #[doc = #about]
        #many
        #odd
        #[must_use]
        pub fn new(#(#parameters),*) -> Self {
            #value
        }
    }
}

fn new_value(fields: &[Field], rest: &TokenStream) -> TokenStream {
    let values = fields.iter().map(|field| {
        let name = ident(&field.ident);
        match (field.kind, &field.ty) {
            (FieldKind::Required, RustType::Boxed(_)) => {
                quote!(#name: ::std::boxed::Box::new(#name.into()))
            }
            (FieldKind::Required, ty) if ty.is_taken_as_it_is() => quote!(#name),
            (FieldKind::Required, _) => quote!(#name: #name.into()),
            (FieldKind::Optional, _) => quote!(#name: ::std::option::Option::None),
            (FieldKind::Nullable, _) => quote!(#name: json::Nullable::Absent),
        }
    });
    quote!(Self { #(#values,)* #rest })
}

/// The field that holds what has no field, when there is nothing.
fn empty_rest(item: &Struct) -> TokenStream {
    match &item.additional {
        Some(map) => {
            let name = ident(&map.ident);
            quote!(#name: json::OpenMap::default())
        }
        None => {
            let name = ident(&item.unknown_fields);
            quote!(#name: json::UnknownFields::default())
        }
    }
}

pub(super) fn setter(field: &Field, module: &Module) -> TokenStream {
    let (name, setter) = (ident(&field.ident), ident(&field.setter));
    let (of, boxed) = field.ty.unboxed();
    let (ty, value) = (taken(of, module), given(&format_ident!("value"), of));
    let value = match boxed {
        true => quote!(::std::boxed::Box::new(#value)),
        false => value,
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
        pub fn #setter(mut self, value: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// A link to a member of the type; a keyword has none, for links cannot be written to it, nor has what is called like
/// a method.
fn member_link(member: &Ident) -> String {
    let name = member.unraw();
    let is_method = ["new", "unknown_fields", "unknown_fields_mut"].contains(&name)
        || name.starts_with("with_");
    if member.is_raw() || is_method {
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
    quote! {
        /// The members that came and that the description does not name. They are sent back.
        pub fn unknown_fields(&self) -> &json::UnknownFields {
            &self.#name
        }

        /// The members that the description does not name, to add to or take from.
        pub fn unknown_fields_mut(&mut self) -> &mut json::UnknownFields {
            &mut self.#name
        }
    }
}
