use proc_macro2::TokenStream;
use quote::quote;

use super::format::Draft;
use super::lints;
use super::tokens::{docs, ident, text};
use crate::plan::{Crate, Server, ServerSetter, ServerTemplate, ServerValues};

/// `src/client/servers.rs`: the servers that an application can choose from.
pub(super) fn servers(plan: &Crate) -> Option<Draft> {
    let servers = &plan.client.servers;
    if servers.list.is_empty() {
        return None;
    }
    let list = servers.list.iter().map(server);
    Some(Draft {
        path: "src/client/servers.rs".to_owned(),
        docs: vec!["The servers that the description names.".to_owned()],
        items: list.chain(servers.values.iter().map(values)).collect(),
    })
}

/// `.server(ServerTemplate::new("https://{region}.example.com").variables(&[("region", "eu")]))`
pub(super) fn in_server(server: Option<&ServerTemplate>) -> TokenStream {
    let template = server.map(template);
    template.map_or_else(TokenStream::new, |template| quote!(.server(#template)))
}

fn template(template: &ServerTemplate) -> TokenStream {
    let url = text(&template.url);
    let variables = template.variables.iter().map(|(name, default)| {
        let (name, default) = (text(name), text(default));
        quote!((#name, #default))
    });
    let variables =
        (!template.variables.is_empty()).then(|| quote!(.variables(&[#(#variables),*])));
    quote!(crate::runtime::ServerTemplate::new(#url)#variables)
}

fn server(server: &Server) -> TokenStream {
    let (name, about, template) = (
        ident(&server.ident),
        docs(&server.docs),
        template(&server.template),
    );
    if server.setters.is_empty() {
        return quote! {
            #about
            pub const #name: crate::runtime::Server = crate::runtime::Server::of(#template);
        };
    }
    let setters = server.setters.iter().map(setter);
    quote! {
        #about
        #[derive(Clone, Debug)]
        pub struct #name(crate::runtime::Server);

        impl #name {
            /// The server with the defaults of its variables.
            pub const fn new() -> Self {
                Self(crate::runtime::Server::of(#template))
            }

            #(#setters)*
        }

        impl ::std::default::Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl ::std::convert::From<#name> for crate::runtime::Server {
            fn from(server: #name) -> Self {
                server.0
            }
        }
    }
}

fn setter(setter: &ServerSetter) -> TokenStream {
    let (name, variable, about) = (
        ident(&setter.ident),
        text(&setter.variable),
        docs(&setter.docs),
    );
    let odd = lints::setter(&setter.ident);
    let (ty, value) = match &setter.values {
        Some(values) => {
            let values = ident(values);
            (quote!(#values), quote!(value.as_str()))
        }
        None => (
            quote!(impl ::std::convert::Into<::std::string::String>),
            quote!(value),
        ),
    };
    quote! {
        #about
        #odd
        #[must_use]
        pub fn #name(self, value: #ty) -> Self {
            Self(self.0.variable(#variable, #value))
        }
    }
}

fn values(values: &ServerValues) -> TokenStream {
    let (name, about) = (ident(&values.ident), docs(&values.docs));
    let variants = values.variants.iter().map(|value| {
        let (variant, about) = (ident(&value.ident), docs(&value.docs));
        quote!(#about #variant,)
    });
    let texts = values.variants.iter().map(|value| {
        let (variant, value) = (ident(&value.ident), text(&value.text));
        quote!(Self::#variant => #value,)
    });
    quote! {
        #about
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
        }

        impl #name {
            /// The value as it stands in the URL.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(#texts)*
                }
            }
        }
    }
}
