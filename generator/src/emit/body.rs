use proc_macro2::TokenStream;
use quote::quote;

use super::operation::described_parameter;
use super::parts;
use super::tokens::{docs, ident, taken, text, ty};
use crate::plan::{Body, BodyKind, Module, Operation};
use crate::terms::{Framing, ParameterLocation};

/// `call.json("application/json", &body);`
pub(super) fn given(call: &TokenStream, body: &Body) -> TokenStream {
    let (name, content_type) = (ident(&body.ident), text(&body.content_type));
    match &body.kind {
        BodyKind::Json(_) => quote!(#call.json(#content_type, &#name);),
        BodyKind::Form {
            constant, fields, ..
        } => {
            let fields = match fields.is_empty() {
                true => quote!(&[]),
                false => {
                    let constant = ident(constant);
                    quote!(#constant)
                }
            };
            quote!(#call.form(#content_type, #fields, &#name);)
        }
        BodyKind::Xml(_, table) => {
            let table = ident(table);
            quote!(#call.xml(#content_type, &crate::xml_tables::#table, &#name);)
        }
        BodyKind::Items(_, Framing::Sequence) => quote!(#call.sequence(#content_type, &#name);),
        BodyKind::Items(_, Framing::Lines | Framing::Events) => {
            quote!(#call.lines(#content_type, &#name);)
        }
        BodyKind::Multipart(..) => quote!(#call.multipart(#content_type, #name.parts);),
        BodyKind::Plain(_) => quote!(#call.plain(#content_type, &#name);),
        BodyKind::Text => quote!(#call.text(#content_type, #name);),
        BodyKind::Bytes => quote!(#call.bytes(#content_type, #name);),
    }
}

/// The method of the request builder that takes a body.
pub(super) fn setter(body: &Body, module: &Module) -> TokenStream {
    let (name, about) = (ident(&body.ident), docs(&body.docs));
    let of = body.kind.ty();
    let (taken, ty) = (taken(&of, module), ty(&of, module));
    let converted = (!of.is_taken_as_it_is()).then(|| quote!(let #name: #ty = #name.into();));
    let call = given(&quote!(self.call), body);
    quote! {
        #about
        pub fn #name(mut self, #name: #taken) -> Self {
            #converted
            #call
            self
        }
    }
}

/// The structs that collect the parts of bodies.
pub(super) fn parts(operation: &Operation, module: &Module) -> Vec<TokenStream> {
    let bodies = operation.bodies.iter();
    let parts = bodies.filter_map(|body| match &body.kind {
        BodyKind::Multipart(parts, _) => Some(parts::parts(parts, module)),
        BodyKind::Form { .. }
        | BodyKind::Json(_)
        | BodyKind::Xml(..)
        | BodyKind::Plain(_)
        | BodyKind::Items(..)
        | BodyKind::Text
        | BodyKind::Bytes => None,
    });
    parts.flatten().collect()
}

/// What describes the members of bodies.
///
/// ```text
/// static FORM: &[crate::runtime::Parameter] = &[crate::runtime::Parameter::query("tags").explode(false)];
/// ```
pub(super) fn descriptions(operation: &Operation) -> impl Iterator<Item = TokenStream> {
    operation.bodies.iter().filter_map(|body| match &body.kind {
        BodyKind::Form {
            constant, fields, ..
        } if !fields.is_empty() => {
            let constant = ident(constant);
            let fields = fields.iter().map(|field| {
                described_parameter(ParameterLocation::Query, &field.wire_name, field.writing)
            });
            Some(quote!(static #constant: &[crate::runtime::Parameter] = &[#(#fields),*];))
        }
        BodyKind::Form { .. }
        | BodyKind::Json(_)
        | BodyKind::Xml(..)
        | BodyKind::Plain(_)
        | BodyKind::Items(..)
        | BodyKind::Multipart(..)
        | BodyKind::Text
        | BodyKind::Bytes => None,
    })
}
