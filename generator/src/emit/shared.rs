use proc_macro2::TokenStream;
use quote::quote;

use super::format::Draft;
use super::tokens::{condition, ident};
use super::type_file::{additions, item, with_imports};
use crate::plan::{Crate, Item, Module, SharedModule};

/// `src/types/shared/`: the types that stand inside of several others.
pub(super) fn files(plan: &Crate) -> Vec<Draft> {
    if plan.shared.is_empty() {
        return Vec::new();
    }
    let own = plan.shared.iter().map(file);
    std::iter::once(index(plan)).chain(own).collect()
}

fn index(plan: &Crate) -> Draft {
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
    Draft {
        path: "src/types/shared/mod.rs".to_owned(),
        docs: vec![docs],
        items,
    }
}

fn file(module: &SharedModule) -> Draft {
    let mut tokens: Vec<TokenStream> = module
        .items
        .iter()
        .flat_map(|shared| item(shared, &Module::Shared))
        .collect();
    let all: Vec<&Item> = module.items.iter().collect();
    tokens.extend(additions(&all));
    Draft {
        path: format!("src/types/shared/{}.rs", module.module.unraw()),
        docs: Vec::new(),
        items: with_imports(tokens, &all),
    }
}
