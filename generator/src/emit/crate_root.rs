use clientwright_runtime::sources::Part;
use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::format::{Layout, head};
use super::macros::macros;
use super::runtime::parts;
use super::tokens::ident;
use crate::plan::{Crate, RustType};

/// `src/lib.rs`: the modules, and the names that every program needs.
pub(super) fn crate_root(plan: &Crate, layout: &mut Layout<'_>) -> File {
    let mut docs = plan.docs.clone();
    docs.extend(["", "# Examples", "", "```no_run"].map(str::to_owned));
    docs.extend(plan.readme.example.iter().cloned());
    docs.push("```".to_owned());
    let mut items = vec![quote!(
        pub mod runtime;
    )];
    let is_public = plan.client.has_flows() || !plan.client.servers.list.is_empty();
    let public = is_public.then(|| quote!(pub));
    items.push(quote!(#public mod client;));
    items.push(quote!(
        pub mod types;
    ));
    items.extend(super::xml::module(plan));
    items.extend(plan.groups.iter().map(|group| {
        let (name, condition) = (
            ident(&group.module),
            super::tokens::condition(group.feature.as_slice()),
        );
        quote!(#condition pub mod #name;)
    }));
    items.push(quote! {
        #[cfg(feature = "cli")]
        pub mod cli;
    });
    items.extend(reexports(plan));
    items.push(quote! {
        #[cfg(feature = "blocking")]
        pub use crate::runtime::blocking;
    });
    items.push(quote!(
        pub use crate::runtime::json;
    ));
    if parts(plan).contains(&Part::Streams) {
        items.push(quote!(
            pub use crate::runtime::stream;
        ));
    }
    items.push(quote! {
        pub use crate::runtime::{
            Answered, Bytes, Call, CallOptions, CallResult, Client, ClientBuilder, Credential, Error, Failure, HeaderMap, Method,
            OperationError, Response, StatusCode, Undecoded,
        };
    });
    if plan.has_headers() {
        items.push(quote!(
            pub use crate::runtime::answer::{DeclaredHeaders, HeaderError};
        ));
    }
    File {
        path: "src/lib.rs".to_owned(),
        text: format!(
            "{}{}{}",
            head(&plan.notice, &docs),
            macros(plan),
            layout.items(items)
        ),
    }
}

/// What only some crates have: the types of formats, bodies that are not in memory, and those of several parts.
fn reexports(plan: &Crate) -> Vec<TokenStream> {
    let parts = parts(plan);
    let mut items = Vec::new();
    let is_ours = |ty: &RustType| matches!(ty, RustType::Format(_));
    if plan.formats.iter().any(is_ours) {
        items.push(quote!(
            pub use crate::runtime::formats;
        ));
    }
    if parts.contains(&Part::Upload) || parts.contains(&Part::Multipart) {
        items.push(quote!(
            pub use crate::runtime::Body;
        ));
    }
    if parts.contains(&Part::Multipart) {
        items.push(quote!(
            pub use crate::runtime::{AddParts, FilePart};
        ));
    }
    items
}
