use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::outcome;
use super::tokens::{text, ty as type_of};
use crate::plan::{
    Answer, EventData, EventForm, EventPart, Module, Operation, Stream, StreamItems, Success,
};
use crate::terms::Framing;

/// The type of an answer that is read while it arrives.
pub(super) fn ty(stream: &Stream, module: &Module) -> TokenStream {
    match &stream.items {
        StreamItems::Texts { ty, .. } => {
            let ty = type_of(ty, module);
            quote!(crate::runtime::stream::ItemStream<#ty>)
        }
        StreamItems::Events { ty: Some(ty), .. } => {
            let ty = type_of(ty, module);
            quote!(crate::runtime::stream::EventStream<#ty>)
        }
        StreamItems::Events { ty: None, .. } => {
            quote!(crate::runtime::stream::EventStream<crate::runtime::stream::Event>)
        }
    }
}

/// What becomes of a call whose successes are all read while they arrive.
pub(super) fn answered(operation: &Operation) -> Option<TokenStream> {
    let stream = operation.stream.as_ref();
    let stream = stream.filter(|_| !operation.success.is_whole());
    stream.map(|stream| opened(operation, stream))
}

/// ```text
/// self.call.events(None, &EVENTS, |_| None).await
/// ```
fn opened(operation: &Operation, stream: &Stream) -> TokenStream {
    let failure = outcome::failure(&operation.failure);
    let accept = match &stream.accept {
        Some(accept) => {
            let accept = text(accept);
            quote!(::std::option::Option::Some(#accept))
        }
        None => quote!(::std::option::Option::None),
    };
    match &stream.items {
        StreamItems::Texts { framing, .. } => {
            let framing = match framing {
                Framing::Sequence => quote!(Sequence),
                Framing::Lines | Framing::Events => quote!(Lines),
            };
            quote!(self.call.items(#accept, crate::runtime::stream::Framing::#framing, #failure).await)
        }
        StreamItems::Events { .. } => quote!(self.call.events(#accept, &EVENTS, #failure).await),
    }
}

/// The methods beside `send` by which an answer is read while it arrives.
pub(super) fn methods(operation: &Operation, module: &Module) -> TokenStream {
    let mut methods = TokenStream::new();
    if matches!(operation.success, Success::One(Answer::Bytes)) {
        methods.extend(stream_bytes(operation, module));
    }
    let beside = match &operation.success {
        Success::One(_) | Success::Several { .. } => operation.stream.as_ref(),
        Success::Stream => None,
    };
    if let Some(of) = beside {
        methods.extend(stream(operation, of, module));
    }
    methods
}

fn stream(operation: &Operation, stream: &Stream, module: &Module) -> TokenStream {
    let (output, error) = (ty(stream, module), outcome::error(operation, module));
    let opened = opened(operation, stream);
    let about = match (&stream.asked_by, &stream.accept) {
        (Some(member), _) => format!(
            " Sends the request with `{member}` set in its body, and returns the answer item by item, while it arrives."
        ),
        (None, Some(accept)) => {
            format!(" Asks for `{accept}`, and returns the answer item by item, while it arrives.")
        }
        (None, None) => " Returns the answer item by item, while it arrives.".to_owned(),
    };
    let (mutable, asked) = match &stream.asked_by {
        Some(member) => {
            let member = text(member);
            (quote!(mut self), quote!(self.call.set_member(#member);))
        }
        None => (quote!(self), TokenStream::new()),
    };
    quote! {
        #[doc = #about]
        ///
        /// # Errors
        ///
        /// As [`send`](Self::send).
        pub async fn stream(#mutable) -> crate::runtime::CallResult<#output, #error> {
            #asked
            #opened.map(crate::runtime::Response::into_body)
        }
    }
}

fn stream_bytes(operation: &Operation, module: &Module) -> TokenStream {
    let error = outcome::error(operation, module);
    let failure = outcome::failure(&operation.failure);
    quote! {
        /// Sends the request, and returns the body of the answer piece by piece, while it arrives.
        ///
        /// # Errors
        ///
        /// As [`send`](Self::send).
        pub async fn stream_bytes(
            self,
        ) -> crate::runtime::CallResult<crate::runtime::stream::ByteStream, #error> {
            self.call.byte_stream(#failure).await.map(crate::runtime::Response::into_body)
        }
    }
}

/// ```text
/// static EVENTS: EventForm = EventForm::of_data(EventData::Json).ends_at(&["[DONE]"]);
/// ```
pub(super) fn form(operation: &Operation) -> Option<TokenStream> {
    let StreamItems::Events { form, .. } = &operation.stream.as_ref()?.items else {
        return None;
    };
    let EventForm {
        part,
        data,
        ends,
        last,
    } = form;
    let constructor = match part {
        EventPart::Data => format_ident!("of_data"),
        EventPart::Whole => format_ident!("of_event"),
        EventPart::Either => format_ident!("of_either"),
    };
    let data = match data {
        EventData::Text => quote!(Text),
        EventData::Json => quote!(Json),
        EventData::JsonOrText => quote!(JsonOrText),
        EventData::JsonOf(names) => {
            let names = names.iter().map(|name| text(name));
            quote!(JsonOf(&[#(#names),*]))
        }
    };
    let (ends, last) = (given("ends_at", ends), given("ends_after", last));
    Some(quote! {
        static EVENTS: crate::runtime::stream::EventForm =
            crate::runtime::stream::EventForm::#constructor(crate::runtime::stream::EventData::#data) #ends #last;
    })
}

fn given(method: &str, texts: &[String]) -> Option<TokenStream> {
    let method = format_ident!("{method}");
    let all = texts.iter().map(|it| text(it));
    (!texts.is_empty()).then(|| quote!(.#method(&[#(#all),*])))
}
