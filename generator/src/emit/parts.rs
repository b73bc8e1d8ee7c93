use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::operation::described_parameter;
use super::tokens::{deprecated, docs, given, ident, taken, text, ty};
use crate::plan::{Module, PartField, PartHeader, PartKind, Parts};
use crate::terms::ParameterLocation;

/// The struct that collects the parts of a body.
///
/// ```text
/// pub struct UploadParts { parts: crate::runtime::Parts }
///
/// impl UploadParts {
///     pub fn new(file: impl Into<crate::runtime::FilePart>) -> Self {
///         let mut parts = crate::runtime::Parts::new(PARTS);
///         parts.file(0, file.into());
///         Self { parts }
///     }
///     pub fn with_note(mut self, value: impl Into<String>) -> Self {
///         let value: String = value.into();
///         self.parts.value(1, &value);
///         self
///     }
/// }
/// ```
pub(super) fn parts(of: &Parts, module: &Module) -> Vec<TokenStream> {
    vec![
        declaration(of),
        methods(of, module),
        traits(of),
        description(of),
    ]
}

fn declaration(of: &Parts) -> TokenStream {
    let (name, about) = (ident(&of.ident), docs(&of.docs));
    quote! {
        #about
        #[derive(Clone, Debug)]
        pub struct #name {
            parts: crate::runtime::Parts,
        }
    }
}

fn methods(of: &Parts, module: &Module) -> TokenStream {
    let (name, constant) = (ident(&of.ident), ident(&of.constant));
    let required = || {
        of.fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.required)
    };
    let arguments = required().map(|(_, field)| {
        let (name, ty) = (ident(&field.ident), field_type(field, module));
        quote!(#name: #ty)
    });
    let receiver = quote!(parts);
    let values =
        required().map(|(place, field)| set(&receiver, place, field, &ident(&field.ident), module));
    let mutable = required().next().is_some().then(|| quote!(mut));
    let many = (required().count() > 7).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "as many parts are required")]),
    );
    let optional = of
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| !field.required);
    let setters = optional.map(|(place, field)| setter(place, field, module));
    let headers = of.fields.iter().enumerate();
    let headers = headers.flat_map(|(place, field)| {
        let headers = field.headers.iter();
        headers.map(move |header| header_setter(place, header, module))
    });
    quote! {
        impl #name {
            /// The parts that must be there.
            #many
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                let #mutable parts = crate::runtime::Parts::new(#constant);
                #(#values)*
                Self { parts }
            }
            #(#setters)*
            #(#headers)*
        }
    }
}

/// What a part is made of, as a parameter takes it.
fn field_type(field: &PartField, module: &Module) -> TokenStream {
    match &field.kind {
        PartKind::File => quote!(impl ::std::convert::Into<crate::runtime::FilePart>),
        PartKind::Files => {
            quote!(impl ::std::iter::IntoIterator<Item = crate::runtime::FilePart>)
        }
        PartKind::Value(of) => taken(of, module),
    }
}

/// `parts.file(0, file.into());`
fn set(
    parts: &TokenStream,
    place: usize,
    field: &PartField,
    value: &proc_macro2::Ident,
    module: &Module,
) -> TokenStream {
    let place = Literal::usize_unsuffixed(place);
    match &field.kind {
        PartKind::File => quote!(#parts.file(#place, #value.into());),
        PartKind::Files => quote!(#parts.files(#place, #value.into_iter().collect());),
        PartKind::Value(of) => {
            let converted = (!of.is_taken_as_it_is()).then(|| {
                let (ty, given) = (ty(of, module), given(value, of));
                quote!(let #value: #ty = #given;)
            });
            quote! {
                #converted
                #parts.value(#place, &#value);
            }
        }
    }
}

fn setter(place: usize, field: &PartField, module: &Module) -> TokenStream {
    let (name, about) = (ident(&field.setter), docs(&field.docs));
    let (ty, old) = (field_type(field, module), deprecated(field.deprecated));
    let value = quote::format_ident!("value");
    let set = set(&quote!(self.parts), place, field, &value, module);
    quote! {
        #about
        #old
        #[must_use]
        pub fn #name(mut self, value: #ty) -> Self {
            #set
            self
        }
    }
}

fn header_setter(place: usize, header: &PartHeader, module: &Module) -> TokenStream {
    let (name, about) = (ident(&header.setter), docs(&header.docs));
    let (wire_name, place) = (text(&header.wire_name), Literal::usize_unsuffixed(place));
    let (taken, ty) = (taken(&header.ty, module), ty(&header.ty, module));
    let value = quote::format_ident!("value");
    let given = given(&value, &header.ty);
    quote! {
        #about
        #[must_use]
        pub fn #name(mut self, value: #taken) -> Self {
            let value: #ty = #given;
            self.parts.header(#place, #wire_name, &value);
            self
        }
    }
}

fn traits(of: &Parts) -> TokenStream {
    let name = ident(&of.ident);
    let is_complete = !of.fields.iter().any(|field| field.required);
    let default = is_complete.then(|| {
        quote! {
            impl ::std::default::Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        #default
        impl crate::runtime::AddParts for #name {
            fn parts_mut(&mut self) -> &mut crate::runtime::Parts {
                &mut self.parts
            }
        }
    }
}

/// ```text
/// static PARTS: &[crate::runtime::PartField] = &[crate::runtime::PartField::new("file").media_type("image/png")];
/// ```
fn description(of: &Parts) -> TokenStream {
    let constant = ident(&of.constant);
    let fields = of.fields.iter().map(|field| {
        let name = text(&field.wire_name);
        let mut described = quote!(crate::runtime::PartField::new(#name));
        if !field.media_type.is_empty() {
            let media_type = text(&field.media_type);
            described.extend(quote!(.media_type(#media_type)));
        }
        if let Some(style) = field.style {
            let style = described_parameter(ParameterLocation::Query, &field.wire_name, style);
            described.extend(quote!(.style(#style)));
        }
        let required = field.headers.iter().filter(|header| header.required);
        let required: Vec<_> = required.map(|header| text(&header.wire_name)).collect();
        if !required.is_empty() {
            described.extend(quote!(.required_headers(&[#(#required),*])));
        }
        described
    });
    quote!(static #constant: &[crate::runtime::PartField] = &[#(#fields),*];)
}
