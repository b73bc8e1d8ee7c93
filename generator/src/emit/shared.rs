use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::format::rust;
use super::tokens::{condition, ident};
use super::type_file::{additions, item, with_imports};
use crate::plan::{Crate, Item, Module, SharedModule};

/// `src/types/shared/`: the types that stand inside of several others.
pub(super) fn files(plan: &Crate) -> Vec<File> {
    if plan.shared.is_empty() {
        return Vec::new();
    }
    let own = plan.shared.iter().map(|module| file(plan, module));
    std::iter::once(index(plan)).chain(own).collect()
}

fn index(plan: &Crate) -> File {
    let modules = plan.shared.iter().map(|module| {
        let (name, condition) = (ident(&module.module), condition(&module.features));
        quote!(#condition mod #name;)
    });
    let uses = plan.shared.iter().map(|module| {
        let (name, condition) = (ident(&module.module), condition(&module.features));
        let types = module.items.iter().map(|item| ident(item.ident()));
        quote!(#condition pub use self::#name::{#(#types),*};)
    });
    let items: Vec<TokenStream> = modules.chain(uses).collect();
    let docs = "The types without a name of their own that stand in several places.".to_owned();
    File {
        path: "src/types/shared/mod.rs".to_owned(),
        text: rust(&plan.notice, &[docs], &items),
    }
}

fn file(plan: &Crate, module: &SharedModule) -> File {
    let mut tokens: Vec<TokenStream> = module
        .items
        .iter()
        .flat_map(|shared| item(shared, &Module::Shared))
        .collect();
    let all: Vec<&Item> = module.items.iter().collect();
    tokens.extend(additions(&all));
    File {
        path: format!("src/types/shared/{}.rs", module.module.unraw()),
        text: rust(&plan.notice, &[], &with_imports(tokens)),
    }
}
