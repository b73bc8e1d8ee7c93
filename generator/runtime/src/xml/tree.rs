use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::events::attributes::Attribute;
use quick_xml::name::QName;

/// The namespace of `xsi:nil` and `xsi:type` (XML Schema 1.1 part 1 §2.7).
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A well-formed text, as places in it: so it takes no more than a few times the room of the text, whatever that holds.
pub(super) struct Tree<'s> {
    pub(super) source: &'s str,
    /// In the order of the text, each before what stands in it.
    pub(super) nodes: Vec<Node>,
    /// The first is none.
    pub(super) namespaces: Vec<&'s str>,
}

/// A piece of a text.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Of names.
    pub(super) namespace: u32,
    /// Where the name or the text is; of a character its number.
    pub(super) start: u32,
    pub(super) length: u32,
    /// The node behind all that stands in this one.
    pub(super) next: u32,
}

/// What a piece of a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What stands in it is behind it.
    Element,
    /// Its value is the node behind it.
    Attribute,
    Value,
    Text,
    Cdata,
    Character,
}

/// An element of a tree, or an attribute.
#[derive(Clone, Copy)]
pub(super) struct Item<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

/// What an element has in it, apart from names and values of attributes.
#[derive(Clone, Copy)]
pub(super) enum Part<'t> {
    /// An element or an attribute.
    Item(Item<'t>),
    /// A piece of text.
    Text(Item<'t>),
}

impl<'s> Tree<'s> {
    /// The one element that all others stand in.
    pub(super) fn root(&self) -> Item<'_> {
        Item { tree: self, at: 0 }
    }

    fn node(&self, at: usize) -> Option<Node> {
        self.nodes.get(at).copied()
    }

    fn slice(&self, node: Node) -> &'s str {
        let start = node.start as usize;
        let end = start + node.length as usize;
        self.source.get(start..end).unwrap_or_default()
    }
}

impl<'t> Item<'t> {
    /// The name without its prefix.
    pub(super) fn name(self) -> &'t str {
        self.tree
            .node(self.at)
            .map_or("", |node| self.tree.slice(node))
    }

    /// The namespace of the name; empty: none.
    pub(super) fn namespace(self) -> &'t str {
        let id = self.tree.node(self.at).map_or(0, |node| node.namespace);
        self.tree
            .namespaces
            .get(id as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Whether this is an attribute, and no element.
    pub(super) fn is_attribute(self) -> bool {
        let node = self.tree.node(self.at);
        node.is_some_and(|node| node.kind == Kind::Attribute)
    }

    /// What stands in an element: its attributes, then all else in its order.
    pub(super) fn parts(self) -> impl Iterator<Item = Part<'t>> {
        let Self { tree, at } = self;
        let end = tree.node(at).map_or(at, |node| node.next as usize);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let node = tree.node(next).filter(|_| next < end)?;
            let item = Self { tree, at: next };
            // A node never ends before it begins.
            next = (next + 1).max(node.next as usize);
            Some(match node.kind {
                Kind::Element | Kind::Attribute => Part::Item(item),
                Kind::Value | Kind::Text | Kind::Cdata | Kind::Character => Part::Text(item),
            })
        })
    }

    /// The elements and attributes in an element.
    pub(super) fn items(self) -> impl Iterator<Item = Self> {
        self.parts().filter_map(|part| match part {
            Part::Item(item) => Some(item),
            Part::Text(_) => None,
        })
    }

    /// The elements in an element.
    pub(super) fn elements(self) -> impl Iterator<Item = Self> {
        self.items().filter(|item| !item.is_attribute())
    }

    /// The text that stands in it itself; of a piece of text the piece.
    pub(super) fn text(self) -> Cow<'t, str> {
        let mut pieces = self.parts().filter_map(|part| match part {
            Part::Text(piece) => Some(piece.piece()),
            Part::Item(_) => None,
        });
        let Some(first) = pieces.next() else {
            return Cow::Borrowed("");
        };
        pieces.fold(first, |mut text, piece| {
            text.to_mut().push_str(&piece);
            text
        })
    }

    /// A piece of text without what only its writing needs.
    pub(super) fn piece(self) -> Cow<'t, str> {
        let Some(node) = self.tree.node(self.at) else {
            return Cow::Borrowed("");
        };
        match node.kind {
            Kind::Character => {
                let character = char::from_u32(node.start).unwrap_or(char::REPLACEMENT_CHARACTER);
                Cow::Owned(character.to_string())
            }
            Kind::Text | Kind::Cdata => lines(self.tree.slice(node)),
            Kind::Value => {
                let attribute = Attribute {
                    key: QName(""),
                    value: Cow::Borrowed(self.tree.slice(node)),
                };
                // It was read before.
                value_of(&attribute).unwrap_or_default()
            }
            Kind::Element | Kind::Attribute => Cow::Borrowed(""),
        }
    }

    /// Whether an element has no text but spaces.
    pub(super) fn is_blank(self) -> bool {
        self.parts().all(|part| match part {
            Part::Text(piece) => piece.piece().trim_ascii().is_empty(),
            Part::Item(_) => true,
        })
    }

    /// The text of an attribute that XML Schema says something with.
    pub(super) fn xsi(self, name: &str) -> Option<Cow<'t, str>> {
        let mut items = self.items().take_while(|item| item.is_attribute());
        items
            .find(|item| item.name() == name && item.namespace() == XSI)
            .map(Self::text)
    }

    /// Whether an element says that it is no value (XML Schema 1.1 part 1 §2.7.2).
    pub(super) fn is_nil(self) -> bool {
        let nil = self.xsi("nil");
        nil.is_some_and(|nil| matches!(nil.trim_ascii(), "true" | "1"))
    }
}

/// The value of an attribute without what only its writing needs (XML 1.0 §3.3.3).
pub(super) fn value_of<'a>(attribute: &Attribute<'a>) -> Result<Cow<'a, str>, Error> {
    attribute.normalized_value(XmlVersion::Implicit1_0)
}

/// A text with ends of lines as XML has them (XML 1.0 §2.11).
fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}
