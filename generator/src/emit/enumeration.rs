use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::tokens::{docs, ident, text};
use crate::plan::{Enum, EnumKind, EnumVariant};

/// An open enum of listed values with its conversions and codecs.
pub(super) fn enumeration(item: &Enum) -> Vec<TokenStream> {
    match item.kind {
        EnumKind::Text => vec![
            declaration(item, &quote!(json::UnknownValue)),
            as_str(item),
            from_text(item),
        ],
        EnumKind::Integer => vec![
            declaration(item, &quote!(json::UnknownJson)),
            as_i64(item),
            from_i64(item),
            json_codecs(item),
        ],
        EnumKind::Json => vec![
            declaration(item, &quote!(json::UnknownJson)),
            json_codecs(item),
        ],
    }
}

fn declaration(item: &Enum, kept: &TokenStream) -> TokenStream {
    let (name, about, unknown) = (ident(&item.ident), docs(&item.docs), ident(&item.unknown));
    let variants = item.variants.iter().map(|variant| {
        let (name, about) = (ident(&variant.ident), docs(&variant.docs));
        quote!(#about #name)
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

fn as_str(item: &Enum) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), wire_text(variant));
        quote!(Self::#name => #value)
    });
    quote! {
        impl #name {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => value.as_str(),
                }
            }
        }
    }
}

fn wire_text(variant: &EnumVariant) -> proc_macro2::Literal {
    text(variant.value.as_str().unwrap_or_default())
}

fn from_text(item: &Enum) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), wire_text(variant));
        quote!(#value => Self::#name)
    });
    quote! {
        impl ::std::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#arms,)*
                    other => Self::#unknown(json::UnknownValue::new(other)),
                }
            }
        }
    }
}

fn as_i64(item: &Enum) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), number(&variant.value));
        quote!(Self::#name => ::std::option::Option::Some(#value))
    });
    quote! {
        impl #name {
            /// The value as it goes over the wire, if it is a whole number of 64 bits.
            pub fn as_i64(&self) -> ::std::option::Option<i64> {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => value.as_json().as_i64(),
                }
            }
        }
    }
}

fn from_i64(item: &Enum) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), number(&variant.value));
        quote!(#value => Self::#name)
    });
    quote! {
        impl ::std::convert::From<i64> for #name {
            fn from(value: i64) -> Self {
                match value {
                    #(#arms,)*
                    other => Self::#unknown(json::UnknownJson::new(json::Json::from(other))),
                }
            }
        }
    }
}

/// A number as a literal without a suffix.
fn number(value: &Value) -> TokenStream {
    if let Some(whole) = value.as_i64() {
        let digits = proc_macro2::Literal::u64_unsuffixed(whole.unsigned_abs());
        return if whole < 0 {
            quote!(-#digits)
        } else {
            quote!(#digits)
        };
    }
    if let Some(whole) = value.as_u64() {
        let digits = proc_macro2::Literal::u64_unsuffixed(whole);
        return quote!(#digits);
    }
    let float = value.as_f64().unwrap_or_default();
    let digits = proc_macro2::Literal::f64_unsuffixed(float.abs());
    if float < 0.0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    }
}

/// Values of other JSON types than strings are looked at as JSON.
fn json_codecs(item: &Enum) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let looks = item.variants.iter().map(|variant| {
        let (name, condition) = (ident(&variant.ident), condition(&variant.value));
        quote! {
            if #condition {
                return ::std::result::Result::Ok(Self::#name);
            }
        }
    });
    let arms = item.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.ident), written(&variant.value));
        quote!(Self::#name => #value)
    });
    quote! {
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                let value: json::Json = json::Decode::decode(reader)?;
                #(#looks)*
                ::std::result::Result::Ok(Self::#unknown(json::UnknownJson::new(value)))
            }
        }

        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => json::Encode::encode(value.as_json(), writer),
                }
            }
        }
    }
}

/// The condition that `value` is the listed value.
fn condition(listed: &Value) -> TokenStream {
    let some = |value: TokenStream| quote!(::std::option::Option::Some(#value));
    match listed {
        Value::String(listed) => {
            let listed = some(quote!(#listed));
            quote!(value.as_str() == #listed)
        }
        Value::Bool(listed) => {
            let listed = some(quote!(#listed));
            quote!(value.as_bool() == #listed)
        }
        Value::Number(whole) if whole.is_i64() => {
            let listed = some(number(listed));
            quote!(value.as_i64() == #listed)
        }
        Value::Number(whole) if whole.is_u64() => {
            let listed = some(number(listed));
            quote!(value.as_u64() == #listed)
        }
        Value::Number(_) => {
            let listed = some(number(listed));
            quote!(value.as_f64() == #listed)
        }
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(value.is_null()),
    }
}

/// The expression that writes the listed value.
fn written(listed: &Value) -> TokenStream {
    match listed {
        Value::String(listed) => quote!(writer.string(#listed)),
        Value::Bool(listed) => quote!(json::Encode::encode(&#listed, writer)),
        Value::Number(whole) if whole.is_i64() => {
            let listed = number(listed);
            quote!(<i64 as json::Encode>::encode(&#listed, writer))
        }
        Value::Number(whole) if whole.is_u64() => {
            let listed = number(listed);
            quote!(<u64 as json::Encode>::encode(&#listed, writer))
        }
        Value::Number(_) => {
            let listed = number(listed);
            quote!(<f64 as json::Encode>::encode(&#listed, writer))
        }
        Value::Null | Value::Array(_) | Value::Object(_) => {
            quote!(json::Encode::encode(&json::Json::Null, writer))
        }
    }
}
