use super::bodies::writing;
use super::docs::code;
use super::items::Items;
use super::markdown::markdown;
use crate::ir;
use crate::naming::{Case, Ident, Scope};
use crate::plan::{PartField, PartHeader, PartKind, Parts};
use crate::terms::{MediaType, ParameterLocation};

/// Methods that every struct of parts has, with those of the trait that adds further ones.
const METHODS: &[&str] = &["new", "parts_mut", "add_file", "add_value", "clone", "into"];

/// Lowers the parts of a body to a struct of this name.
pub(super) fn parts(
    items: &Items<'_>,
    content: &ir::BodyContent,
    multipart: &ir::Multipart,
    (ident, constant): (Ident, Ident),
) -> Parts {
    let wanted: Vec<String> = multipart.parts.iter().enumerate().map(wanted).collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    // The constructor and the setters have a variable of their own each.
    let mut arguments = Scope::new(Case::Value);
    ["parts", "value"]
        .iter()
        .for_each(|ours| arguments.reserve(ours));
    let idents = arguments.claim_all(&wanted);
    let mut setters = Scope::new(Case::Value).with_ours(METHODS, "part");
    let named: Vec<String> = wanted.iter().map(|name| format!("with_{name}")).collect();
    let claimed = setters.claim_all(&named.iter().map(String::as_str).collect::<Vec<_>>());
    let parts = multipart
        .parts
        .iter()
        .zip(wanted)
        .zip(idents.into_iter().zip(claimed));
    let fields = parts.map(|((part, wanted), (ident, setter))| PartField {
        wire_name: part.wire_name.clone(),
        ident,
        setter,
        kind: match part.kind {
            ir::PartKind::File => PartKind::File,
            ir::PartKind::Files => PartKind::Files,
            ir::PartKind::Value(ty) => PartKind::Value(items.types.of(ty.id)),
        },
        required: part.required,
        media_type: usual(&part.media_types),
        style: (part.style.as_ref()).map(|style| writing(style, ParameterLocation::Query)),
        headers: headers(items, part, wanted, &mut setters),
        docs: docs(part),
        deprecated: part.deprecated,
    });
    Parts {
        ident,
        constant,
        docs: vec![format!(
            "The parts of a body of `{}`.",
            code(content.media_type.as_str())
        )],
        fields: fields.collect(),
    }
}

/// Parts without names are called by their places.
fn wanted((place, part): (usize, &ir::Part)) -> String {
    match (part.wire_name.is_empty(), part.kind) {
        (false, _) => part.wire_name.clone(),
        (true, ir::PartKind::Files) => "others".to_owned(),
        (true, ir::PartKind::File | ir::PartKind::Value(_)) => format!("part {}", place + 1),
    }
}

fn headers(
    items: &Items<'_>,
    part: &ir::Part,
    wanted: &str,
    setters: &mut Scope,
) -> Vec<PartHeader> {
    let headers = part.headers.iter().map(|header| {
        let mut docs = markdown(header.description.as_deref().unwrap_or_default());
        if docs.is_empty() {
            let name = code(&header.name);
            docs.push(format!("The header field `{name}` of the part."));
        }
        PartHeader {
            wire_name: header.name.clone(),
            setter: setters.claim(&format!("with_{wanted}_{}", header.name)),
            ty: items.types.of(header.ty.id),
            required: header.required,
            docs,
        }
    });
    headers.collect()
}

/// The media type that is sent unless another is chosen: the first that is no range.
fn usual(media_types: &[MediaType]) -> String {
    let mut named = media_types.iter().map(MediaType::as_str);
    named
        .find(|media_type| !media_type.contains('*'))
        .unwrap_or_default()
        .to_owned()
}

fn docs(part: &ir::Part) -> Vec<String> {
    let mut docs = markdown(part.description.as_deref().unwrap_or_default());
    if docs.is_empty() {
        docs.push(match part.wire_name.is_empty() {
            true => "A part without a name.".to_owned(),
            false => format!("The part `{}`.", code(&part.wire_name)),
        });
    }
    let listed = part.media_types.iter();
    let listed: Vec<String> = listed
        .map(|media_type| format!("`{}`", code(media_type.as_str())))
        .collect();
    if !listed.is_empty() {
        docs.push(String::new());
        docs.push(format!("Its media type: {}.", listed.join(", ")));
    }
    docs
}
