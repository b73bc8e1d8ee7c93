use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tokens::{ident, text};
use crate::plan::{Answer, Reading};

/// A body of some media types, and the variant that it becomes; without one, it is the outcome itself.
pub(super) struct Case<'a> {
    answer: &'a Answer,
    media_types: &'a [String],
    variant: Option<TokenStream>,
}

impl<'a> Case<'a> {
    /// A case; `media_types` need not be known of one that stands alone.
    pub(super) fn of(
        answer: &'a Answer,
        media_types: &'a [String],
        variant: Option<TokenStream>,
    ) -> Self {
        Self {
            answer,
            media_types,
            variant,
        }
    }

    /// The same by how it is read.
    fn readings(&self) -> Vec<Self> {
        let of = |answer, media_types| Case::of(answer, media_types, self.variant.clone());
        match self.answer {
            Answer::Empty
            | Answer::Json(_)
            | Answer::Xml(..)
            | Answer::Text
            | Answer::Plain(_)
            | Answer::Bytes => {
                vec![of(self.answer, self.media_types)]
            }
            Answer::ByMediaType(readings) => readings
                .iter()
                .map(
                    |Reading {
                         media_types,
                         answer,
                     }| of(answer, media_types),
                )
                .collect(),
        }
    }
}

/// The body of a success, of which one case holds:
///
/// ```text
/// match answer.choose(&["application/json", "image/png"]) {
///     Ok(0) => answer.json().map(|response| response.map(GetAvatarSuccess::Json)),
///     Ok(_) => answer.bytes().map(|response| response.map(GetAvatarSuccess::ImagePng)),
///     Err(error) => answer.unreadable(error),
/// }
/// ```
pub(super) fn successful(cases: &[Case<'_>]) -> TokenStream {
    let otherwise = quote!(answer.unreadable(error));
    by_media_type(cases, &otherwise, |case| {
        let read = match case.answer {
            Answer::Empty => quote!(empty()),
            Answer::Json(_) => quote!(json()),
            Answer::Xml(_, table) => {
                let table = ident(table);
                quote!(xml(&crate::xml_tables::#table))
            }
            Answer::Text => quote!(text()),
            Answer::Plain(_) => quote!(plain()),
            Answer::Bytes | Answer::ByMediaType(_) => quote!(bytes()),
        };
        match (&case.variant, case.answer) {
            (None, _) => quote!(answer.#read),
            (Some(variant), Answer::Empty) => {
                quote!(answer.#read.map(|response| response.map(|()| #variant)))
            }
            (Some(variant), _) => quote!(answer.#read.map(|response| response.map(#variant))),
        }
    })
}

/// The body of a failure, of which one case holds.
pub(super) fn failed(cases: &[Case<'_>]) -> TokenStream {
    let otherwise = quote!(::std::result::Result::Err(error));
    by_media_type(cases, &otherwise, |case| {
        let variant = case.variant.as_ref();
        let value = |value: TokenStream| match variant {
            Some(variant) => quote!(::std::result::Result::Ok(#variant(#value))),
            None => quote!(::std::result::Result::Ok(#value)),
        };
        let read = match case.answer {
            Answer::Empty => {
                return match variant {
                    Some(variant) => quote!(::std::result::Result::Ok(#variant)),
                    None => value(quote!(())),
                };
            }
            Answer::Bytes | Answer::ByMediaType(_) => return value(quote!(answer.body().clone())),
            Answer::Json(_) => quote!(json_body()),
            Answer::Xml(_, table) => {
                let table = ident(table);
                quote!(xml_body(&crate::xml_tables::#table))
            }
            Answer::Text => quote!(text_body()),
            Answer::Plain(_) => quote!(plain_body()),
        };
        match variant {
            Some(variant) => quote!(answer.#read.map(#variant)),
            None => quote!(answer.#read),
        }
    })
}

/// What is read in one way is read so whatever its media type is: the runtime says if it is the wrong one.
fn by_media_type(
    cases: &[Case<'_>],
    otherwise: &TokenStream,
    read: impl Fn(&Case<'_>) -> TokenStream,
) -> TokenStream {
    let readings: Vec<Case<'_>> = cases.iter().flat_map(Case::readings).collect();
    let Some((last, others)) = readings.split_last() else {
        return TokenStream::new();
    };
    if others.is_empty() {
        return read(last);
    }
    let media_types =
        (readings.iter()).flat_map(|case| case.media_types.iter().map(|name| text(name)));
    let mut next = 0_usize;
    let arms = others.iter().map(|case| {
        let numbers = next..next + case.media_types.len();
        next = numbers.end;
        let (numbers, read) = (one_of(numbers), read(case));
        quote!(::std::result::Result::Ok(#numbers) => #read,)
    });
    let arms: Vec<TokenStream> = arms.collect();
    let last = read(last);
    quote! {
        match answer.choose(&[#(#media_types),*]) {
            #(#arms)*
            ::std::result::Result::Ok(_) => #last,
            ::std::result::Result::Err(error) => #otherwise,
        }
    }
}

/// The pattern of any of these numbers. Clippy asks for a range where there are three or more.
fn one_of(numbers: std::ops::Range<usize>) -> TokenStream {
    let number = Literal::usize_unsuffixed;
    if numbers.len() > 2 {
        let (first, last) = (number(numbers.start), number(numbers.end - 1));
        return quote!(#first..=#last);
    }
    let numbers = numbers.map(number);
    quote!(#(#numbers)|*)
}
