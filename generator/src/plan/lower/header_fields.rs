use super::answers::successes;
use super::docs::code;
use super::groups::OperationNames;
use super::items::Items;
use super::markdown::markdown;
use crate::ir::{Header, Operation, Response, Serialization, Shape, TypeRef};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{HeaderField, HeaderFields, HeaderForm, RustType};

/// The header fields that successes declare, and those that failures declare, if any do.
pub(super) fn header_fields(
    items: &Items<'_>,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<HeaderFields> {
    let successes = successes(operation);
    let is_success = |response: &&Response| {
        let mut successes = successes.iter();
        successes.any(|success| success.status == response.status)
    };
    let (successes, failures): (Vec<&Response>, Vec<&Response>) =
        operation.responses.iter().partition(is_success);
    let builder = names.builder.as_str();
    let of_successes = format!("The header fields that the document declares of [`{builder}`].");
    let of_failures =
        format!("The header fields that the document declares of failures of [`{builder}`].");
    [
        (names.headers.clone(), of_successes, successes),
        (names.error_headers.clone(), of_failures, failures),
    ]
    .into_iter()
    .filter_map(|(ident, about, responses)| of_responses(items, ident, about, &responses))
    .collect()
}

fn of_responses(
    items: &Items<'_>,
    ident: Ident,
    about: String,
    responses: &[&Response],
) -> Option<HeaderFields> {
    let mut headers: Vec<&Header> = Vec::new();
    for header in responses.iter().flat_map(|response| &response.headers) {
        if !headers.iter().any(|known| is_same(known, header)) {
            headers.push(header);
        }
    }
    let wanted: Vec<&str> = headers.iter().map(|header| header.name.as_str()).collect();
    let idents = Scope::new(Case::Value).claim_all(&wanted);
    let fields = headers.into_iter().zip(idents).map(|(header, ident)| {
        // What some answers need not have, the answer at hand need not have.
        let required = responses.iter().all(|response| {
            let mut headers = response.headers.iter();
            headers.any(|other| other.required && is_same(other, header))
        });
        field(items, header, ident, required)
    });
    let fields: Vec<HeaderField> = fields.collect();
    let docs = vec![
        about,
        String::new(),
        "Read by `declared_headers` of what has them; the others are among its `headers`."
            .to_owned(),
    ];
    (!fields.is_empty()).then_some(HeaderFields {
        ident,
        docs,
        fields,
    })
}

/// Whether it is the same field, and of the same type.
fn is_same(one: &Header, other: &Header) -> bool {
    one.name.eq_ignore_ascii_case(&other.name) && one.ty == other.ty
}

fn field(items: &Items<'_>, header: &Header, ident: Ident, required: bool) -> HeaderField {
    let mut docs = markdown(header.description.as_deref().unwrap_or_default());
    if docs.is_empty() {
        docs.push(format!("The header field `{}`.", code(&header.name)));
    }
    let is_cookie = header.name.eq_ignore_ascii_case("set-cookie");
    HeaderField {
        ident,
        wire_name: header.name.clone(),
        ty: match is_cookie {
            true => RustType::Unit,
            false => items.types.of(header.ty.id),
        },
        required: required || is_cookie,
        form: match is_cookie {
            true => HeaderForm::Cookies,
            false => form(items, header),
        },
        docs,
    }
}

fn form(items: &Items<'_>, header: &Header) -> HeaderForm {
    let explode = match &header.serialization {
        Serialization::Content(media_type) if media_type.is_json() => return HeaderForm::Json,
        Serialization::Content(_) => return HeaderForm::Value,
        Serialization::Style { explode, .. } => *explode,
    };
    match shape(items, header.ty) {
        Some(Shape::Array(_) | Shape::Tuple(_)) => HeaderForm::List,
        Some(Shape::Struct(_) | Shape::Map(_) | Shape::Patterned(_)) => match explode {
            true => HeaderForm::Members,
            false => HeaderForm::Object,
        },
        Some(
            Shape::Any | Shape::Primitive(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_),
        )
        | None => HeaderForm::Value,
    }
}

/// The shape of a type behind its names, which may go round in a circle.
fn shape<'a>(items: &Items<'a>, ty: TypeRef) -> Option<&'a Shape> {
    let mut shape = &items.api().ty(ty.id).shape;
    for _ in 0..8 {
        let Shape::Alias(target) = shape else {
            return Some(shape);
        };
        shape = &items.api().ty(target.id).shape;
    }
    None
}
