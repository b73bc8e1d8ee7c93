//! The lists of components that Swagger 2.0 has at the top of a document.

use crate::document::kind::Kind;
use crate::source::Pointer;

/// The lists with the kinds of components that they hold, in the order of the standard (Swagger 2.0 §4.3.1).
pub(in crate::document) const ALL: &[(Kind, &str)] = &[
    (Kind::Schema, "definitions"),
    (Kind::Parameter, "parameters"),
    (Kind::Response, "responses"),
    (Kind::SecurityScheme, "securityDefinitions"),
];

/// The kind whose list is called so.
pub(in crate::document) fn kind(field: &str) -> Option<Kind> {
    let list = ALL.iter().find(|(_, name)| *name == field);
    list.map(|(kind, _)| *kind)
}

/// The component that a pointer names, if it has the form of one.
pub(in crate::document) fn declared(pointer: &Pointer) -> Option<(Kind, String)> {
    let mut segments = pointer.segments();
    let kind = kind(&segments.next()?)?;
    let name = segments.next()?.into_owned();
    segments.next().is_none().then_some((kind, name))
}
