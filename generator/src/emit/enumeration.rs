use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::tokens::{deprecated, docs, ident, text, touching_deprecated};
use crate::plan::{Enum, EnumKind, EnumVariant};
use crate::source::whole_number;

/// An open enum of listed values with its conversions. What it has beside them comes from a macro of the crate.
pub(super) fn enumeration(item: &Enum) -> Vec<TokenStream> {
    let mut tokens = of_kind(item);
    tokens.extend(item.is_key.then(|| key(item)));
    tokens
}

fn of_kind(item: &Enum) -> Vec<TokenStream> {
    match item.kind {
        EnumKind::Text => vec![
            declaration(item, &quote!(json::UnknownValue)),
            as_str(item),
            from_text(item, &compared(item)),
        ],
        EnumKind::Texts => vec![
            declaration(item, &quote!(json::UnknownValue)),
            as_str(item),
            from_text(item, &looked_up(item)),
        ],
        EnumKind::Integer => vec![
            declaration(item, &quote!(json::UnknownJson)),
            as_i64(item),
            from_i64(item),
        ],
        EnumKind::Json => vec![declaration(item, &quote!(json::UnknownJson)), listed(item)],
    }
}

fn declaration(item: &Enum, kept: &TokenStream) -> TokenStream {
    let (name, about, unknown) = (ident(&item.ident), docs(&item.docs), ident(&item.unknown));
    let variants = item.variants.iter().map(|variant| {
        let (name, about) = (ident(&variant.ident), docs(&variant.docs));
        let old = deprecated(variant.deprecated);
        quote!(#about #old #name)
    });
    quote! {
        #about
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list, kept as it came.
            #unknown(#kept),
        }
    }
}

/// ```text
/// impl Size {
///     pub const VALUES: &'static [Self] = &[Self::Small, Self::ExtraLarge];
///     …
/// }
/// ```
fn methods(item: &Enum, method: &TokenStream) -> TokenStream {
    let name = ident(&item.ident);
    let values = item.variants.iter().map(|variant| ident(&variant.ident));
    let old = touches_deprecated(item);
    quote! {
        #old
        impl #name {
            /// The values that the description lists, in its order.
            pub const VALUES: &'static [Self] = &[#(Self::#values),*];

            #method
        }
    }
}

fn touches_deprecated(item: &Enum) -> TokenStream {
    touching_deprecated(item.variants.iter().any(|variant| variant.deprecated))
}

fn as_str(item: &Enum) -> TokenStream {
    let unknown = ident(&item.unknown);
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), wire_text(variant));
        quote!(Self::#name => #value)
    });
    methods(
        item,
        &quote! {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => value.as_str(),
                }
            }
        },
    )
}

fn wire_text(variant: &EnumVariant) -> Literal {
    text(variant.value.as_str().unwrap_or_default())
}

fn from_text(item: &Enum, body: &TokenStream) -> TokenStream {
    let (name, old) = (ident(&item.ident), touches_deprecated(item));
    let old = (item.kind == EnumKind::Text).then_some(old);
    quote! {
        #old
        impl ::std::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                #body
            }
        }
    }
}

fn compared(item: &Enum) -> TokenStream {
    let unknown = ident(&item.unknown);
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), wire_text(variant));
        quote!(#value => Self::#name)
    });
    quote! {
        match value {
            #(#arms,)*
            other => Self::#unknown(json::UnknownValue::new(other)),
        }
    }
}

fn looked_up(item: &Enum) -> TokenStream {
    let unknown = ident(&item.unknown);
    quote! {
        static ORDER: json::Order = json::Order::new();
        match ORDER.find(value, Self::VALUES, Self::as_str) {
            ::std::option::Option::Some(listed) => listed.clone(),
            ::std::option::Option::None => Self::#unknown(json::UnknownValue::new(value)),
        }
    }
}

/// What makes the values names of members.
fn key(item: &Enum) -> TokenStream {
    let name = ident(&item.ident);
    quote! {
        impl json::Key for #name {
            fn of_name(name: ::std::borrow::Cow<'_, str>) -> Self {
                Self::from(&*name)
            }

            fn name(&self) -> &str {
                self.as_str()
            }
        }
    }
}

fn as_i64(item: &Enum) -> TokenStream {
    let unknown = ident(&item.unknown);
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), whole(variant));
        quote!(Self::#name => #value)
    });
    methods(
        item,
        &quote! {
            /// The value as it goes over the wire, if it is a whole number of 64 bits.
            pub fn as_i64(&self) -> ::std::option::Option<i64> {
                ::std::option::Option::Some(match self {
                    #(#arms,)*
                    Self::#unknown(value) => return value.as_json().as_i64(),
                })
            }
        },
    )
}

fn from_i64(item: &Enum) -> TokenStream {
    let (name, unknown, old) = (
        ident(&item.ident),
        ident(&item.unknown),
        touches_deprecated(item),
    );
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), whole(variant));
        quote!(#value => Self::#name)
    });
    quote! {
        #old
        impl ::std::convert::From<i64> for #name {
            fn from(value: i64) -> Self {
                match value {
                    #(#arms,)*
                    other => Self::#unknown(json::UnknownJson::new(other)),
                }
            }
        }
    }
}

/// The whole number that a variant is, as a literal without a suffix.
fn whole(variant: &EnumVariant) -> TokenStream {
    literal(whole_number(&variant.value).unwrap_or_default())
}

fn literal(whole: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(whole.unsigned_abs());
    if whole < 0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    }
}

/// ```text
///     fn listed(&self) -> Listed<'_> {
///         match self {
///             Self::Auto => Listed::Text("auto"),
///             Self::N2 => Listed::Integer(2),
///             Self::Unknown(value) => Listed::Unknown(value.as_json()),
///         }
///     }
/// ```
fn listed(item: &Enum) -> TokenStream {
    let unknown = ident(&item.unknown);
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), wire_value(&variant.value));
        quote!(Self::#name => #value)
    });
    methods(
        item,
        &quote! {
            fn listed(&self) -> json::Listed<'_> {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => json::Listed::Unknown(value.as_json()),
                }
            }
        },
    )
}

fn wire_value(listed: &Value) -> TokenStream {
    match listed {
        Value::String(listed) => {
            let listed = text(listed);
            quote!(json::Listed::Text(#listed))
        }
        Value::Bool(listed) => quote!(json::Listed::Bool(#listed)),
        // Neither `null` nor what has parts is listed.
        Value::Number(_) | Value::Null | Value::Array(_) | Value::Object(_) => {
            match whole_number(listed).map(literal) {
                Some(whole) => quote!(json::Listed::Integer(#whole)),
                None => {
                    let listed = text(&listed.to_string());
                    quote!(json::Listed::Number(#listed))
                }
            }
        }
    }
}
