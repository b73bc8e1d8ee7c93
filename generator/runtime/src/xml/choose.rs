use super::tree::Item;
use super::{Xml, XmlMember, XmlNode, XmlType, XmlVariant, members};
use crate::json::{Json, JsonObject, Number};

/// Unions in unions are looked into so far.
const MAX_DEPTH: u32 = 8;

/// Worse than whatever fits.
const MISFIT: i64 = -1_000;

/// The type that an element or attribute is most likely of.
pub(super) fn read(variants: &'static [XmlVariant], item: Item<'_>) -> &'static XmlType {
    let told = variants.iter().find(|variant| is_told(variant, item));
    let told = told.or_else(|| {
        // What XML Schema would say it with (part 1 §2.7.1).
        let ty = item.xsi("type")?;
        let name = super::name::local(ty.trim_ascii());
        variants
            .iter()
            .find(|variant| variant.values.contains(&name))
    });
    let best = || best(variants, |ty| score(ty, item, 0));
    told.map_or_else(best, |variant| variant.ty)
}

/// The type that a value is most likely of.
pub(super) fn write(variants: &'static [XmlVariant], value: &Json) -> &'static XmlType {
    let told = variants.iter().find(|variant| {
        let told = value.get(variant.tag).and_then(Json::as_str);
        !variant.tag.is_empty() && told.is_some_and(|told| variant.values.contains(&told))
    });
    let best = || best(variants, |ty| score_json(ty, value, 0));
    told.map_or_else(best, |variant| variant.ty)
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

/// The first of the best.
fn best(
    variants: &'static [XmlVariant],
    score: impl Fn(&'static XmlType) -> i64,
) -> &'static XmlType {
    let mut best: Option<(i64, &'static XmlType)> = None;
    for variant in variants {
        let score = score(variant.ty);
        if best.is_none_or(|(before, _)| score > before) {
            best = Some((score, variant.ty));
        }
    }
    best.map_or(&XmlType::Any, |(_, ty)| ty)
}

fn score(ty: &'static XmlType, item: Item<'_>, depth: u32) -> i64 {
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
        XmlType::Union(variants) if depth < MAX_DEPTH => {
            let scores = variants.iter().map(|of| score(of.ty, item, depth + 1));
            scores.max().unwrap_or(MISFIT)
        }
        XmlType::Union(_) => MISFIT,
    }
}

fn score_json(ty: &'static XmlType, value: &Json, depth: u32) -> i64 {
    match (ty, value) {
        (XmlType::Union(variants), _) if depth < MAX_DEPTH => {
            let scores = variants
                .iter()
                .map(|of| score_json(of.ty, value, depth + 1));
            scores.max().unwrap_or(MISFIT)
        }
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
