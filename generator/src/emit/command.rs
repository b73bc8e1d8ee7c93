use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::command_parts;
use super::format::Draft;
use super::lints;
use super::tokens::{condition, ident, module, text, ty};
use super::type_file::with_imports;
use crate::plan::{
    Answer, ArgumentKind, Body, BodyKind, Crate, Failure, Flag, Group, Module, Operation,
    Parameter, RustType, Success, Writing,
};
use crate::terms::ParameterLocation;

/// `src/cli/operations/mod.rs`: the groups, one file each.
pub(super) fn index(plan: &Crate) -> Draft {
    let modules = plan.groups.iter().map(|group| {
        let (name, condition) = (ident(&group.module), condition(group.feature.as_slice()));
        let odd = lints::inception(&group.module, "operations");
        quote! {
            #condition
            #[allow(deprecated, reason = "what is deprecated can still be called")]
            #odd
            mod #name;
        }
    });
    let groups = plan.groups.iter().map(|group| {
        let (name, condition) = (ident(&group.module), condition(group.feature.as_slice()));
        quote!(#condition &#name::GROUP)
    });
    let list = quote! {
        pub(super) static GROUPS: &[&crate::runtime::cli::Group] = &[#(#groups),*];
    };
    let docs = "How programs and people call each operation, through its request builder.";
    Draft {
        path: "src/cli/operations/mod.rs".to_owned(),
        docs: vec![docs.to_owned()],
        items: modules.chain([list]).collect(),
    }
}

/// `src/cli/operations/<group>.rs`: a row and a function for each operation.
pub(super) fn group(group: &Group) -> Draft {
    let (name, about) = (text(&group.command), text(first(&group.docs)));
    let commands = (group.operations.iter()).map(row);
    let table = quote! {
        pub(super) static GROUP: cli::Group = cli::Group {
            name: #name,
            about: #about,
            commands: &[#(#commands),*],
        };
    };
    let functions = (group.operations.iter()).map(|operation| function(group, operation));
    let mut items = vec![
        quote!(
            use crate::runtime::cli;
        ),
        table,
    ];
    items.extend(functions);
    Draft {
        path: format!("src/cli/operations/{}.rs", group.module.unraw()),
        docs: vec![format!("The operations of `{}`.", group.command)],
        items: with_imports(items, &[]),
    }
}

fn first(lines: &[String]) -> &str {
    lines.first().map_or("", String::as_str)
}

/// ```text
/// cli::Command {
///     id: "getPet",
///     method: "GET",
///     path: "/pets/{petId}",
///     name: "get-pet",
///     about: "Find a pet",
///     details: "",
///     parameters: &[cli::Argument::path("petId", "pet-id", "Which pet.")],
///     bodies: &[],
///     call: self::get_pet,
/// }
/// ```
fn row(operation: &Operation) -> TokenStream {
    let command = &operation.command;
    let id = text(command.operation_id.as_deref().unwrap_or_default());
    let (method, path) = (text(operation.method.as_str()), text(&operation.path));
    let (name, about, details) = (
        text(&command.name),
        text(&command.about),
        text(&command.details),
    );
    let parameters = operation.parameters.iter().zip(&command.flags);
    let parameters = parameters.map(|(parameter, flag)| argument(parameter, flag));
    let bodies = operation.bodies.iter().map(|body| {
        let (content_type, kind) = (text(&body.content_type), kind(&body.kind));
        quote!(cli::Form::new(#content_type, cli::FormKind::#kind))
    });
    let call = ident(&operation.method_name);
    quote! {
        cli::Command {
            id: #id,
            method: #method,
            path: #path,
            name: #name,
            about: #about,
            details: #details,
            parameters: &[#(#parameters),*],
            bodies: &[#(#bodies),*],
            call: self::#call,
        }
    }
}

/// `cli::Argument::query("ids", "ids", "Which ones.").many()`
fn argument(parameter: &Parameter, flag: &Flag) -> TokenStream {
    let location = format_ident!("{}", parameter.location.as_str());
    let (name, about) = (text(&parameter.wire_name), text(&flag.about));
    let is_implied = parameter.location == ParameterLocation::Path;
    let required = (parameter.required && !is_implied).then(|| quote!(.required()));
    let json = (parameter.writing == Writing::Json).then(|| quote!(.json()));
    let many = flag.many.then(|| quote!(.many()));
    let flag = text(&flag.name);
    quote!(cli::Argument::#location(#name, #flag, #about) #required #json #many)
}

fn kind(kind: &BodyKind) -> TokenStream {
    match kind {
        BodyKind::Json(_) | BodyKind::Plain(_) | BodyKind::Xml(..) | BodyKind::Form { .. } => {
            quote!(Value)
        }
        BodyKind::Items(..) => quote!(Items),
        BodyKind::Multipart(..) => quote!(Parts),
        BodyKind::Text => quote!(Text),
        BodyKind::Bytes => quote!(Bytes),
    }
}

/// ```text
/// fn get_pet(input: &cli::Input<'_>) -> cli::Called {
///     let mut request = input.client().pets().get_pet(input.required::<String>(0)?);
///     if let Some(value) = input.optional::<i64>(1)? {
///         request = request.limit(value);
///     }
///     input.tune(crate::runtime::CallOptions::call_mut(&mut request))?;
///     cli::called(request.send_with_response(), cli::json, cli::undecoded)
/// }
/// ```
fn function(group: &Group, operation: &Operation) -> TokenStream {
    let (accessor, method) = (ident(&group.method), ident(&operation.method_name));
    let arguments = operation
        .arguments
        .iter()
        .map(|argument| match argument.kind {
            ArgumentKind::Parameter(index) => {
                let ty = whole(&argument.ty);
                let index = Literal::usize_unsuffixed(index);
                quote!(input.required::<#ty>(#index)?)
            }
            ArgumentKind::Body(index) => body(operation.bodies.get(index)),
        });
    let parameters = (operation.parameters.iter().enumerate())
        .filter(|(index, _)| !is_argument(operation, ArgumentKind::Parameter(*index)))
        .map(|(index, parameter)| set(index, parameter));
    let bodies = (operation.bodies.iter().enumerate())
        .filter(|(index, _)| !is_argument(operation, ArgumentKind::Body(*index)))
        .map(|(index, form)| send(index, form));
    let home = Module::Operation(group.module.clone(), operation.module.clone());
    let called = called(operation, &home);
    quote! {
        fn #method(input: &cli::Input<'_>) -> cli::Called {
            let mut request = input.client().#accessor().#method(#(#arguments),*);
            #(#parameters)*
            #(#bodies)*
            input.tune(crate::runtime::CallOptions::call_mut(&mut request))?;
            #called
        }
    }
}

/// How the request is sent, and what comes back is said.
fn called(operation: &Operation, home: &Module) -> TokenStream {
    let failure = failure(&operation.failure, home);
    let Some(success) = success(&operation.success, home) else {
        return quote!(cli::streamed(request.send(), #failure));
    };
    let streamed = operation.stream.as_ref().map(|stream| {
        let accept = text(stream.accept.as_deref().unwrap_or_default());
        let member = match &stream.asked_by {
            Some(member) => {
                let member = text(member);
                quote!(::std::option::Option::Some(#member))
            }
            None => quote!(::std::option::Option::None),
        };
        quote! {
            if input.streams(#accept, #member) {
                return cli::streamed(request.stream(), #failure);
            }
        }
    });
    quote! {
        #streamed
        cli::called(request.send_with_response(), #success, #failure)
    }
}

/// ```text
/// if let Some(value) = input.optional::<i64>(1)? {
///     request = request.limit(value);
/// }
/// ```
fn set(index: usize, parameter: &Parameter) -> TokenStream {
    let (setter, ty) = (ident(&parameter.ident), whole(&parameter.ty));
    let index = Literal::usize_unsuffixed(index);
    let empty = parameter.empty.as_ref().map(|(empty, _)| {
        let empty = ident(empty);
        quote!(if input.is_empty(#index) { request = request.#empty(); } else)
    });
    quote! {
        #empty if let ::std::option::Option::Some(value) = input.optional::<#ty>(#index)? {
            request = request.#setter(value);
        }
    }
}

/// ```text
/// if input.sends(0) {
///     request = request.body(input.body::<crate::types::Pet>()?);
/// }
/// ```
fn send(index: usize, form: &Body) -> TokenStream {
    let (setter, value) = (ident(&form.ident), body(Some(form)));
    let index = Literal::usize_unsuffixed(index);
    quote! {
        if input.sends(#index) {
            request = request.#setter(#value);
        }
    }
}

fn is_argument(operation: &Operation, kind: ArgumentKind) -> bool {
    let mut arguments = operation.arguments.iter();
    arguments.any(|argument| argument.kind == kind)
}

/// A type with its whole path.
pub(super) fn whole(of: &RustType) -> TokenStream {
    ty(of, &Module::Shared)
}

fn body(body: Option<&Body>) -> TokenStream {
    match body.map(|body| &body.kind) {
        Some(BodyKind::Json(ty) | BodyKind::Xml(ty, _) | BodyKind::Form { ty, .. }) => {
            let ty = whole(ty);
            quote!(input.body::<#ty>()?)
        }
        Some(BodyKind::Plain(ty)) => {
            let ty = whole(ty);
            quote!(input.plain::<#ty>()?)
        }
        Some(BodyKind::Items(ty, _)) => {
            let ty = whole(ty);
            quote!(input.items::<#ty>()?)
        }
        Some(BodyKind::Multipart(of, ty)) => command_parts::parts(of, &whole(ty)),
        Some(BodyKind::Text) => quote!(input.text()?),
        Some(BodyKind::Bytes) | None => quote!(input.bytes()?),
    }
}

/// How a success is said that is read as a whole.
fn success(success: &Success, home: &Module) -> Option<TokenStream> {
    match success {
        Success::One(answer) => Some(shown(answer)),
        Success::Several { ident: name, arms } => {
            let arms = arms.iter().map(|arm| (ident(&arm.ident), &arm.answer));
            Some(several(&ident(name), arms, home))
        }
        Success::Stream => None,
    }
}

/// How the body of a failure is said.
fn failure(failure: &Failure, home: &Module) -> TokenStream {
    match failure {
        Failure::Undecoded => quote!(cli::undecoded),
        Failure::One(answer) => shown(answer),
        Failure::Several { ident: name, arms } => {
            let arms = arms.iter().map(|arm| (ident(&arm.ident), &arm.answer));
            several(&ident(name), arms, home)
        }
    }
}

/// ```text
/// |body| match body {
///     crate::pets::get_pet::GetPetSuccess::Ok(body) => cli::json(body),
///     crate::pets::get_pet::GetPetSuccess::NoContent => cli::nothing(&()),
/// }
/// ```
fn several<'a>(
    name: &proc_macro2::Ident,
    arms: impl Iterator<Item = (proc_macro2::Ident, &'a Answer)>,
    home: &Module,
) -> TokenStream {
    let home = module(home);
    let arms = arms.map(|(variant, answer)| {
        let shown = shown(answer);
        match answer {
            Answer::Empty => quote!(#home::#name::#variant => #shown(&()),),
            Answer::Json(_)
            | Answer::Xml(..)
            | Answer::Text
            | Answer::Plain(_)
            | Answer::Bytes
            | Answer::ByMediaType(_) => {
                quote!(#home::#name::#variant(body) => #shown(body),)
            }
        }
    });
    quote!(|body| match body { #(#arms)* })
}

/// The function that says the body of an answer.
fn shown(answer: &Answer) -> TokenStream {
    let function = match answer {
        Answer::Empty => "nothing",
        Answer::Json(_) | Answer::Xml(..) => "json",
        Answer::Plain(_) => "plain",
        Answer::Text => "text",
        Answer::Bytes => "bytes",
        Answer::ByMediaType(readings) => {
            let mut ways = readings.iter().map(|reading| shown(&reading.answer));
            let first = ways.next().map(|way| way.to_string());
            if ways.all(|way| Some(way.to_string()) == first) {
                return readings
                    .first()
                    .map_or_else(TokenStream::new, |reading| shown(&reading.answer));
            }
            // Of one type, and still not alike: a text, and a string in JSON.
            "plain"
        }
    };
    let function = format_ident!("{function}");
    quote!(cli::#function)
}
