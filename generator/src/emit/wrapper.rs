use proc_macro2::TokenStream;
use quote::quote;

use super::structure::derives;
use super::tokens::{docs, ident, ty};
use crate::plan::{Module, Wrapper};

/// A struct around one value with its conversion and codecs.
///
/// ```text
/// pub struct Tree(pub Vec<Tree>);
/// ```
pub(super) fn wrapper(item: &Wrapper, module: &Module) -> Vec<TokenStream> {
    let (name, about, ty) = (ident(&item.ident), docs(&item.docs), ty(&item.ty, module));
    let derives = derives(item.traits);
    let declaration = quote! {
        #about
        #derives
        pub struct #name(
            /// What it holds.
            pub #ty,
        );
    };
    let conversion = quote! {
        impl ::std::convert::From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self(value)
            }
        }
    };
    let decode = quote! {
        impl json::Decode for #name {
            fn decode(reader: &mut json::Reader<'_>) -> json::Decoded<Self> {
                json::Decode::decode(reader).map(Self)
            }
        }
    };
    let encode = quote! {
        impl json::Encode for #name {
            fn encode(&self, writer: &mut json::Writer) {
                json::Encode::encode(&self.0, writer);
            }
        }
    };
    vec![declaration, conversion, decode, encode]
}
