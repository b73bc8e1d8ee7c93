use std::ops::RangeInclusive;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::reading::{Case, failed, successful};
use super::tokens::{docs, ident, ty};
use super::{lints, stream};
use crate::naming::Ident;
use crate::plan::{Answer, Arm, Failure, Module, Operation, RustType, StatusMatch, Success};
use crate::terms::StatusPattern;

/// The enums of outcomes that differ by status.
pub(super) fn enums(operation: &Operation, module: &Module) -> Vec<TokenStream> {
    let mut tokens = Vec::new();
    if let Success::Several { ident, arms } = &operation.success {
        let about = format!(" What `{}` answers.", operation.title);
        tokens.push(outcome(&about, ident, arms, module));
    }
    if let Failure::Several { ident, arms } = &operation.failure {
        let about = format!(" What `{}` answers when it fails.", operation.title);
        tokens.push(outcome(&about, ident, arms, module));
    }
    tokens
}

fn outcome(about: &str, name: &Ident, arms: &[Arm], module: &Module) -> TokenStream {
    let name = ident(name);
    let variants = arms
        .iter()
        .map(|arm| variant(&ident(&arm.ident), &arm.docs, &arm.answer, module));
    let types: Vec<RustType> = arms.iter().map(|arm| arm.answer.ty()).collect();
    let sizes = lints::sizes(types.iter());
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
        Answer::Json(_)
        | Answer::Xml(..)
        | Answer::Text
        | Answer::Plain(_)
        | Answer::Bytes
        | Answer::ByMediaType(_) => {
            let ty = ty(&answer.ty(), module);
            quote!(#about #name(#ty))
        }
    }
}

/// The type of a success.
pub(super) fn output(operation: &Operation, module: &Module) -> TokenStream {
    match operation.output(|ident| named(ident, module)) {
        Some(output) => ty(&output, module),
        None => (operation.stream.as_ref()).map_or_else(|| quote!(()), |of| stream::ty(of, module)),
    }
}

/// The type of the body of a failure.
pub(super) fn error(operation: &Operation, module: &Module) -> TokenStream {
    ty(&operation.error(|ident| named(ident, module)), module)
}

fn named(ident: &Ident, module: &Module) -> RustType {
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
    let successes = successes(operation);
    let failure = failure(&operation.failure);
    quote! {
        match answer.status().as_u16() {
            #successes
            _ => answer.fail(#failure),
        }
    }
}

fn successes(operation: &Operation) -> TokenStream {
    let classes = match operation.redirects {
        true => 1..=3,
        false => 2..=2,
    };
    let whole = range(classes.clone(), &[]);
    match &operation.success {
        Success::Stream => TokenStream::new(),
        Success::One(answer) => {
            let read = successful(&[Case::of(answer, &[], None)]);
            quote!(#whole => #read,)
        }
        Success::Several { ident: name, arms } => {
            let name = ident(name);
            let declared = codes(arms.iter().map(|arm| arm.status));
            let statuses = of_statuses(arms);
            if let [(_, arms)] = statuses.as_slice() {
                let read = successful(&cases(&name, arms));
                return quote!(#whole => #read,);
            }
            let cases = statuses.into_iter().map(|(at, arms)| {
                let status = status(at, &declared);
                let read = successful(&cases(&name, arms));
                quote!(#status => #read,)
            });
            // A success that is not declared has no variant: the error says that the call succeeded.
            let all = arms.iter().any(|arm| {
                matches!(
                    arm.status.0,
                    StatusPattern::Range(2) | StatusPattern::Default
                )
            });
            let rest = range(classes, &declared);
            let other = (!all).then(|| quote!(#rest => answer.undeclared(),));
            quote!(#(#cases)* #other)
        }
    }
}

/// What reads the body of a failure: a function of the answer.
pub(super) fn failure(failure: &Failure) -> TokenStream {
    match failure {
        Failure::Undecoded => quote!(|_| ::std::option::Option::None),
        Failure::One(answer) => {
            let read = failed(&[Case::of(answer, &[], None)]);
            quote!(|answer| ::std::option::Option::Some(#read))
        }
        Failure::Several { ident: name, arms } => {
            let name = ident(name);
            let declared = codes(arms.iter().map(|arm| arm.status));
            let cases = of_statuses(arms).into_iter().map(|(at, arms)| {
                let status = status(at, &declared);
                let read = failed(&cases(&name, arms));
                quote!(#status => ::std::option::Option::Some(#read),)
            });
            let default = arms
                .iter()
                .any(|arm| arm.status.0 == StatusPattern::Default);
            let other = (!default).then(|| quote!(_ => ::std::option::Option::None,));
            quote!(|answer| match answer.status().as_u16() { #(#cases)* #other })
        }
    }
}

/// The arms of each status.
fn of_statuses(arms: &[Arm]) -> Vec<(StatusMatch, &[Arm])> {
    let chunks = arms.chunk_by(|one, other| one.status == other.status);
    chunks
        .filter_map(|arms| Some((arms.first()?.status, arms)))
        .collect()
}

fn cases<'a>(name: &proc_macro2::Ident, arms: &'a [Arm]) -> Vec<Case<'a>> {
    arms.iter()
        .map(|arm| {
            let variant = ident(&arm.ident);
            Case::of(&arm.answer, &arm.media_types, Some(quote!(#name::#variant)))
        })
        .collect()
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
        StatusPattern::Range(class) => range(class..=class, declared),
        StatusPattern::Default => quote!(_),
    }
}

/// The statuses of some classes. Those at the beginning that have a case of their own are left out: clippy takes a range that
/// begins with one for a mistake.
fn range(classes: RangeInclusive<u8>, declared: &[u16]) -> TokenStream {
    let (first, last) = classes.into_inner();
    let (first, last) = (u16::from(first) * 100, u16::from(last) * 100 + 99);
    let first = (first..last).find(|code| !declared.contains(code));
    let (first, last) = (
        Literal::u16_unsuffixed(first.unwrap_or(last)),
        Literal::u16_unsuffixed(last),
    );
    quote!(#first..=#last)
}
