use super::tree::Item;
use super::{Xml, XmlMember, XmlNode, XmlType, XmlVariant, members, name};
use crate::json::{Json, JsonObject, Number};

/// Unions in unions are looked into so far.
const MAX_DEPTH: u32 = 4;

/// Worse than whatever fits.
const MISFIT: i64 = -1_000;

/// The type that an element or attribute is most likely of; no union.
pub(super) fn read(variants: &'static [XmlVariant], item: Item<'_>) -> &'static XmlType {
    // What XML Schema would say it with (part 1 §2.7.1).
    let ty = item.xsi("type");
    let named = ty.as_deref().map(|ty| name::local(ty.trim_ascii()));
    let is_named = |variant: &XmlVariant| named.is_some_and(|ty| variant.values.contains(&ty));
    let told = |variant: &XmlVariant| is_told(variant, item) || is_named(variant);
    chosen(variants, &told, &|ty| score(ty, item))
}

/// The type that a value is most likely of; no union.
pub(super) fn write(variants: &'static [XmlVariant], value: &Json) -> &'static XmlType {
    let told = |variant: &XmlVariant| {
        let told = value.get(variant.tag).and_then(Json::as_str);
        !variant.tag.is_empty() && told.is_some_and(|told| variant.values.contains(&told))
    };
    chosen(variants, &told, &|ty| score_json(ty, value))
}

/// The type that is told, or else the best one.
fn chosen(
    variants: &'static [XmlVariant],
    told: &dyn Fn(&XmlVariant) -> bool,
    score: &dyn Fn(&'static XmlType) -> i64,
) -> &'static XmlType {
    let mut variants = variants;
    for _ in 0..MAX_DEPTH {
        match variants.iter().find(|variant| told(variant)) {
            Some(XmlVariant { ty, .. }) => match ty.variants() {
                [] => return ty,
                within => variants = within,
            },
            None => break,
        }
    }
    best(variants, score, 0).map_or(&XmlType::Any, |(_, ty)| ty)
}

/// The first of the best, unions in unions taken apart.
fn best(
    variants: &'static [XmlVariant],
    score: &dyn Fn(&'static XmlType) -> i64,
    depth: u32,
) -> Option<(i64, &'static XmlType)> {
    let mut found: Option<(i64, &'static XmlType)> = None;
    for variant in variants {
        let own = match variant.ty.variants() {
            [] => Some((score(variant.ty), variant.ty)),
            within if depth < MAX_DEPTH => best(within, score, depth + 1),
            _ => None,
        };
        if let Some(own) = own
            && found.is_none_or(|before| own.0 > before.0)
        {
            found = Some(own);
        }
    }
    found
}

/// Whether the member says so that tells types apart.
fn is_told(variant: &XmlVariant, item: Item<'_>) -> bool {
    let members = variant.ty.members();
    let tag = members.iter().find(|member| member.name == variant.tag);
    let Some(XmlMember { xml, .. }) = tag else {
        return false;
    };
    let says = |found: Item<'_>| variant.values.contains(&found.text().trim_ascii());
    match xml.node {
        XmlNode::Element | XmlNode::Attribute => {
            let is_attribute = xml.node == XmlNode::Attribute;
            let mut found = item.items();
            found.any(|found| {
                found.is_attribute() == is_attribute && found.name() == xml.name && says(found)
            })
        }
        XmlNode::Text | XmlNode::Cdata | XmlNode::None => says(item),
    }
}

fn score(ty: &'static XmlType, item: Item<'_>) -> i64 {
    let has_items = item.items().next().is_some();
    match ty {
        XmlType::Any => 0,
        XmlType::Text | XmlType::Token | XmlType::Mixed | XmlType::Number | XmlType::Boolean
            if has_items =>
        {
            MISFIT
        }
        XmlType::Text | XmlType::Token => 1,
        XmlType::Mixed => 2,
        XmlType::Number => match item.text().trim_ascii().parse::<Number>() {
            Ok(_) => 3,
            Err(_) => MISFIT,
        },
        XmlType::Boolean => match item.text().trim_ascii() {
            "true" | "false" => 3,
            _ => MISFIT,
        },
        XmlType::Array(of) => match item.elements().all(|child| child.name() == of.name) {
            true if has_items => 2,
            _ => -1,
        },
        XmlType::Tuple(..) => -1,
        XmlType::Object(known, _) => {
            let fits = |child| {
                if members::place(known, child).is_some() {
                    2
                } else {
                    -1
                }
            };
            let fitting: i64 = item.items().map(fits).sum();
            let is_there = |xml: &Xml| {
                let mut children = item.items();
                children.any(|child| child.name() == xml.name)
            };
            let missing = known
                .iter()
                .filter(|member| member.required && member.xml.is_named())
                .filter(|member| !is_there(&member.xml));
            fitting - 3 * missing.map(|_| 1).sum::<i64>()
        }
        XmlType::Union(_) => MISFIT,
    }
}

fn score_json(ty: &'static XmlType, value: &Json) -> i64 {
    match (ty, value) {
        (XmlType::Object(known, _), Json::Object(object)) => score_object(known, object),
        (XmlType::Array(_) | XmlType::Tuple(..), Json::Array(_))
        | (XmlType::Number | XmlType::Mixed, Json::Number(_))
        | (XmlType::Boolean | XmlType::Mixed, Json::Bool(_))
        | (XmlType::Text | XmlType::Token | XmlType::Mixed, Json::String(_)) => 1,
        (XmlType::Any, _) => 0,
        (_, _) => MISFIT,
    }
}

fn score_object(known: &[XmlMember], object: &JsonObject) -> i64 {
    let is_known = |key: &String| known.iter().any(|member| member.name == key);
    let fits = |key| if is_known(key) { 2 } else { -1 };
    let fitting: i64 = object.keys().map(fits).sum();
    let missing = |member: &&XmlMember| member.required && !object.contains_key(member.name);
    let missing = known.iter().filter(missing).map(|_| 1).sum::<i64>();
    fitting - 3 * missing
}
