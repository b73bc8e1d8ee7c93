use proc_macro2::TokenStream;
use quote::quote;

use super::evidence::distinction;
use super::lints;
use super::structure::derives;
use super::tokens::{docs, ident, ty};
use crate::plan::{Module, Traits, Union, UnionVariant};

/// An enum of types with its conversions and codecs.
pub(super) fn union(item: &Union, module: &Module) -> Vec<TokenStream> {
    let mut tokens = vec![declaration(item, module), getters(item, module)];
    tokens.extend(
        item.variants
            .iter()
            .filter(|variant| variant.from)
            .map(|variant| from(item, variant, module)),
    );
    tokens.extend([decode(item), encode(item)]);
    tokens
}

fn declaration(item: &Union, module: &Module) -> TokenStream {
    let (name, about, unknown) = (ident(&item.ident), docs(&item.docs), ident(&item.unknown));
    let derives = derives(Traits {
        default: false,
        ..item.traits
    });
    let variants = item.variants.iter().map(|variant| {
        let (name, about, ty) = (
            ident(&variant.ident),
            docs(&variant.docs),
            ty(&variant.ty, module),
        );
        quote!(#about #name(#ty))
    });
    let sizes = lints::sizes(item.variants.iter().map(|variant| &variant.ty));
    quote! {
        #about
        #derives
        #sizes
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that fits none of the others, kept as it came.
            #unknown(json::Json),
        }
    }
}

fn getters(item: &Union, module: &Module) -> TokenStream {
    let name = ident(&item.ident);
    let getters = item.variants.iter().map(|variant| {
        let (name, getter) = (ident(&variant.ident), ident(&variant.getter));
        let about = format!(
            " The value, if it is [`{}`](Self::{}).",
            variant.ident.unraw(),
            variant.ident.as_str()
        );
        let ty = ty(variant.ty.unboxed().0, module);
        quote! {
            #[doc = #about]
            pub fn #getter(&self) -> ::std::option::Option<&#ty> {
                if let Self::#name(value) = self {
                    ::std::option::Option::Some(value)
                } else {
                    ::std::option::Option::None
                }
            }
        }
    });
    quote! {
        impl #name {
            #(#getters)*
        }
    }
}

fn from(item: &Union, variant: &UnionVariant, module: &Module) -> TokenStream {
    let (name, of, ty) = (
        ident(&item.ident),
        ident(&variant.ident),
        ty(variant.ty.unboxed().0, module),
    );
    let value = if variant.ty.unboxed().1 {
        quote!(::std::boxed::Box::new(value))
    } else {
        quote!(value)
    };
    quote! {
        impl ::std::convert::From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self::#of(#value)
            }
        }
    }
}

/// ```text
/// impl Decode for Shape {
///     fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
///         const TAGS: &[(&str, usize)] = &[("circle", 0), ("square", 1)];
///         static VARIANTS: Variants = Variants::new(&[]).tagged("kind", TAGS);
///         let decode = |reader: &mut Reader<'_>, variant: usize| match variant {
///             0 => Decode::decode(reader).map(Self::Circle),
///             1 => Decode::decode(reader).map(Self::Square),
///             _ => Decode::decode(reader).map(Self::Unknown),
///         };
///         reader.union(&VARIANTS, decode)
///     }
/// }
/// ```
fn decode(item: &Union) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let told = distinction(&item.distinction);
    let arms = item.variants.iter().enumerate().map(|(index, variant)| {
        let (index, name) = (
            proc_macro2::Literal::usize_unsuffixed(index),
            ident(&variant.ident),
        );
        quote!(#index => json::Decode::decode(reader).map(Self::#name))
    });
    quote! {
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                #told
                let decode = |reader: &mut json::Reader<'_>, variant: usize| match variant {
                    #(#arms,)*
                    _ => json::Decode::decode(reader).map(Self::#unknown),
                };
                reader.union(&VARIANTS, decode)
            }
        }
    }
}

fn encode(item: &Union) -> TokenStream {
    let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
    let arms = item.variants.iter().map(|variant| {
        let name = ident(&variant.ident);
        quote!(Self::#name(value) => json::Encode::encode(value, writer))
    });
    quote! {
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                match self {
                    #(#arms,)*
                    Self::#unknown(value) => json::Encode::encode(value, writer),
                }
            }
        }
    }
}
