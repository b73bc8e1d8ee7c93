use super::tree::Item;
use super::value::Value;
use super::{Xml, XmlNode, XmlType, members, scalar};
use crate::json::{Encode, Writer};

/// The items of an array, an element each.
#[derive(Default)]
pub(super) struct List<'t> {
    items: Vec<Item<'t>>,
    ty: Option<&'static XmlType>,
}

/// The items of an array that are words of one text.
pub(super) struct Words<'t> {
    item: Item<'t>,
    ty: &'static XmlType,
}

impl<'t> List<'t> {
    /// These items.
    pub(super) fn of(items: Vec<Item<'t>>, ty: &'static XmlType) -> Self {
        let ty = Some(ty);
        Self { items, ty }
    }

    /// The items in the elements that were found where an array should be: each of them is one, or has them in it.
    /// Which of the two is said by `node`; services that do the other are understood where there is no doubt.
    pub(super) fn found(node: XmlNode, item: &Xml, found: Vec<Item<'t>>) -> Self {
        let is_said = node == XmlNode::Element;
        if !is_said && found.len() != 1 {
            return Self::of(found, item.ty);
        }
        let mut items = Vec::new();
        for element in found {
            match is_around(element, item, is_said) {
                true => items.extend(element.elements()),
                false => items.push(element),
            }
        }
        Self::of(items, item.ty)
    }
}

/// Whether an element has items in it, and is none.
fn is_around(element: Item<'_>, item: &Xml, is_said: bool) -> bool {
    let Some(first) = element.elements().next() else {
        return is_said && element.is_blank() && element.items().next().is_none();
    };
    if item.ty.is_scalar() {
        return true;
    }
    let is_known = |child: Item<'_>| members::place(item.ty.members(), child).is_some();
    if is_said {
        let all_named = element.elements().all(|child| child.name() == item.name);
        return all_named || !element.items().any(is_known);
    }
    let alike = |child: Item<'_>| child.name() == first.name() && !is_known(child);
    !item.ty.members().is_empty()
        && element.elements().all(alike)
        && element.items().all(|child| !child.is_attribute())
}

impl<'t> Words<'t> {
    /// The words of an attribute, or of the text of an element.
    pub(super) fn new(item: Item<'t>, ty: &'static XmlType) -> Self {
        Self { item, ty }
    }
}

impl Encode for List<'_> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_array();
        for item in &self.items {
            writer.item(&Value::new(*item, self.ty.unwrap_or(&XmlType::Any)));
        }
        writer.end_array();
    }
}

impl Encode for Words<'_> {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_array();
        for text in self.item.text().split_ascii_whitespace() {
            let ty = self.ty;
            writer.item(&Word { text, ty });
        }
        writer.end_array();
    }
}

struct Word<'t> {
    text: &'t str,
    ty: &'static XmlType,
}

impl Encode for Word<'_> {
    fn encode(&self, writer: &mut Writer) {
        scalar::write(self.text, self.ty, writer);
    }
}
