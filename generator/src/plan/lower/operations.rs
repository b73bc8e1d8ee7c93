use super::answers;
use super::bodies::{bodies, writing};
use super::client::{constants_of, scopes_of};
use super::commands;
use super::docs::{code, first_paragraph, remarks};
use super::example;
use super::groups::{Groups, OperationNames};
use super::header_fields;
use super::items::Items;
use super::markdown::markdown;
use super::methods::methods;
use super::paging;
use super::parameters::{empty_setters, is_required, parameter_names};
use super::servers;
use super::short::operation_name;
use super::streams;
use crate::ir::{self, Origin};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{
    Argument, ArgumentKind, Body, Client, Failure, Item, Module, Operation, Parameter, RustType,
    Success,
};
use crate::terms::ParameterLocation;

/// What the method that begins a request, and the example of it, call their own.
pub(super) const LOCALS: &[&str] = &["answer", "call", "client"];

/// Lowers one operation.
pub(super) fn operation(
    items: &Items<'_>,
    groups: &Groups,
    client: &Client,
    index: usize,
    module: &Module,
    library: &str,
) -> Option<Operation> {
    let operation = items.api().operations.get(index)?;
    let names = groups.operation(index)?;
    let stream = streams::stream(items, operation);
    let success = answers::success(items, operation, names);
    let methods = methods(operation, stream.as_ref(), &success);
    let (parameters, mut constants) = parameters(items, operation, methods);
    let mut scope = body_names(&parameters, methods);
    let bodies = bodies(items, operation, names, &mut scope, &mut constants);
    let arguments = arguments(operation, &parameters, &bodies);
    let id = operation_name_as_written(items, index);
    let mut lowered = Operation {
        method_name: names.method.clone(),
        module: names.module.clone(),
        builder: names.builder.clone(),
        title: code(&id),
        request: format!("`{} {}`", operation.method, code(&operation.path)),
        id,
        method: operation.method.clone(),
        path: operation.path.clone(),
        docs: Vec::new(),
        builder_docs: Vec::new(),
        deprecated: operation.deprecated,
        security: constants_of(client, &operation.security),
        scopes: scopes_of(client, &operation.security),
        accept: answers::accept(operation),
        server: operation.servers.first().map(servers::template),
        redirects: answers::redirects(operation),
        success,
        stream,
        failure: answers::failure(items, operation, names),
        headers: header_fields::header_fields(items, operation, names),
        paging: None,
        items: types_in(items, module),
        reexports: items.types.names.reexports(module),
        exports: exports(items, names, operation, module),
        command: commands::command(operation, &names.method, &parameters, client),
        parameters,
        bodies,
        arguments,
    };
    lowered.paging = paging::paging(items, operation, &lowered, &names.group_method, library);
    lowered
        .exports
        .extend(lowered.headers.iter().map(|of| of.ident.clone()));
    lowered.docs = docs(operation, &lowered);
    let example = example::of_operation(&lowered, &names.group_method, library);
    lowered.docs.extend(example);
    lowered.builder_docs = builder_docs(&lowered);
    Some(lowered)
}

/// The types that stand in a module.
fn types_in(items: &Items<'_>, module: &Module) -> Vec<Item> {
    let ids = items.types.names.items(module).iter();
    ids.filter_map(|id| items.item(*id)).collect()
}

/// The names that bodies can have beside those of parameters.
fn body_names(parameters: &[Parameter], methods: &'static [&'static str]) -> Scope {
    let mut scope = Scope::new(Case::Value).with_ours(methods, "body");
    for parameter in parameters {
        let empty = parameter.empty.iter().map(|(ident, _)| ident);
        let idents = std::iter::once(&parameter.ident).chain(empty);
        idents.for_each(|ident| scope.reserve(ident.as_str()));
    }
    scope
}

/// The builder, what differs by status, and the types of whole bodies.
fn exports(
    items: &Items<'_>,
    names: &OperationNames,
    operation: &ir::Operation,
    module: &Module,
) -> Vec<Ident> {
    let mut exports = vec![names.builder.clone()];
    exports.extend(names.parts.iter().cloned());
    if let Success::Several { ident, .. } = answers::success(items, operation, names) {
        exports.push(ident);
    }
    if let Failure::Several { ident, .. } = answers::failure(items, operation, names) {
        exports.push(ident);
    }
    let whole = |id: &ir::TypeId| {
        matches!(
            items.api().ty(*id).origin,
            Origin::Body(_) | Origin::Response(..) | Origin::Item(_)
        )
    };
    let bodies = items
        .types
        .names
        .items(module)
        .iter()
        .filter(|id| whole(id));
    exports.extend(bodies.filter_map(|id| Some(items.types.names.path(*id)?.ident.clone())));
    exports
}

fn operation_name_as_written(items: &Items<'_>, index: usize) -> String {
    let Some(operation) = items.api().operations.get(index) else {
        return String::new();
    };
    match &operation.id {
        Some(_) => operation_name(items.api(), index),
        None => format!("{} {}", operation.method, operation.path),
    }
}

/// The parameters, and what names constants beside theirs.
fn parameters(
    items: &Items<'_>,
    operation: &ir::Operation,
    methods: &'static [&'static str],
) -> (Vec<Parameter>, Scope) {
    let wanted: Vec<&str> = operation
        .parameters
        .iter()
        .map(|parameter| parameter.wire_name.as_str())
        .collect();
    let idents = parameter_names(operation, &wanted, methods);
    let mut constants =
        Scope::new(Case::Constant).with_ours(&["OPERATION", "PAGING", "EVENTS"], "parameter");
    // In scripts without case a constant would be called like the argument, which cannot shadow it.
    (idents.iter()).for_each(|ident| constants.reserve(ident.as_str()));
    let claimed = constants.claim_all(&wanted);
    let empty = empty_setters(operation, &idents, methods);
    let parameters = (operation
        .parameters
        .iter()
        .zip(idents)
        .zip(claimed)
        .zip(empty))
    .map(|(((parameter, ident), constant), empty)| {
        self::parameter(items, parameter, ident, constant, empty)
    })
    .collect();
    (parameters, constants)
}

fn parameter(
    items: &Items<'_>,
    parameter: &ir::Parameter,
    ident: Ident,
    constant: Ident,
    empty: Option<(Ident, String)>,
) -> Parameter {
    let mut docs = markdown(parameter.docs.description.as_deref().unwrap_or_default());
    if docs.is_empty() {
        docs.push(format!(
            "The {} parameter `{}`.",
            parameter.location.as_str(),
            code(&parameter.wire_name)
        ));
    }
    let plain = !super::short::is_named(items.api(), parameter.ty.id);
    remarks(&mut docs, &parameter.docs, plain);
    Parameter {
        constant,
        ident,
        wire_name: parameter.wire_name.clone(),
        location: parameter.location,
        writing: writing(&parameter.serialization, parameter.location),
        ty: items.types.of(parameter.ty.id),
        required: is_required(parameter),
        empty,
        docs,
        deprecated: parameter.docs.deprecated,
    }
}

/// What must be given to begin: path parameters, other required parameters, the body if there is one way to give it.
fn arguments(
    operation: &ir::Operation,
    parameters: &[Parameter],
    bodies: &[Body],
) -> Vec<Argument> {
    let path = |parameter: &Parameter| parameter.location == ParameterLocation::Path;
    let required = |wanted: bool| {
        parameters
            .iter()
            .enumerate()
            .filter(move |(_, parameter)| parameter.required && path(parameter) == wanted)
    };
    let mut arguments: Vec<Argument> = (required(true).chain(required(false)))
        .map(|(index, parameter)| Argument {
            ident: parameter.ident.clone(),
            ty: parameter.ty.clone(),
            kind: ArgumentKind::Parameter(index),
        })
        .collect();
    let must = operation.body.as_ref().is_some_and(|body| body.required);
    if let ([body], true) = (bodies, must) {
        arguments.push(Argument {
            ident: body.ident.clone(),
            ty: body.kind.ty(),
            kind: ArgumentKind::Body(0),
        });
    }
    arguments
}

/// Summary, description, method and path, what must be given, what can go wrong.
fn docs(operation: &ir::Operation, lowered: &Operation) -> Vec<String> {
    let mut lines = opening(operation, lowered);
    if lowered.paging.is_some() {
        lines.extend(paging::remark(&lowered.builder));
    }
    if !lowered.arguments.is_empty() {
        lines.extend([String::new(), "# Arguments".to_owned(), String::new()]);
        for argument in &lowered.arguments {
            let about = match argument.kind {
                ArgumentKind::Parameter(index) => lowered
                    .parameters
                    .get(index)
                    .map(|parameter| &parameter.docs),
                ArgumentKind::Body(index) => lowered.bodies.get(index).map(|body| &body.docs),
            };
            let about = first_paragraph(about.cloned().unwrap_or_default()).join(" ");
            lines.push(format!("* `{}`: {about}", argument.ident.unraw()));
        }
    }
    lines.extend(errors(operation));
    if let Some((url, what)) = &operation.external_docs {
        let what = what
            .as_deref()
            .map(|what| first_paragraph(markdown(what)).join(" "));
        lines.push(String::new());
        lines.push(format!(
            "{}: <{}>",
            what.unwrap_or_else(|| "See also".to_owned()),
            url.replace(['<', '>', ' '], "")
        ));
    }
    lines
}

fn opening(operation: &ir::Operation, lowered: &Operation) -> Vec<String> {
    let mut lines = first_paragraph(markdown(operation.summary.as_deref().unwrap_or_default()));
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(lowered.request.clone());
    let description = markdown(operation.description.as_deref().unwrap_or_default());
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    lines
}

fn errors(operation: &ir::Operation) -> Vec<String> {
    let failures: Vec<String> = operation
        .responses
        .iter()
        .filter(|response| !response.status.is_success())
        .map(|response| {
            let about = first_paragraph(markdown(&response.description)).join(" ");
            if about.is_empty() {
                format!("* {}", response.status)
            } else {
                format!("* {}: {about}", response.status)
            }
        })
        .collect();
    if failures.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), "# Errors".to_owned(), String::new()];
    lines.extend(failures);
    lines
}

fn builder_docs(lowered: &Operation) -> Vec<String> {
    let title = format!(
        "A request of `{}`, which is sent when it is awaited.",
        lowered.title
    );
    vec![title, String::new(), lowered.request.clone()]
}

/// The type of what an argument is given as, for examples.
pub(super) fn is_text(ty: &RustType) -> bool {
    matches!(ty, RustType::String)
}
