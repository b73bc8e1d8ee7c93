use proc_macro2::TokenStream;
use quote::quote;

use super::format::Draft;
use super::lints;
use super::servers::in_server;
use super::tokens::{docs, ident, text};
use crate::plan::{Crate, Scheme, SchemeKind};

/// `src/client.rs`: what the client knows of the API, and how one is made.
pub(super) fn client(plan: &Crate) -> Draft {
    let mut items = Vec::new();
    if !plan.client.servers.list.is_empty() {
        items.push(quote!(
            pub mod servers;
        ));
    }
    if plan.client.has_flows() {
        items.push(quote!(
            pub mod flows;
        ));
    }
    items.push(constructors(plan));
    let setters: Vec<TokenStream> = plan.client.schemes.iter().map(setter).collect();
    if !setters.is_empty() {
        items.push(quote! {
            impl crate::runtime::ClientBuilder {
                #(#setters)*
            }
        });
    }
    items.push(api(plan));
    items.extend(plan.client.schemes.iter().map(scheme));
    let docs = vec!["How a client is made, and what it knows of the API.".to_owned()];
    Draft {
        path: "src/client.rs".to_owned(),
        docs,
        items,
    }
}

fn constructors(plan: &Crate) -> TokenStream {
    let from_env = from_env(&plan.client.schemes);
    quote! {
        impl crate::runtime::Client {
            /// Begins a client.
            pub fn builder() -> crate::runtime::ClientBuilder {
                crate::runtime::ClientBuilder::new(&API)
            }

            #from_env
        }
    }
}

fn from_env(schemes: &[Scheme]) -> TokenStream {
    let known: Vec<(&Scheme, &String)> = schemes
        .iter()
        .filter_map(|scheme| Some((scheme, scheme.environment.as_ref()?)))
        .collect();
    if known.is_empty() {
        return TokenStream::new();
    }
    let names: Vec<String> = known
        .iter()
        .map(|(_, variable)| format!("`{variable}`"))
        .collect();
    let about = format!(
        " A client with the credential that the environment holds: {}.",
        names.join(", ")
    );
    let calls = known.iter().map(|(scheme, variable)| {
        let (constant, variable) = (ident(&scheme.constant), text(variable));
        quote!(.environment(&#constant, #variable))
    });
    quote! {
        #[doc = #about]
        ///
        /// # Errors
        ///
        /// When none of the variables is set, or the HTTP client cannot be made.
        pub fn from_env() -> ::std::result::Result<Self, crate::runtime::Error> {
            Self::builder()#(#calls)*.build()
        }
    }
}

fn setter(scheme: &Scheme) -> TokenStream {
    let (setter, constant, about) = (
        ident(&scheme.setter),
        ident(&scheme.constant),
        docs(&scheme.docs),
    );
    match scheme.kind {
        SchemeKind::Basic => quote! {
            #about
            #[must_use]
            pub fn #setter(
                self,
                user: impl ::std::convert::Into<::std::string::String>,
                password: impl ::std::convert::Into<::std::string::String>,
            ) -> Self {
                self.credential(&#constant, crate::runtime::Credential::basic(user, password))
            }
        },
        SchemeKind::Bearer
        | SchemeKind::Http(_)
        | SchemeKind::ApiKeyHeader(_)
        | SchemeKind::ApiKeyQuery(_)
        | SchemeKind::ApiKeyCookie(_) => {
            let odd = lints::setter(&scheme.setter);
            quote! {
                #about
                #odd
                #[must_use]
                pub fn #setter(self, credential: impl ::std::convert::Into<crate::runtime::Credential>) -> Self {
                    self.credential(&#constant, credential)
                }
            }
        }
    }
}

fn api(plan: &Crate) -> TokenStream {
    let mut value = quote!(crate::runtime::Api::new(
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION")
    ));
    value.extend(in_server(plan.client.server.as_ref()));
    if !plan.client.server_variables.is_empty() {
        let names = plan.client.server_variables.iter().map(|name| text(name));
        value.extend(quote!(.server_variables(&[#(#names),*])));
    }
    if !plan.client.security.is_empty() {
        let alternatives = plan.client.security.iter().map(|schemes| {
            let schemes = schemes.iter().map(ident);
            quote!(&[#(&#schemes),*])
        });
        value.extend(quote!(.security(&[#(#alternatives),*])));
    }
    quote! {
        pub(crate) static API: crate::runtime::Api = #value;
    }
}

fn scheme(scheme: &Scheme) -> TokenStream {
    let (constant, name) = (ident(&scheme.constant), text(&scheme.name));
    let value = match &scheme.kind {
        SchemeKind::Bearer => quote!(crate::runtime::Scheme::bearer(#name)),
        SchemeKind::Basic => quote!(crate::runtime::Scheme::basic(#name)),
        SchemeKind::Http(scheme) => quote!(crate::runtime::Scheme::http(#name, #scheme)),
        SchemeKind::ApiKeyHeader(key) => {
            quote!(crate::runtime::Scheme::api_key_header(#name, #key))
        }
        SchemeKind::ApiKeyQuery(key) => quote!(crate::runtime::Scheme::api_key_query(#name, #key)),
        SchemeKind::ApiKeyCookie(key) => {
            quote!(crate::runtime::Scheme::api_key_cookie(#name, #key))
        }
    };
    quote! {
        pub(crate) static #constant: crate::runtime::Scheme = #value;
    }
}
