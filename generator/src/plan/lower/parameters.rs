use super::docs::code;
use super::operations::LOCALS;
use crate::ir;
use crate::naming::{Case, Ident, Scope};
use crate::terms::ParameterLocation;

/// The setters of parameters that can be sent without a value.
pub(super) fn empty_setters(
    operation: &ir::Operation,
    idents: &[Ident],
    methods: &'static [&'static str],
) -> Vec<Option<(Ident, String)>> {
    let mut scope = Scope::new(Case::Value).with_ours(methods, "parameter");
    (idents.iter()).for_each(|ident| scope.reserve(ident.as_str()));
    let setter = |parameter: &ir::Parameter| {
        let wanted = format!("{} empty", parameter.wire_name);
        let about = format!("Sends `{}` without a value.", code(&parameter.wire_name));
        (parameter.allow_empty).then(|| (scope.claim(&wanted), about))
    };
    operation.parameters.iter().map(setter).collect()
}

/// Those that must be given are arguments of a function, the others methods of the builder.
pub(super) fn parameter_names(
    operation: &ir::Operation,
    wanted: &[&str],
    methods: &'static [&'static str],
) -> Vec<Ident> {
    let is_argument: Vec<bool> = operation.parameters.iter().map(is_required).collect();
    let those = |arguments: bool| -> Vec<&str> {
        (wanted.iter().zip(&is_argument))
            .filter(|(_, is_argument)| **is_argument == arguments)
            .map(|(name, _)| *name)
            .collect()
    };
    let arguments = Scope::new(Case::Value)
        .with_ours(LOCALS, "parameter")
        .claim_all(&those(true));
    let mut setters = Scope::new(Case::Value).with_ours(methods, "parameter");
    (arguments.iter()).for_each(|argument| setters.reserve(argument.as_str()));
    let setters = setters.claim_all(&those(false));
    let (mut arguments, mut setters) = (arguments.into_iter(), setters.into_iter());
    (is_argument.iter())
        .filter_map(|is_argument| {
            if *is_argument {
                arguments.next()
            } else {
                setters.next()
            }
        })
        .collect()
}

/// Whether it must be given.
pub(super) fn is_required(parameter: &ir::Parameter) -> bool {
    parameter.required || parameter.location == ParameterLocation::Path
}
