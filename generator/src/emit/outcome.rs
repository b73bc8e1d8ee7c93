use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lints;
use super::tokens::{docs, ident, ty};
use crate::plan::{Answer, Failure, Module, Operation, RustType, StatusMatch, Success};
use crate::terms::StatusPattern;

/// The enums of outcomes that differ by status.
pub(super) fn enums(operation: &Operation, module: &Module) -> Vec<TokenStream> {
    let mut tokens = Vec::new();
    if let Success::Several { ident: name, arms } = &operation.success {
        let variants: Vec<TokenStream> = arms
            .iter()
            .map(|arm| variant(&ident(&arm.ident), &arm.docs, &arm.answer, module))
            .collect();
        let about = format!(" What `{}` answers, by status.", operation.title);
        let answers = arms.iter().map(|arm| &arm.answer);
        tokens.push(outcome(&about, &ident(name), &variants, answers));
    }
    if let Failure::Several { ident: name, arms } = &operation.failure {
        let variants: Vec<TokenStream> = arms
            .iter()
            .map(|arm| variant(&ident(&arm.ident), &arm.docs, &arm.answer, module))
            .collect();
        let about = format!(
            " What `{}` answers when it fails, by status.",
            operation.title
        );
        let answers = arms.iter().map(|arm| &arm.answer);
        tokens.push(outcome(&about, &ident(name), &variants, answers));
    }
    tokens
}

fn outcome<'a>(
    about: &str,
    name: &proc_macro2::Ident,
    variants: &[TokenStream],
    answers: impl Iterator<Item = &'a Answer>,
) -> TokenStream {
    let sizes = lints::sizes(answers.filter_map(|answer| match answer {
        Answer::Json(ty) => Some(ty),
        Answer::Empty | Answer::Text | Answer::Bytes => None,
    }));
    quote! {
        #[doc = #about]
        #[derive(Clone, Debug, PartialEq)]
        #sizes
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    }
}

fn variant(
    name: &proc_macro2::Ident,
    about: &[String],
    answer: &Answer,
    module: &Module,
) -> TokenStream {
    let about = docs(about);
    match answer {
        Answer::Empty => quote!(#about #name),
        Answer::Json(_) | Answer::Text | Answer::Bytes => {
            let ty = ty(&answer.ty(), module);
            quote!(#about #name(#ty))
        }
    }
}

/// The type of a success.
pub(super) fn output(operation: &Operation, module: &Module) -> TokenStream {
    ty(&operation.output(|ident| named(ident, module)), module)
}

/// The type of the body of a failure.
pub(super) fn error(operation: &Operation, module: &Module) -> TokenStream {
    ty(&operation.error(|ident| named(ident, module)), module)
}

fn named(ident: &crate::naming::Ident, module: &Module) -> RustType {
    RustType::Named(crate::plan::Path {
        module: module.clone(),
        ident: ident.clone(),
    })
}

/// ```text
/// match answer.status().as_u16() {
///     200..=299 => answer.json(),
///     _ => answer.fail(|answer| Some(answer.json_body())),
/// }
/// ```
pub(super) fn by_status(operation: &Operation) -> TokenStream {
    let successes = successes(&operation.success);
    let failure = failure(&operation.failure);
    quote! {
        match answer.status().as_u16() {
            #successes
            _ => answer.fail(#failure),
        }
    }
}

fn successes(success: &Success) -> TokenStream {
    match success {
        Success::One(answer) => {
            let read = read(answer);
            quote!(200..=299 => answer.#read(),)
        }
        Success::Several { ident: name, arms } => {
            let name = ident(name);
            let declared = codes(arms.iter().map(|arm| arm.status));
            let cases = arms.iter().map(|arm| {
                let (status, variant, read) =
                    (status(arm.status, &declared), ident(&arm.ident), read(&arm.answer));
                match arm.answer {
                    Answer::Empty => quote! {
                        #status => answer.#read().map(|response| response.map(|()| #name::#variant)),
                    },
                    Answer::Json(_) | Answer::Text | Answer::Bytes => quote! {
                        #status => answer.#read().map(|response| response.map(#name::#variant)),
                    },
                }
            });
            // A success that is not declared has no variant: the error says that the call succeeded.
            let all = arms.iter().any(|arm| {
                matches!(
                    arm.status.0,
                    StatusPattern::Range(2) | StatusPattern::Default
                )
            });
            let rest = range(2, &declared);
            let other = (!all).then(|| quote!(#rest => answer.undeclared(),));
            quote!(#(#cases)* #other)
        }
    }
}

/// The method of an answer that reads its body.
fn read(answer: &Answer) -> TokenStream {
    match answer {
        Answer::Empty => quote!(empty),
        Answer::Json(_) => quote!(json),
        Answer::Text => quote!(text),
        Answer::Bytes => quote!(bytes),
    }
}

fn failure(failure: &Failure) -> TokenStream {
    match failure {
        Failure::Undecoded => quote!(|_| ::std::option::Option::None),
        Failure::One(answer) => {
            let body = body(answer);
            quote!(|answer| ::std::option::Option::Some(#body))
        }
        Failure::Several { ident: name, arms } => {
            let name = ident(name);
            let declared = codes(arms.iter().map(|arm| arm.status));
            let cases = arms.iter().map(|arm| {
                let (status, variant) = (status(arm.status, &declared), ident(&arm.ident));
                let body = body(&arm.answer);
                match arm.answer {
                    Answer::Empty => quote!(#status => ::std::option::Option::Some(::std::result::Result::Ok(#name::#variant)),),
                    Answer::Bytes => {
                        quote!(#status => ::std::option::Option::Some(::std::result::Result::Ok(#name::#variant(answer.body().clone()))),)
                    }
                    Answer::Json(_) | Answer::Text => {
                        quote!(#status => ::std::option::Option::Some(#body.map(#name::#variant)),)
                    }
                }
            });
            let default = arms
                .iter()
                .any(|arm| arm.status.0 == StatusPattern::Default);
            let other = (!default).then(|| quote!(_ => ::std::option::Option::None,));
            quote!(|answer| match answer.status().as_u16() { #(#cases)* #other })
        }
    }
}

/// The body of a failure as its type.
fn body(answer: &Answer) -> TokenStream {
    match answer {
        Answer::Empty => quote!(::std::result::Result::Ok(())),
        Answer::Json(_) => quote!(answer.json_body()),
        Answer::Text => quote!(answer.text_body()),
        Answer::Bytes => quote!(::std::result::Result::Ok(answer.body().clone())),
    }
}

/// The codes that have a case of their own.
fn codes(statuses: impl Iterator<Item = StatusMatch>) -> Vec<u16> {
    statuses
        .filter_map(|status| match status.0 {
            StatusPattern::Code(code) => Some(code),
            StatusPattern::Range(_) | StatusPattern::Default => None,
        })
        .collect()
}

/// The pattern of a `match` on a status.
fn status(status: StatusMatch, declared: &[u16]) -> TokenStream {
    match status.0 {
        StatusPattern::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        StatusPattern::Range(class) => range(class, declared),
        StatusPattern::Default => quote!(_),
    }
}

/// The statuses of a class. Those at its beginning that have a case of their own are left out: clippy takes a range that
/// begins with one for a mistake.
fn range(class: u8, declared: &[u16]) -> TokenStream {
    let (first, last) = (u16::from(class) * 100, u16::from(class) * 100 + 99);
    let first = (first..last).find(|code| !declared.contains(code));
    let (first, last) = (
        Literal::u16_unsuffixed(first.unwrap_or(last)),
        Literal::u16_unsuffixed(last),
    );
    quote!(#first..=#last)
}
