use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, Field, Shape, Type, TypeId, TypeRef, XmlUse, facts};
use crate::terms::XmlNode;

/// Says of what is sent as XML what has no way to stand there.
pub(super) fn report_xml(cx: &mut Diagnostics, api: &Api) {
    for id in sent(api) {
        let ty = api.ty(id);
        if let Shape::Struct(shape) = &ty.shape {
            for field in shape.fields.iter().filter(|field| !field.read_only) {
                member(cx, api, (id, ty), field);
            }
        }
    }
}

/// The types that are sent as XML, and all that they name.
fn sent(api: &Api) -> BTreeSet<TypeId> {
    let bodies = api.operations.iter().filter_map(|it| it.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    let mut waiting: Vec<TypeId> = contents
        .filter_map(|content| Some(content.payload.as_xml()?.ty.id))
        .collect();
    let mut sent = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if sent.insert(id) {
            waiting.extend(facts::parts(api, id).into_iter().map(|part| part.id));
        }
    }
    sent
}

fn member(cx: &mut Diagnostics, api: &Api, (id, holder): (TypeId, &Type), field: &Field) {
    let at = api.xml.at(id, XmlUse::Member(field.wire_name.clone()));
    let said = api.said_in_xml(at, field.ty);
    let place = holder.place.child("properties").child(&field.wire_name);
    let label = "a request that has it is refused";
    let name = said.name.as_deref().unwrap_or(&field.wire_name);
    let is_named = matches!(
        said.node,
        None | Some(XmlNode::Element | XmlNode::Attribute)
    );
    if is_named && !is_name(name) {
        let message = format!("`{name}` cannot be the name of an element or attribute");
        let diagnostic = Diagnostic::new(Code::InvalidValue, place, message).label(label);
        cx.report(diagnostic.help("give the property another name in XML: `xml: {name: …}`"));
    } else if said.node == Some(XmlNode::Attribute) && has_members(api, field.ty) {
        let message = "an object cannot be an attribute";
        let place = place.child("xml");
        cx.report(Diagnostic::new(Code::InvalidValue, place, message).label(label));
    }
}

fn has_members(api: &Api, ty: TypeRef) -> bool {
    match api.ty(api.unaliased(ty).id).shape {
        Shape::Struct(_) | Shape::Map(_) | Shape::Patterned(_) => true,
        Shape::Any
        | Shape::Primitive(_)
        | Shape::Array(_)
        | Shape::Tuple(_)
        | Shape::Alias(_)
        | Shape::Enum(_)
        | Shape::Union(_) => false,
    }
}

/// XML 1.0 §2.3.
fn is_name(name: &str) -> bool {
    let begins = |character: char| {
        character.is_ascii_alphabetic() || "_:".contains(character) || !character.is_ascii()
    };
    let goes_on = |character: char| {
        begins(character) || character.is_ascii_digit() || "-.".contains(character)
    };
    let mut characters = name.chars();
    characters.next().is_some_and(begins) && characters.all(goes_on)
}
