use proc_macro2::TokenStream;
use quote::quote;

use super::outcome;
use super::tokens::{docs, ident, text, ty};
use crate::config::PageFrom;
use crate::plan::{Module, Operation, PageTarget, Paging, PagingStyle};

/// ```text
/// impl ListPets {
///     pub fn pages(self) -> Pages<ListPetsResponse, Error> { … }
///     pub fn items(self) -> PagedItems<Pet, Error> { … }
/// }
/// fn read_answer(answer: Answer) -> Answered<ListPetsResponse, Error> { … }
/// static PAGING: Paging = …;
/// ```
pub(super) fn paging(operation: &Operation, module: &Module) -> TokenStream {
    let Some(paging) = &operation.paging else {
        return TokenStream::new();
    };
    let name = ident(&operation.builder);
    let (output, error) = (
        outcome::output(operation, module),
        outcome::error(operation, module),
    );
    let item = ty(&paging.item, module);
    let (of_pages, of_items) = (docs(&paging.pages_docs), docs(&paging.items_docs));
    quote! {
        impl #name {
            #of_pages
            pub fn pages(self) -> crate::runtime::Pages<#output, #error> {
                crate::runtime::Pages::new(self.call, &PAGING, read_answer)
            }

            #of_items
            pub fn items(self) -> crate::runtime::PagedItems<#item, #error> {
                crate::runtime::PagedItems::new(self.call, &PAGING, |answer| read_answer(answer).err())
            }
        }
    }
}

/// What becomes of a call: its answer is read in a function of its own where pages are read so too.
pub(super) fn answered(operation: &Operation) -> TokenStream {
    if operation.paging.is_some() {
        return quote!(read_answer(self.call.execute().await?));
    }
    let by_status = outcome::by_status(operation);
    quote! {
        let answer = self.call.execute().await?;
        #by_status
    }
}

/// What reads an answer, apart from what sends the request, and the description of the pages.
pub(super) fn parts(operation: &Operation, module: &Module) -> Vec<TokenStream> {
    let Some(paging) = &operation.paging else {
        return Vec::new();
    };
    let (output, error) = (
        outcome::output(operation, module),
        outcome::error(operation, module),
    );
    let by_status = outcome::by_status(operation);
    let read = quote! {
        fn read_answer(
            answer: crate::runtime::Answer,
        ) -> crate::runtime::Answered<#output, #error> {
            #by_status
        }
    };
    vec![read, description(operation, paging)]
}

fn description(operation: &Operation, paging: &Paging) -> TokenStream {
    let style = style(operation, &paging.style);
    let items = text(paging.items.as_str());
    let mut value = quote!(crate::runtime::Paging::new(#style, #items));
    if let Some(more) = &paging.more {
        let more = text(more.as_str());
        value.extend(quote!(.more(#more)));
    }
    if let Some(total) = &paging.total {
        let total = text(total.as_str());
        value.extend(quote!(.total(#total)));
    }
    if let Some((to, unasked)) = &paging.size {
        let to = target(operation, to);
        let unasked = match unasked {
            Some(size) => quote!(::std::option::Option::Some(#size)),
            None => quote!(::std::option::Option::None),
        };
        value.extend(quote!(.size(#to, #unasked)));
    }
    quote!(static PAGING: crate::runtime::Paging = #value;)
}

fn style(operation: &Operation, style: &PagingStyle) -> TokenStream {
    let style = match style {
        PagingStyle::Cursor { to, from } => {
            let (to, from) = (target(operation, to), source(from));
            quote!(Cursor { to: #to, from: #from })
        }
        PagingStyle::Offset { to } => {
            let to = target(operation, to);
            quote!(Offset { to: #to })
        }
        PagingStyle::Number { to, first } => {
            let to = target(operation, to);
            quote!(Number { to: #to, first: #first })
        }
        PagingStyle::Url { from } => {
            let from = source(from);
            quote!(Url { from: #from })
        }
        PagingStyle::Link => quote!(Link),
    };
    quote!(crate::runtime::PagingStyle::#style)
}

fn target(operation: &Operation, target: &PageTarget) -> TokenStream {
    match target {
        PageTarget::Parameter(index) => {
            let parameter = operation.parameters.get(*index);
            let constant = parameter.map(|parameter| ident(&parameter.constant));
            quote!(crate::runtime::PageTarget::Parameter(&#constant))
        }
        PageTarget::Body(place) => {
            let place = text(place.as_str());
            quote!(crate::runtime::PageTarget::Body(#place))
        }
    }
}

fn source(from: &PageFrom) -> TokenStream {
    match from {
        PageFrom::Body(place) => {
            let place = text(place.as_str());
            quote!(crate::runtime::PageSource::Body(#place))
        }
        PageFrom::Header(name) => {
            let name = text(name);
            quote!(crate::runtime::PageSource::Header(#name))
        }
    }
}
