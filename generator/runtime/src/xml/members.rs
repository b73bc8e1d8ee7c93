use indexmap::IndexMap;

use super::list::{List, Words};
use super::tree::{Item, XSI};
use super::value::{Texts, Value};
use super::{Xml, XmlMember, XmlNode, XmlType, choose};
use crate::json::{Encode, Writer};

/// The value of a text that an object of unknown members has besides them.
const TEXT: &str = "#text";

/// What goes before the name of an attribute among unknown members.
const ATTRIBUTE: &str = "@";

/// Which of `members` an item is a value of, or a part of one.
pub(super) fn place(members: &[XmlMember], item: Item<'_>) -> Option<usize> {
    let mut by_name = None;
    for (index, member) in members.iter().enumerate() {
        if let Some(namespace) = accepts(&member.xml, item) {
            if namespace == item.namespace() {
                return Some(index);
            }
            // Services are not exact about namespaces, nor are descriptions.
            by_name.get_or_insert(index);
        }
    }
    by_name
}

/// Whether an item stands where `xml` says, and in which namespace it should be.
fn accepts<'t>(xml: &Xml, item: Item<'t>) -> Option<&'t str> {
    match xml.node {
        XmlNode::Element | XmlNode::Attribute => {
            let is_attribute = xml.node == XmlNode::Attribute;
            let fits = item.is_attribute() == is_attribute && item.name() == xml.name;
            fits.then_some(xml.namespace)
        }
        XmlNode::Text | XmlNode::Cdata => None,
        XmlNode::None => match xml.ty {
            XmlType::Array(of) => accepts(&xml.of_item(of), item),
            XmlType::Tuple(places, rest) => {
                let mut places = places.iter().chain(*rest);
                places.find_map(|place| accepts(&xml.of_item(place), item))
            }
            XmlType::Object(members, _) => place(members, item).map(|_| item.namespace()),
            XmlType::Union(variants) => variants.iter().find_map(|variant| {
                place(variant.ty.members(), item)?;
                Some(item.namespace())
            }),
            XmlType::Any
            | XmlType::Text
            | XmlType::Token
            | XmlType::Number
            | XmlType::Boolean
            | XmlType::Mixed => None,
        },
    }
}

/// The members that have no names.
#[derive(Clone, Copy)]
pub(super) enum Others {
    /// They are those of the object around this one.
    NotHere,
    /// Nothing is known of them.
    Untyped,
    /// Their values are of this type.
    Typed(&'static XmlType),
}

/// An object that has no element of its own: its named members are among those of the element around it.
struct Within<'t>(Item<'t>, &'static XmlType);

impl Encode for Within<'_> {
    fn encode(&self, writer: &mut Writer) {
        match self.1 {
            XmlType::Object(members, _) => object(self.0, members, Others::NotHere, writer),
            XmlType::Union(variants) => {
                Self(self.0, choose::read(variants, self.0)).encode(writer);
            }
            XmlType::Any
            | XmlType::Text
            | XmlType::Token
            | XmlType::Number
            | XmlType::Boolean
            | XmlType::Mixed
            | XmlType::Array(_)
            | XmlType::Tuple(..) => Value::new(self.0, self.1).encode(writer),
        }
    }
}

/// Writes the object that an element is.
pub(super) fn object(
    element: Item<'_>,
    members: &'static [XmlMember],
    others: Others,
    writer: &mut Writer,
) {
    let mut found: Vec<(usize, Item<'_>)> = Vec::new();
    let mut unknown = Vec::new();
    for item in element.items() {
        match place(members, item) {
            Some(index) => found.push((index, item)),
            None => unknown.push(item),
        }
    }
    misnamed(members, &mut found, &mut unknown);
    found.sort_by_key(|(index, _)| *index);
    let lone = lone_text(element, members, &found);
    writer.begin_object();
    let mut rest = found.as_slice();
    for (index, member) in members.iter().enumerate() {
        let length = rest.partition_point(|(of, _)| *of <= index);
        let (own, behind) = rest.split_at_checked(length).unwrap_or_default();
        rest = behind;
        if lone == Some(index) {
            // Nobody has said that spaces around it mean anything.
            writer.field(member.name, &Value::new(element, &XmlType::Token));
        } else {
            self::member(element, member, own, writer);
        }
    }
    let has_text = lone.is_some() || members.iter().any(|member| is_text(&member.xml));
    let known = |key: &str| members.iter().any(|member| member.name == key);
    match others {
        Others::NotHere => {}
        Others::Untyped => untyped(unknown, (!has_text).then_some(element), known, writer),
        Others::Typed(ty) => typed(unknown, ty, known, writer),
    }
    writer.end_object();
}

/// Finds elements that have the name of a member in JSON where the description gives it another one in XML.
fn misnamed<'t>(
    members: &[XmlMember],
    found: &mut Vec<(usize, Item<'t>)>,
    unknown: &mut Vec<Item<'t>>,
) {
    let mut missing: Vec<bool> = vec![true; members.len()];
    for (index, _) in found.iter() {
        missing.get_mut(*index).map(std::mem::take);
    }
    unknown.retain(|item| {
        let mut named = members.iter().zip(&missing);
        let index = named.position(|(member, is_missing)| {
            let is_element = match member.xml.node {
                XmlNode::Element => true,
                XmlNode::None => member.xml.ty.as_array().is_some(),
                XmlNode::Attribute | XmlNode::Text | XmlNode::Cdata => false,
            };
            *is_missing && is_element && !item.is_attribute() && member.name == item.name()
        });
        found.extend(index.map(|index| (index, *item)));
        index.is_none()
    });
}

/// The one member that a text can be which no member is said to be: a description of earlier versions cannot say so.
fn lone_text(
    element: Item<'_>,
    members: &[XmlMember],
    found: &[(usize, Item<'_>)],
) -> Option<usize> {
    if element.is_blank() || element.elements().next().is_some() {
        return None;
    }
    if members.iter().any(|member| is_text(&member.xml)) {
        return None;
    }
    let is_free = |index: usize, member: &XmlMember| {
        member.xml.node == XmlNode::Element
            && member.xml.ty.is_text()
            && found.iter().all(|(of, _)| *of != index)
    };
    let mut free = members
        .iter()
        .enumerate()
        .filter(|(index, member)| is_free(*index, member));
    let (only, _) = free.next()?;
    free.next().is_none().then_some(only)
}

/// Whether a value is the text of the element that it is in.
fn is_text(xml: &Xml) -> bool {
    match xml.node {
        XmlNode::Text | XmlNode::Cdata => true,
        XmlNode::None => xml.ty.is_scalar(),
        XmlNode::Element | XmlNode::Attribute => false,
    }
}

/// Writes one member, unless it is not there.
fn member(element: Item<'_>, member: &XmlMember, own: &[(usize, Item<'_>)], writer: &mut Writer) {
    let XmlMember { name, xml, .. } = member;
    if is_text(xml) {
        text_member(element, member, writer);
        return;
    }
    let items = || own.iter().map(|(_, item)| *item);
    match (xml.node, xml.ty, items().next_back()) {
        (XmlNode::Attribute, XmlType::Array(of), Some(item)) => {
            writer.field(name, &Words::new(item, of.ty));
        }
        (_, XmlType::Array(_), None) if member.required => writer.field(name, &List::default()),
        (_, _, None) if member.required && member.nullable => writer.field(name, &None::<bool>),
        (_, _, None) if !member.required || xml.node != XmlNode::None => {}
        // What is in no node of its own is in the element itself.
        (XmlNode::None, XmlType::Object(..) | XmlType::Union(_) | XmlType::Tuple(..), _) => {
            writer.field(name, &Within(element, xml.ty));
        }
        (_, XmlType::Array(of), Some(_)) => {
            let item = xml.of_item(of);
            let is_null = xml.node == XmlNode::Element && items().all(Item::is_nil);
            if is_null {
                writer.field(name, &None::<bool>);
            } else {
                let items = items().collect();
                writer.field(name, &List::found(xml.node, &item, items));
            }
        }
        (_, _, Some(item)) => single(item, member, items().count() > 1, own, writer),
        (_, _, None) => {}
    }
}

/// Writes a member whose value is one element or one attribute.
fn single(
    item: Item<'_>,
    member: &XmlMember,
    several: bool,
    own: &[(usize, Item<'_>)],
    writer: &mut Writer,
) {
    let ty = member.xml.ty;
    let list = match ty {
        XmlType::Union(variants) => variants.iter().find_map(|variant| variant.ty.as_array()),
        XmlType::Any => Some(&ANYTHING),
        XmlType::Text
        | XmlType::Token
        | XmlType::Number
        | XmlType::Boolean
        | XmlType::Mixed
        | XmlType::Array(_)
        | XmlType::Tuple(..)
        | XmlType::Object(..) => None,
    };
    if let Some(of) = list.filter(|_| several) {
        let items = own.iter().map(|(_, item)| *item).collect();
        writer.field(member.name, &List::of(items, of.ty));
    } else if is_void(item, ty) {
        void(member, writer);
    } else {
        writer.field(member.name, &Value::new(item, ty));
    }
}

const ANYTHING: Xml = Xml::element("", &XmlType::Any);

/// Whether nothing stands where there should be more than a text.
fn is_void(item: Item<'_>, ty: &XmlType) -> bool {
    let is_scalar = matches!(
        ty,
        XmlType::Token | XmlType::Number | XmlType::Boolean | XmlType::Mixed
    );
    is_scalar && !item.is_nil() && item.text().trim_ascii().is_empty()
}

/// Writes that nothing stands in the place of a member, as far as its type has a way to say so.
fn void(member: &XmlMember, writer: &mut Writer) {
    if member.nullable {
        writer.field(member.name, &None::<bool>);
    } else if member.required {
        writer.field(member.name, &String::new());
    }
}

fn text_member(element: Item<'_>, member: &XmlMember, writer: &mut Writer) {
    let ty = member.xml.ty;
    let text = element.text();
    if let XmlType::Array(of) = ty {
        writer.field(member.name, &Words::new(element, of.ty));
    } else if is_void(element, ty) {
        void(member, writer);
    } else if member.required || !text.is_empty() {
        writer.field(member.name, &Value::new(element, ty));
    }
}

/// Writes what no member was described for: elements under their names, several of a name as an array, attributes
/// behind `@`, and the text that is left as `#text`.
pub(super) fn untyped(
    unknown: Vec<Item<'_>>,
    with_text_of: Option<Item<'_>>,
    known: impl Fn(&str) -> bool,
    writer: &mut Writer,
) {
    for (key, items) in grouped(unknown, &known) {
        match items.as_slice() {
            [only] => writer.field(&key, &Value::new(*only, &XmlType::Any)),
            _ => writer.field(&key, &List::of(items, &XmlType::Any)),
        }
    }
    let text = with_text_of.filter(|element| !element.is_blank() && !known(TEXT));
    if let Some(element) = text {
        writer.field(TEXT, &Texts(element.text()));
    }
}

/// Writes the members of an object that have a type and no names. An attribute is none.
fn typed(
    unknown: Vec<Item<'_>>,
    ty: &'static XmlType,
    known: impl Fn(&str) -> bool,
    writer: &mut Writer,
) {
    let elements = unknown.into_iter().filter(|item| !item.is_attribute());
    for (key, items) in grouped(elements.collect(), known) {
        match (ty, items.last()) {
            (XmlType::Array(of), _) => {
                let of = Xml::element("", of.ty);
                writer.field(&key, &List::found(XmlNode::None, &of, items));
            }
            (_, Some(last)) => writer.field(&key, &Value::new(*last, ty)),
            (_, None) => {}
        }
    }
}

fn grouped<'t>(
    unknown: Vec<Item<'t>>,
    known: impl Fn(&str) -> bool,
) -> IndexMap<String, Vec<Item<'t>>> {
    let mut groups: IndexMap<String, Vec<Item<'t>>> = IndexMap::new();
    for item in unknown {
        let key = match item.is_attribute() {
            true if item.namespace() == XSI => continue,
            true => format!("{ATTRIBUTE}{}", item.name()),
            false => item.name().to_owned(),
        };
        groups.entry(key).or_default().push(item);
    }
    groups.retain(|key, _| !known(key));
    groups
}
