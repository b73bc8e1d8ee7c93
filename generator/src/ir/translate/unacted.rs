use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::resolved::{Document, Operation, Parameter, SecuritySchemeKind, Serialization, Server};
use crate::source::Place;
use crate::terms::{MediaType, ParameterLocation};

/// Says what the description says and the client does not act on, so that nothing of it is lost in silence.
pub(super) fn report_unacted(cx: &mut Diagnostics, document: &Document) {
    base_url(cx, &document.servers);
    security_schemes(cx, document);
    for operation in &document.operations {
        self::operation(cx, operation);
    }
}

fn operation(cx: &mut Diagnostics, operation: &Operation) {
    operation
        .parameters
        .iter()
        .for_each(|parameter| self::parameter(cx, parameter));
}

/// Says that the application has to say where the API is.
fn base_url(cx: &mut Diagnostics, servers: &[Server]) {
    let Some(first) = servers.first().filter(|first| first.base_url().is_none()) else {
        return;
    };
    let message = format!("the server `{}` is no absolute URL", first.url);
    let label = "a base URL has to be given, this path included";
    cx.report(Diagnostic::new(Code::RelativeServer, first.place.clone(), message).label(label));
}

fn security_schemes(cx: &mut Diagnostics, document: &Document) {
    for scheme in document.security_schemes.values() {
        if scheme.kind == SecuritySchemeKind::MutualTls {
            let message = "a client certificate is not a credential that the client is given";
            let label = "its alternatives are for an HTTP client that has it, which can be given";
            say(cx, scheme.place.clone(), message, label);
        }
    }
}

fn parameter(cx: &mut Diagnostics, parameter: &Parameter) {
    if let Serialization::Content(media_type) = &parameter.serialization
        && !media_type.is_json()
        && !(parameter.location == ParameterLocation::QueryString && is_text_of_query(media_type))
    {
        let message = format!("parameters of `{media_type}` are not written as such");
        say(
            cx,
            parameter.place.child("content"),
            &message,
            "written as JSON",
        );
    }
}

/// Whether a query can be of this media type as it is: a form, or any text.
fn is_text_of_query(media_type: &MediaType) -> bool {
    media_type.essence() == "application/x-www-form-urlencoded" || media_type.is_text()
}

fn say(cx: &mut Diagnostics, place: Place, message: &str, label: &str) {
    cx.report(Diagnostic::new(Code::UnsupportedKeyword, place, message).label(label));
}
