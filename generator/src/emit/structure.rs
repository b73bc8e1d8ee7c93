use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::tokens::{deprecated, docs, given, ident, taken, touching_deprecated, ty};
use super::{defaults, lints, object_codec};
use crate::naming::Ident;
use crate::plan::{DefaultValue, Field, FieldKind, FieldStart, Module, RustType, Struct, Traits};

/// A struct with its constructor, setters and codecs.
pub(super) fn structure(item: &Struct, module: &Module) -> Vec<TokenStream> {
    let mut tokens = vec![declaration(item, module), methods(item, module)];
    tokens.extend(default_value(item));
    tokens.extend([object_codec::decode(item), object_codec::encode(item)]);
    tokens
}

/// A value that needs nothing has a default, even if it cannot be derived: some members can have one value only.
fn default_value(item: &Struct) -> Option<TokenStream> {
    let mut fields = item.fields.iter();
    let is_complete = !item.traits.default && fields.all(|field| field.start != FieldStart::Asked);
    let name = ident(&item.ident);
    is_complete.then(|| {
        quote! {
            impl ::std::default::Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    })
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
    let defaults = item
        .fields
        .iter()
        .filter_map(|field| defaults::default(field, module));
    let unknown = unknown_fields(item);
    let old = touching_deprecated(item.fields.iter().any(touches_deprecated));
    let odd = lints::placeholders(item.fields.iter().map(|field| &field.ident));
    quote! {
        #old
        #odd
        impl #name {
            #new
            #(#setters)*
            #(#defaults)*
            #unknown
        }
    }
}

/// Whether the methods of a field touch what should no longer be used.
fn touches_deprecated(field: &Field) -> bool {
    let default = field.default.as_ref().map(|default| &default.value);
    field.deprecated || matches!(default, Some(DefaultValue::Variant(_, true)))
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
        .filter(|field| field.start == FieldStart::Asked)
        .collect();
    let parameters = required.iter().map(|field| {
        let (name, ty) = (ident(&field.ident), taken(field.ty.unboxed().0, module));
        quote!(#name: #ty)
    });
    let value = if of.default {
        quote!(Self::default())
    } else {
        new_value(of.fields, &of.rest, module)
    };
    let is_empty = |field: &Field| field.start == FieldStart::Absent;
    let about = if of.fields.iter().all(is_empty) {
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

fn new_value(fields: &[Field], rest: &TokenStream, module: &Module) -> TokenStream {
    let values = fields.iter().map(|field| {
        let name = ident(&field.ident);
        match (&field.start, field.kind) {
            (FieldStart::Asked, FieldKind::Required) if field.ty.is_taken_as_it_is() => {
                quote!(#name)
            }
            (FieldStart::Asked, FieldKind::Required) => {
                let value = taken_value(&name, &field.ty);
                quote!(#name: #value)
            }
            (FieldStart::Asked, FieldKind::Optional) => {
                let value = taken_value(&name, &field.ty);
                quote!(#name: ::std::option::Option::Some(#value))
            }
            (FieldStart::Only(only), _) => {
                let (ty, only) = (ty(&field.ty, module), ident(only));
                quote!(#name: #ty::#only)
            }
            (FieldStart::Absent | FieldStart::Asked, FieldKind::Nullable) => {
                quote!(#name: json::Nullable::Absent)
            }
            (FieldStart::Absent, FieldKind::Required | FieldKind::Optional) => {
                quote!(#name: ::std::option::Option::None)
            }
        }
    });
    quote!(Self { #(#values,)* #rest })
}

/// The value of a field that an argument stands for.
fn taken_value(argument: &proc_macro2::Ident, field: &RustType) -> TokenStream {
    let (of, boxed) = field.unboxed();
    let value = given(argument, of);
    match boxed {
        true => quote!(::std::boxed::Box::new(#value)),
        false => value,
    }
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
    let (of, _) = field.ty.unboxed();
    let (ty, value) = (
        taken(of, module),
        taken_value(&format_ident!("value"), &field.ty),
    );
    let value = match field.kind {
        FieldKind::Required => value,
        FieldKind::Optional => quote!(::std::option::Option::Some(#value)),
        FieldKind::Nullable => return nullable_setter(field, module),
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

/// What may be `null` takes values like what may not, and what says `null`.
fn nullable_setter(field: &Field, module: &Module) -> TokenStream {
    let (name, setter, old) = (
        ident(&field.ident),
        ident(&field.setter),
        deprecated(field.deprecated),
    );
    let (of, boxed) = field.ty.unboxed();
    let ty = ty(of, module);
    // A type of the description may have the name of the parameter.
    let by = ["By", "Way"].map(|name| format_ident!("{name}"));
    let by = by.iter().find(|by| !names(&ty, by));
    let (parameters, taken, value) = match of.is_taken_as_it_is() {
        true => (
            TokenStream::new(),
            quote!(impl ::std::convert::Into<json::Nullable<#ty>>),
            quote!(value.into()),
        ),
        false => (
            quote!(<#by>),
            quote!(impl json::IntoNullable<#ty, #by>),
            quote!(json::IntoNullable::into_nullable(value)),
        ),
    };
    let boxed = boxed.then(|| quote!(.map(::std::boxed::Box::new)));
    let about = format!(
        " Sets {}, which `None` makes `null`.",
        member_link(&field.ident)
    );
    quote! {
        #[doc = #about]
        #old
        #[must_use]
        pub fn #setter #parameters(mut self, value: #taken) -> Self {
            self.#name = #value #boxed;
            self
        }
    }
}

fn names(tokens: &TokenStream, name: &proc_macro2::Ident) -> bool {
    let mut tokens = tokens.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(token) if token == *name))
}

/// A link to a member of the type; a keyword has none, for links cannot be written to it, nor has what is called like
/// a method.
pub(super) fn member_link(member: &Ident) -> String {
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
