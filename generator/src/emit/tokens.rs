use proc_macro2::{Ident as Token, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::naming::Ident;
use crate::plan::{LibraryType, Module, Reexport, RustType};

/// An identifier as a token.
pub(super) fn ident(ident: &Ident) -> Token {
    if ident.is_raw() {
        Token::new_raw(ident.unraw(), Span::call_site())
    } else {
        Token::new(ident.unraw(), Span::call_site())
    }
}

/// Lines of documentation of an item.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    lines
        .iter()
        .map(|line| {
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            quote!(#[doc = #line])
        })
        .collect()
}

/// `#[deprecated]` where something should no longer be used.
pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}

/// Lets code touch deprecated fields that must touch them.
pub(super) fn touching_deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote!(#[expect(deprecated, reason = "what is deprecated still goes over the wire")])
    } else {
        TokenStream::new()
    }
}

/// A string literal.
pub(super) fn text(text: &str) -> Literal {
    Literal::string(text)
}

/// A type, as a file in `module` spells it.
pub(super) fn ty(of: &RustType, module: &Module) -> TokenStream {
    let inner = |of: &RustType| ty(of, module);
    match of {
        RustType::Unit => quote!(()),
        RustType::Bool => quote!(bool),
        RustType::Integer { bits, signed } => {
            let name = format_ident!("{}{bits}", if *signed { "i" } else { "u" });
            quote!(#name)
        }
        RustType::F32 => quote!(f32),
        RustType::F64 => quote!(f64),
        RustType::String => quote!(::std::string::String),
        RustType::Format(format) => {
            let name = format_ident!("{}", format.as_str());
            quote!(crate::formats::#name)
        }
        RustType::Library(of) => library(*of),
        RustType::Number => quote!(json::Number),
        RustType::Bytes => quote!(crate::runtime::Bytes),
        RustType::Body => quote!(crate::runtime::Body),
        RustType::Json => quote!(json::Json),
        RustType::JsonObject => quote!(json::JsonObject),
        RustType::Vec(items) => generic(&quote!(::std::vec::Vec), inner(items)),
        RustType::KeyedMap(keys, values) => {
            let (keys, values) = (inner(keys), inner(values));
            quote!(json::Map<#values, #keys>)
        }
        RustType::Map(values) => generic(&quote!(json::Map), inner(values)),
        RustType::OpenMap(values) => generic(&quote!(json::OpenMap), inner(values)),
        RustType::Option(value) => generic(&quote!(::std::option::Option), inner(value)),
        RustType::Nullable(value) => generic(&quote!(json::Nullable), inner(value)),
        RustType::Boxed(value) => generic(&quote!(::std::boxed::Box), inner(value)),
        // What is shared has a file for each type, so that none has the other's name.
        RustType::Named(path) if path.module == *module && *module != Module::Shared => {
            let ident = ident(&path.ident);
            quote!(#ident)
        }
        RustType::Named(path) => {
            let ident = ident(&path.ident);
            let module = self::module(&path.module);
            quote!(#module::#ident)
        }
        RustType::Undecoded => quote!(crate::runtime::Undecoded),
    }
}

/// A type of a library.
fn library(of: LibraryType) -> TokenStream {
    let (path, argument) = of.path();
    let (path, argument) = (foreign(path), argument.map(foreign));
    match argument {
        Some(argument) => quote!(#path<#argument>),
        None => path,
    }
}

/// A path from the crates on.
fn foreign(path: &str) -> TokenStream {
    let steps = path.split("::").map(|step| format_ident!("{step}"));
    quote!(#(::#steps)*)
}

/// The type of an argument that becomes a value of the type: what can be made into it, where that is of use.
pub(super) fn taken(of: &RustType, module: &Module) -> TokenStream {
    let ty = ty(of, module);
    match of.is_taken_as_it_is() {
        true => ty,
        false => quote!(impl ::std::convert::Into<#ty>),
    }
}

/// The value that an argument stands for.
pub(super) fn given(argument: &Token, of: &RustType) -> TokenStream {
    match of.is_taken_as_it_is() {
        true => quote!(#argument),
        false => quote!(#argument.into()),
    }
}

fn generic(of: &TokenStream, argument: TokenStream) -> TokenStream {
    quote!(#of<#argument>)
}

/// The full path of a module.
pub(super) fn module(module: &Module) -> TokenStream {
    match module {
        Module::Types => quote!(crate::types),
        Module::Component(component) => {
            let component = ident(component);
            quote!(crate::types::#component)
        }
        Module::Shared => quote!(crate::types::shared),
        Module::Operation(group, operation) => {
            let (group, operation) = (ident(group), ident(operation));
            quote!(crate::#group::#operation)
        }
    }
}

/// Names of types that are in other modules.
pub(super) fn reexports(reexports: &[Reexport]) -> impl Iterator<Item = TokenStream> {
    reexports.iter().map(|reexport| {
        let module = module(&reexport.path.module);
        let (there, here) = (ident(&reexport.path.ident), ident(&reexport.ident));
        if there == here {
            quote!(pub use #module::#there;)
        } else {
            quote!(pub use #module::#there as #here;)
        }
    })
}

/// The condition that one of the features is on; nothing, if there are none.
pub(super) fn condition(features: &[String]) -> TokenStream {
    match features {
        [] => TokenStream::new(),
        [only] => quote!(#[cfg(feature = #only)]),
        several => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}

/// Whether any token names something in `crate::runtime::json`, so that the file has to import it.
pub(super) fn names_json(items: &[TokenStream]) -> bool {
    fn found(tokens: &TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let inside = tokens
            .iter()
            .any(|token| matches!(token, TokenTree::Group(group) if found(&group.stream())));
        let before = |at: usize| at.checked_sub(2).and_then(|start| tokens.get(start));
        let mut pairs = tokens.windows(2).enumerate();
        inside || pairs.any(|(at, pair)| is_json_path(pair) && !before(at).is_some_and(is_path))
    }
    /// The `::` of `types::json::`, which is another `json`.
    fn is_path(token: &TokenTree) -> bool {
        matches!(token, TokenTree::Punct(colon) if colon.as_char() == ':' && colon.spacing() == Spacing::Joint)
    }
    /// `json::`, but not `.json(`.
    fn is_json_path(pair: &[TokenTree]) -> bool {
        match pair {
            [TokenTree::Ident(ident), TokenTree::Punct(colon)] => {
                ident == "json" && colon.as_char() == ':' && colon.spacing() == Spacing::Joint
            }
            _ => false,
        }
    }
    items.iter().any(found)
}
