use proc_macro2::TokenStream;
use quote::quote;

use super::format::Draft;
use super::tokens::{docs, ident};
use crate::plan::Group;

/// `src/<group>/mod.rs`: the group, its operations, and the client's method that gives it.
pub(super) fn group(group: &Group) -> Draft {
    let mut items: Vec<TokenStream> = group
        .operations
        .iter()
        .map(|operation| {
            let name = ident(&operation.module);
            quote!(pub mod #name;)
        })
        .collect();
    items.extend(group.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        let exports = operation.exports.iter().map(ident);
        quote!(pub use self::#module::{#(#exports),*};)
    }));
    items.push(declaration(group));
    items.push(accessor(group));
    Draft {
        path: format!("src/{}/mod.rs", group.module.unraw()),
        docs: group.docs.clone(),
        items,
    }
}

fn declaration(group: &Group) -> TokenStream {
    let (name, about) = (ident(&group.ident), docs(&group.docs));
    quote! {
        #about
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'client> {
            client: &'client crate::runtime::Client,
        }
    }
}

fn accessor(group: &Group) -> TokenStream {
    let (method, name, about) = (ident(&group.method), ident(&group.ident), docs(&group.docs));
    quote! {
        impl crate::runtime::Client {
            #about
            pub fn #method(&self) -> #name<'_> {
                #name { client: self }
            }
        }
    }
}
