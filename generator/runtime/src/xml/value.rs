use std::borrow::Cow;

use super::list::List;
use super::members::Others;
use super::tree::{Item, Part, Tree};
use super::{Xml, XmlError, XmlNode, XmlType, choose, members, scalar};
use crate::json::{Encode, Writer};

/// The JSON text of the value that stands at `place` as a whole document. The name of its outermost element is not
/// looked at: services are not exact about it.
///
/// # Errors
/// If the text is no well-formed XML, or has more than 128 levels.
pub fn to_json_text(source: &str, place: &Xml) -> Result<String, XmlError> {
    let tree = Tree::parse(source)?;
    let root = tree.root();
    let mut writer = Writer::new();
    // An array that has no element of its own, and only one item.
    let is_item = |of: &&Xml| {
        let tells = !of.name.is_empty() && of.name != place.name;
        place.node == XmlNode::None && tells && root.name() == of.name
    };
    match place.ty.as_array().filter(is_item) {
        Some(of) => List::of(vec![root], of.ty).encode(&mut writer),
        None => Value::new(root, place.ty).encode(&mut writer),
    }
    writer
        .finish()
        .map_err(|error| XmlError::new(error.to_string()))
}

/// The value that an element or an attribute is.
pub(super) struct Value<'t> {
    item: Item<'t>,
    ty: &'static XmlType,
}

/// A text.
pub(super) struct Texts<'t>(pub(super) Cow<'t, str>);

impl<'t> Value<'t> {
    /// The value that an item is if it is of this type.
    pub(super) fn new(item: Item<'t>, ty: &'static XmlType) -> Self {
        Self { item, ty }
    }

    /// What nothing is known of: a text if it has neither elements nor attributes.
    fn any(&self, writer: &mut Writer) {
        if self.item.items().next().is_none() {
            writer.string(&self.item.text());
            return;
        }
        writer.begin_object();
        let items = self.item.items().collect();
        members::untyped(items, Some(self.item), |_| false, writer);
        writer.end_object();
    }

    /// An array whose first items have places of their own, which say what comes next.
    fn tuple(&self, places: &'static [Xml], rest: Option<&'static Xml>, writer: &mut Writer) {
        writer.begin_array();
        let mut parts = self.item.parts().peekable();
        let mut due = 0;
        for place in places {
            let found = match place.node {
                XmlNode::Text | XmlNode::Cdata => Found::Text(text(&mut parts)),
                XmlNode::Element | XmlNode::Attribute | XmlNode::None => {
                    match parts.find_map(item) {
                        Some(item) => Found::Item(item),
                        None => Found::Nothing,
                    }
                }
            };
            due += 1;
            if let Found::Nothing = found {
                continue;
            }
            // What is missing before something that is there has a place too.
            (1..due).for_each(|_| writer.item(&None::<bool>));
            due = 0;
            match found {
                Found::Item(item) => writer.item(&Value::new(item, place.ty)),
                Found::Text(text) => writer.item(&Piece(text, place.ty)),
                Found::Nothing => {}
            }
        }
        let rest = rest.map_or(&XmlType::Any, |rest| rest.ty);
        for item in parts.filter_map(item) {
            writer.item(&Value::new(item, rest));
        }
        writer.end_array();
    }
}

/// What stands where an item of an array should.
enum Found<'t> {
    Item(Item<'t>),
    Text(String),
    Nothing,
}

struct Piece(String, &'static XmlType);

fn item(part: Part<'_>) -> Option<Item<'_>> {
    match part {
        Part::Item(item) => Some(item),
        Part::Text(_) => None,
    }
}

/// The text up to the next element.
fn text<'t>(parts: &mut std::iter::Peekable<impl Iterator<Item = Part<'t>>>) -> String {
    let mut text = String::new();
    while let Some(Part::Text(piece)) = parts.peek() {
        text.push_str(&piece.piece());
        parts.next();
    }
    text
}

impl Encode for Value<'_> {
    fn encode(&self, writer: &mut Writer) {
        if self.item.is_nil() {
            writer.null();
            return;
        }
        match self.ty {
            XmlType::Any => self.any(writer),
            XmlType::Text
            | XmlType::Token
            | XmlType::Number
            | XmlType::Boolean
            | XmlType::Mixed => scalar::write(&self.item.text(), self.ty, writer),
            XmlType::Array(of) => {
                List::of(self.item.elements().collect(), of.ty).encode(writer);
            }
            XmlType::Tuple(places, rest) => self.tuple(places, *rest, writer),
            XmlType::Object(members, others) => {
                let others = others.map_or(Others::Untyped, Others::Typed);
                members::object(self.item, members, others, writer);
            }
            XmlType::Union(variants) => {
                Self::new(self.item, choose::read(variants, self.item)).encode(writer);
            }
        }
    }
}

impl Encode for Texts<'_> {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&self.0);
    }
}

impl Encode for Piece {
    fn encode(&self, writer: &mut Writer) {
        scalar::write(&self.0, self.1, writer);
    }
}
