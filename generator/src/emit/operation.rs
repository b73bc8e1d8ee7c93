use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::format::Draft;
use super::header_fields::header_fields;
use super::servers::in_server;
use super::tokens::{deprecated, docs, ident, reexports, taken, text, ty};
use super::type_file::{additions, item, with_imports};
use super::{body, lints, outcome, paging, stream};
use crate::plan::{Argument, ArgumentKind, Group, Item, Module, Operation, Parameter, Writing};
use crate::terms::{Method, ParameterLocation, ParameterStyle};

/// `src/<group>/<operation>.rs`: the request builder and the types that stand in the operation.
pub(super) fn operation(group: &Group, operation: &Operation) -> Draft {
    let module = Module::Operation(group.module.clone(), operation.module.clone());
    let mut items = vec![
        method(group, operation, &module),
        builder(operation),
        setters(operation, &module),
    ];
    items.push(paging::paging(operation, &module));
    items.push(send(operation, &module));
    items.push(request(operation, &module));
    items.extend(outcome::enums(operation, &module));
    let headers = operation.headers.iter();
    items.extend(headers.map(|of| header_fields(of, &module)));
    items.extend(
        operation
            .items
            .iter()
            .flat_map(|inline| item(inline, &module)),
    );
    items.extend(paging::parts(operation, &module));
    items.push(description(operation));
    items.extend(stream::form(operation));
    items.extend(operation.parameters.iter().map(parameter));
    items.extend(body::descriptions(operation));
    items.extend(body::parts(operation, &module));
    let all: Vec<&Item> = operation.items.iter().collect();
    items.extend(additions(&all));
    let mut items = with_imports(items, &all);
    items.splice(0..0, reexports(&operation.reexports));
    let docs = vec![operation.request.clone()];
    Draft {
        path: format!(
            "src/{}/{}.rs",
            group.module.unraw(),
            operation.module.unraw()
        ),
        docs,
        items,
    }
}

/// ```text
/// impl super::Integrations<'_> {
///     pub fn get_configuration(&self, id: impl Into<String>) -> GetConfiguration {
///         let mut call = self.client.call(&OPERATION);
///         let id: String = id.into();
///         call.parameter(&ID, &id);
///         GetConfiguration { call }
///     }
/// }
/// ```
fn method(group: &Group, operation: &Operation, module: &Module) -> TokenStream {
    let (group, name, builder) = (
        ident(&group.ident),
        ident(&operation.method_name),
        ident(&operation.builder),
    );
    let (about, old) = (docs(&operation.docs), deprecated(operation.deprecated));
    let parameters = operation.arguments.iter().map(|argument| {
        let (name, ty) = (ident(&argument.ident), taken(&argument.ty, module));
        quote!(#name: #ty)
    });
    let given = operation
        .arguments
        .iter()
        .map(|argument| given(operation, argument, module));
    let many = (operation.arguments.len() > 6)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "as many parameters are required")]));
    let odd = lints::beginning(&operation.method_name, operation.arguments.len());
    let placeholders =
        lints::placeholders(operation.arguments.iter().map(|argument| &argument.ident));
    let mutable = (!operation.arguments.is_empty()).then(|| quote!(mut));
    quote! {
        impl super::#group<'_> {
            #about
            #old
            #many
            #odd
            #placeholders
            pub fn #name(&self, #(#parameters),*) -> #builder {
                let #mutable call = self.client.call(&OPERATION);
                #(#given)*
                #builder { call }
            }
        }
    }
}

fn given(operation: &Operation, argument: &Argument, module: &Module) -> TokenStream {
    let (name, ty) = (ident(&argument.ident), ty(&argument.ty, module));
    let call = quote!(call);
    let used = match argument.kind {
        ArgumentKind::Parameter(index) => operation.parameters.get(index).map(|parameter| {
            let constant = ident(&parameter.constant);
            quote!(call.parameter(&#constant, &#name);)
        }),
        ArgumentKind::Body(index) => operation
            .bodies
            .get(index)
            .map(|body| body::given(&call, body)),
    };
    if argument.ty.is_taken_as_it_is() {
        return quote!(#used);
    }
    quote! {
        let #name: #ty = #name.into();
        #used
    }
}

fn builder(operation: &Operation) -> TokenStream {
    let (name, about) = (ident(&operation.builder), docs(&operation.builder_docs));
    quote! {
        #about
        #[derive(Clone, Debug)]
        #[must_use = "a request is sent when it is awaited"]
        pub struct #name {
            call: crate::runtime::Call,
        }
    }
}

fn setters(operation: &Operation, module: &Module) -> TokenStream {
    let is_argument = |kind: ArgumentKind| {
        operation
            .arguments
            .iter()
            .any(|argument| argument.kind == kind)
    };
    let parameters = operation
        .parameters
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_argument(ArgumentKind::Parameter(*index)))
        .map(|(_, parameter)| parameter_setter(parameter, module));
    let empty = operation.parameters.iter().filter_map(empty_setter);
    let bodies = operation
        .bodies
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_argument(ArgumentKind::Body(*index)))
        .map(|(_, body)| body::setter(body, module));
    let setters: Vec<TokenStream> = parameters.chain(empty).chain(bodies).collect();
    if setters.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&operation.builder);
    quote! {
        impl #name {
            #(#setters)*
        }
    }
}

fn parameter_setter(parameter: &Parameter, module: &Module) -> TokenStream {
    let (name, constant) = (ident(&parameter.ident), ident(&parameter.constant));
    let (taken, ty) = (taken(&parameter.ty, module), ty(&parameter.ty, module));
    let converted =
        (!parameter.ty.is_taken_as_it_is()).then(|| quote!(let #name: #ty = #name.into();));
    let (about, old) = (docs(&parameter.docs), deprecated(parameter.deprecated));
    let odd = lints::setter(&parameter.ident);
    let placeholders = lints::placeholders(std::iter::once(&parameter.ident));
    quote! {
        #about
        #old
        #odd
        #placeholders
        pub fn #name(mut self, #name: #taken) -> Self {
            #converted
            self.call.parameter(&#constant, &#name);
            self
        }
    }
}

/// ```text
/// pub fn flag_empty(mut self) -> Self {
///     self.call.empty(&FLAG);
///     self
/// }
/// ```
fn empty_setter(parameter: &Parameter) -> Option<TokenStream> {
    let (name, about) = parameter.empty.as_ref()?;
    let (name, constant) = (ident(name), ident(&parameter.constant));
    let (about, old) = (
        docs(std::slice::from_ref(about)),
        deprecated(parameter.deprecated),
    );
    Some(quote! {
        #about
        #old
        pub fn #name(mut self) -> Self {
            self.call.empty(&#constant);
            self
        }
    })
}

fn send(operation: &Operation, module: &Module) -> TokenStream {
    let name = ident(&operation.builder);
    let (output, error) = (
        outcome::output(operation, module),
        outcome::error(operation, module),
    );
    let answered = stream::answered(operation).unwrap_or_else(|| paging::answered(operation));
    let streams = stream::methods(operation, module);
    let declared = operation.headers.iter().map(|of| {
        let about = format!(" Declared header fields: [`{}`].", of.ident.unraw());
        quote!(#[doc = ""] #[doc = #about])
    });
    quote! {
        impl #name {
            /// Sends the request, and returns the body of the answer.
            ///
            /// # Errors
            ///
            /// When the request could not be built or sent, or its answer is not a success or could not be read.
            pub async fn send(self) -> crate::runtime::CallResult<#output, #error> {
                self.send_with_response().await.map(crate::runtime::Response::into_body)
            }

            /// Sends the request, and returns the answer with its status and header fields.
            #(#declared)*
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn send_with_response(
                self,
            ) -> crate::runtime::Answered<#output, #error> {
                #answered
            }

            #streams
        }
    }
}

/// What every request builder has. A macro, for it is the same text in each of them.
fn request(operation: &Operation, module: &Module) -> TokenStream {
    let name = ident(&operation.builder);
    let (output, error) = (
        outcome::output(operation, module),
        outcome::error(operation, module),
    );
    quote!(request!(#name, #output, #error);)
}

fn description(operation: &Operation) -> TokenStream {
    let (id, path) = (text(&operation.id), text(&operation.path));
    let (method, extension) = request_method(&operation.method);
    let mut value = quote!(crate::runtime::Operation::new(#id, #method, #path)#extension);
    if !operation.security.is_empty() {
        let alternatives = operation.security.iter().map(|schemes| {
            let schemes = schemes.iter().map(ident);
            quote!(&[#(&crate::client::#schemes),*])
        });
        value.extend(quote!(.security(&[#(#alternatives),*])));
    }
    if !operation.scopes.is_empty() {
        let scopes = operation.scopes.iter().map(|(scheme, scopes)| {
            let (scheme, scopes) = (ident(scheme), scopes.iter().map(|scope| text(scope)));
            quote!((&crate::client::#scheme, &[#(#scopes),*]))
        });
        value.extend(quote!(.scopes(&[#(#scopes),*])));
    }
    if !operation.accept.is_empty() {
        let accept = text(&operation.accept);
        value.extend(quote!(.accept(#accept)));
    }
    if operation.redirects {
        value.extend(quote!(.keep_redirects()));
    }
    value.extend(in_server(operation.server.as_ref()));
    quote!(static OPERATION: crate::runtime::Operation = #value;)
}

/// The constant of a method, and what names the method where there is no constant.
fn request_method(method: &Method) -> (TokenStream, TokenStream) {
    let name = text(method.as_str());
    match method {
        Method::Get
        | Method::Put
        | Method::Post
        | Method::Delete
        | Method::Options
        | Method::Head
        | Method::Patch
        | Method::Trace => {
            let constant = format_ident!("{}", method.as_str());
            (
                quote!(crate::runtime::Method::#constant),
                TokenStream::new(),
            )
        }
        // Older versions of `http` do not know it, nor that it may be repeated.
        Method::Query => (
            quote!(crate::runtime::Method::GET),
            quote!(.extension_method(#name).retry()),
        ),
        Method::Other(_) => (
            quote!(crate::runtime::Method::GET),
            quote!(.extension_method(#name)),
        ),
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let constant = ident(&parameter.constant);
    let value = described_parameter(parameter.location, &parameter.wire_name, parameter.writing);
    quote!(static #constant: crate::runtime::Parameter = #value;)
}

/// `crate::runtime::Parameter::query("ids").explode(false)`
pub(super) fn described_parameter(
    location: ParameterLocation,
    wire_name: &str,
    writing: Writing,
) -> TokenStream {
    let name = text(wire_name);
    let of = format_ident!("{}", location.as_str());
    let mut value = quote!(crate::runtime::Parameter::#of(#name));
    match writing {
        Writing::Json => value.extend(quote!(.style(crate::runtime::Style::Json))),
        Writing::Style {
            style,
            explode,
            allow_reserved,
        } => {
            if style != location.default_style() {
                let style = style_name(style);
                value.extend(quote!(.style(crate::runtime::Style::#style)));
            }
            if explode != style.default_explode() {
                value.extend(quote!(.explode(#explode)));
            }
            if allow_reserved {
                value.extend(quote!(.allow_reserved()));
            }
        }
    }
    value
}

fn style_name(style: ParameterStyle) -> TokenStream {
    match style {
        ParameterStyle::Matrix => quote!(Matrix),
        ParameterStyle::Label => quote!(Label),
        ParameterStyle::Simple => quote!(Simple),
        ParameterStyle::Form => quote!(Form),
        ParameterStyle::SpaceDelimited => quote!(SpaceDelimited),
        ParameterStyle::PipeDelimited => quote!(PipeDelimited),
        ParameterStyle::TabDelimited => quote!(TabDelimited),
        ParameterStyle::DeepObject => quote!(DeepObject),
        ParameterStyle::Cookie => quote!(Cookie),
    }
}
