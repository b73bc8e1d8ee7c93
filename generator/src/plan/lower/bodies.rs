use super::docs::code;
use super::groups::OperationNames;
use super::items::Items;
use super::markdown::markdown;
use crate::ir::{self, Payload, Serialization};
use crate::naming::{Ident, Scope};
use crate::plan::{Body, BodyKind, FormField, Module, Path, RustType, Writing};
use crate::terms::{MediaType, ParameterLocation};

/// Lowers the forms of a request body; `constants` are the names of the statics of the operation.
pub(super) fn bodies(
    items: &Items<'_>,
    operation: &ir::Operation,
    names: &OperationNames,
    scope: &mut Scope,
    constants: &mut Scope,
) -> Vec<Body> {
    let Some(body) = &operation.body else {
        return Vec::new();
    };
    let single = body.contents.len() == 1;
    let mut parts = names.parts.iter();
    let contents = body.contents.iter().map(|content| {
        let wanted = match single {
            true => "body".to_owned(),
            false => format!("body {}", short_name(&content.media_type)),
        };
        Body {
            ident: scope.claim_first(&[wanted.clone(), format!("request {wanted}")]),
            content_type: content.media_type.as_str().to_owned(),
            kind: kind(items, names, content, (constants, &mut parts)),
            docs: docs(body, content),
        }
    });
    contents.collect()
}

fn kind<'n>(
    items: &Items<'_>,
    names: &OperationNames,
    content: &ir::BodyContent,
    (constants, parts): (&mut Scope, &mut impl Iterator<Item = &'n Ident>),
) -> BodyKind {
    match &content.payload {
        Payload::Json(ty) => BodyKind::Json(items.types.ty(*ty)),
        Payload::Text => BodyKind::Text,
        Payload::Plain(ty) => BodyKind::Plain(items.types.ty(*ty)),
        Payload::Xml(xml) => match items.xml.ident(xml) {
            Some(table) => BodyKind::Xml(items.types.ty(xml.ty), table),
            None => BodyKind::Bytes,
        },
        Payload::Stream(stream) => match stream.item.ty() {
            Some(item) => BodyKind::Items(items.types.ty(item), stream.framing),
            None => BodyKind::Bytes,
        },
        Payload::None | Payload::Bytes => BodyKind::Bytes,
        Payload::Multipart(multipart) => match parts.next() {
            Some(ident) => {
                let named = (ident.clone(), constant(constants, "parts"));
                let module = Module::Operation(names.group.clone(), names.module.clone());
                let path = Path {
                    module,
                    ident: ident.clone(),
                };
                let parts = super::parts::parts(items, content, multipart, named);
                BodyKind::Multipart(parts, RustType::Named(path))
            }
            None => BodyKind::Bytes,
        },
        Payload::Form(form) => BodyKind::Form {
            ty: items.types.ty(form.ty),
            constant: constant(constants, "form"),
            fields: form.fields.iter().map(field).collect(),
        },
    }
}

fn constant(constants: &mut Scope, name: &str) -> Ident {
    constants.claim_first(&[name.to_owned(), format!("body {name}")])
}

fn field(field: &ir::FormField) -> FormField {
    FormField {
        wire_name: field.wire_name.clone(),
        writing: writing(&field.serialization, ParameterLocation::Query),
    }
}

/// How a value is written.
pub(super) fn writing(serialization: &Serialization, location: ParameterLocation) -> Writing {
    match serialization {
        Serialization::Style {
            style,
            explode,
            allow_reserved,
        } => Writing::Style {
            style: *style,
            explode: *explode,
            allow_reserved: *allow_reserved,
        },
        Serialization::Content(media_type)
            if location == ParameterLocation::QueryString && !media_type.is_json() =>
        {
            Writing::Style {
                style: location.default_style(),
                explode: true,
                allow_reserved: false,
            }
        }
        Serialization::Content(media_type) if !media_type.is_json() => Writing::Style {
            style: location.default_style(),
            explode: false,
            allow_reserved: false,
        },
        Serialization::Content(_) => Writing::Json,
    }
}

fn docs(body: &ir::Body, content: &ir::BodyContent) -> Vec<String> {
    let mut docs = markdown(body.description.as_deref().unwrap_or_default());
    if docs.is_empty() {
        docs.push("The request body.".to_owned());
    }
    docs.push(String::new());
    let media_type = code(content.media_type.as_str());
    docs.push(match content.payload.as_stream() {
        Some(_) => format!("Sent as `{media_type}`, one item after another."),
        None => format!("Sent as `{media_type}`."),
    });
    docs
}

/// What tells a media type from others: `application/json` → `json`.
fn short_name(media_type: &MediaType) -> String {
    if media_type.is_form() {
        return "form".to_owned();
    }
    let essence = media_type.essence();
    match essence.split_once('/') {
        Some(("multipart", "form-data")) => "multipart".to_owned(),
        Some((_, subtype)) => subtype.to_owned(),
        None => essence,
    }
}
