use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::format::Draft;
use super::macros::ENUM_MACROS;
use super::tokens::{self, condition, docs, ident, reexports, ty};
use super::{enumeration, structure, tuple, union, wrapper};
use crate::plan::{Crate, Item, Module, TypeModule};

/// `src/types/mod.rs`: what is re-exported, and under which features.
pub(super) fn index(plan: &Crate) -> Draft {
    let modules = plan.types.iter().map(|module| {
        let (name, condition) = (ident(&module.module), condition(&module.features));
        if module.inline.is_empty() && module.reexports.is_empty() {
            quote!(#condition mod #name;)
        } else {
            quote!(#condition pub mod #name;)
        }
    });
    let uses = plan.types.iter().map(|module| {
        let (name, condition) = (ident(&module.module), condition(&module.features));
        let component = ident(module.component.ident());
        quote!(#condition pub use self::#name::#component;)
    });
    let shared = (!plan.shared.is_empty()).then(|| {
        quote!(
            pub mod shared;
        )
    });
    let items: Vec<TokenStream> = modules.chain(shared).chain(uses).collect();
    let docs = vec!["The types that the description gives a name.".to_owned()];
    Draft {
        path: "src/types/mod.rs".to_owned(),
        docs,
        items,
    }
}

/// `src/types/….rs`: a component and the types that stand inside of it.
pub(super) fn type_file(module: &TypeModule) -> Draft {
    let own = Module::Component(module.module.clone());
    let mut tokens = item(&module.component, &own);
    tokens.extend(module.inline.iter().flat_map(|inline| item(inline, &own)));
    let all: Vec<&Item> = std::iter::once(&module.component)
        .chain(&module.inline)
        .collect();
    tokens.extend(additions(&all));
    let mut tokens = with_imports(tokens, &all);
    tokens.splice(0..0, reexports(&module.reexports));
    let docs = if module.inline.is_empty() && module.reexports.is_empty() {
        Vec::new()
    } else {
        vec![format!(
            "[`{}`] and what stands inside of it.",
            module.component.ident().unraw()
        )]
    };
    Draft {
        path: format!("src/types/{}.rs", module.module.unraw()),
        docs,
        items: tokens,
    }
}

/// The items of one type.
pub(super) fn item(item: &Item, module: &Module) -> Vec<TokenStream> {
    match item {
        Item::Struct(item) => structure::structure(item, module),
        Item::Enum(item) => enumeration::enumeration(item),
        Item::Union(item) => union::union(item, module),
        Item::Tuple(item) => tuple::tuple(item, module),
        Item::Wrapper(item) => wrapper::wrapper(item, module),
        Item::Alias(item) => {
            let (name, about, ty) = (ident(&item.ident), docs(&item.docs), ty(&item.ty, module));
            vec![quote!(#about pub type #name = #ty;)]
        }
    }
}

/// What the macros of the crate add to types.
pub(super) fn additions(items: &[&Item]) -> Vec<TokenStream> {
    let enums = ENUM_MACROS.iter().filter_map(|(of, _)| {
        let found = items.iter().filter_map(|item| of.of(item));
        let found: Vec<TokenStream> = found
            .map(|item| {
                let (name, unknown) = (ident(&item.ident), ident(&item.unknown));
                match of.names_unknown {
                    true => quote!(#name(#unknown)),
                    false => quote!(#name),
                }
            })
            .collect();
        let name = format_ident!("{}", of.name);
        (!found.is_empty()).then(|| quote!(#name!(#(#found),*);))
    });
    let types = items.iter().filter(|item| item.has_codecs());
    let types: Vec<_> = types.map(|item| ident(item.ident())).collect();
    let bridge = (!types.is_empty())
        .then(|| quote!(#[cfg(feature = "serde")] bridge_to_serde!(#(#types),*);));
    enums.chain(bridge).collect()
}

/// Puts the imports that the items need before them; `types` are among them, and types with codecs need `json` for sure.
pub(super) fn with_imports(items: Vec<TokenStream>, types: &[&Item]) -> Vec<TokenStream> {
    let has_codecs = types.iter().any(|item| item.has_codecs());
    if !has_codecs && !tokens::names_json(&items) {
        return items;
    }
    let mut all = vec![quote!(
        use crate::runtime::json;
    )];
    all.extend(items);
    all
}
