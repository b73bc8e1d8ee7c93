use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::format::Draft;
use super::tokens::{docs, ident, text};
use crate::plan::{Crate, Flow, Grant};

/// `src/client/flows.rs`: where tokens come from.
pub(super) fn flows(plan: &Crate) -> Option<Draft> {
    let flows = plan.client.schemes.iter().flat_map(|scheme| &scheme.flows);
    let mut items = vec![quote! {
        pub use crate::runtime::oauth2::{
            ClientAuthentication, Issued, OAuth2, TokenError, TokenErrorCode, TokenErrorKind,
        };
    }];
    items.extend(flows.map(flow));
    plan.client.has_flows().then(|| Draft {
        path: "src/client/flows.rs".to_owned(),
        docs: vec!["Where tokens of OAuth 2 and OpenID Connect come from.".to_owned()],
        items,
    })
}

/// ```text
/// pub const OAUTH_CLIENT_CREDENTIALS: ClientCredentials =
///     ClientCredentials::new(Endpoints::new().token_url("https://…"));
/// ```
fn flow(flow: &Flow) -> TokenStream {
    let (constant, about) = (ident(&flow.constant), docs(&flow.docs));
    let ty = match flow.grant {
        Grant::Password => quote!(crate::runtime::oauth2::ResourceOwnerPassword),
        Grant::ClientCredentials => quote!(crate::runtime::oauth2::ClientCredentials),
        Grant::AuthorizationCode => quote!(crate::runtime::oauth2::AuthorizationCode),
    };
    let urls = [
        ("token_url", &flow.token_url),
        ("refresh_url", &flow.refresh_url),
        ("authorization_url", &flow.authorization_url),
        ("discovery_url", &flow.discovery_url),
    ];
    let urls = urls.iter().filter_map(|(setter, url)| {
        let (setter, url) = (format_ident!("{setter}"), text(url.as_ref()?));
        Some(quote!(.#setter(#url)))
    });
    quote! {
        #about
        pub const #constant: #ty = #ty::new(crate::runtime::oauth2::Endpoints::new()#(#urls)*);
    }
}
