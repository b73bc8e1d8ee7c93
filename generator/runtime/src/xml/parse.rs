use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::tree::{Kind, Node, Tree, value_of};
use super::{XmlError, name};

/// How many elements may be open at once: as many as a JSON text may have levels.
const MAX_DEPTH: usize = 128;

impl<'s> Tree<'s> {
    /// Reads a whole text. Entities are the five of XML and characters by their number, so that none grows; what a
    /// document type declares is not looked at.
    pub(super) fn parse(source: &'s str) -> Result<Self, XmlError> {
        if u32::try_from(source.len()).is_err() {
            return Err(XmlError::new("a text of more than 4 GiB is not read"));
        }
        let tree = Self {
            source,
            nodes: Vec::new(),
            namespaces: vec![""],
        };
        let mut building = Building {
            tree,
            open: Vec::new(),
            scope: BTreeMap::new(),
            declared: Vec::new(),
        };
        let mut reader = Reader::from_str(source);
        loop {
            let before = usize::try_from(reader.buffer_position()).unwrap_or(source.len());
            let event = reader.read_event().map_err(|error| {
                let offset = usize::try_from(reader.error_position()).unwrap_or(before);
                XmlError::at(source, offset, error.to_string())
            })?;
            match building.event(event) {
                Ok(true) => {}
                Ok(false) => return Ok(building.tree),
                Err(reason) => return Err(XmlError::at(source, before, reason)),
            }
        }
    }
}

/// A tree while its text is read.
struct Building<'s> {
    tree: Tree<'s>,
    /// The elements that have begun and not ended.
    open: Vec<usize>,
    /// The namespaces of each prefix, the nearest last.
    scope: BTreeMap<&'s str, Vec<u32>>,
    /// The prefixes that elements declare, and how many elements were open.
    declared: Vec<(usize, &'s str)>,
}

type Reason = Cow<'static, str>;

impl<'s> Building<'s> {
    /// Whether there can be more.
    fn event(&mut self, event: Event<'s>) -> Result<bool, Reason> {
        match event {
            Event::Start(start) => self.start(&start)?,
            Event::Empty(start) => {
                self.start(&start)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(Kind::Text, &text)?,
            Event::CData(text) => self.text(Kind::Cdata, &text)?,
            Event::GeneralRef(reference) => self.reference(&reference)?,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof if self.tree.nodes.is_empty() => return Err("there is no element".into()),
            Event::Eof if self.open.is_empty() => return Ok(false),
            Event::Eof => return Err("the text ends before its elements do".into()),
        }
        Ok(true)
    }

    fn start(&mut self, start: &BytesStart<'s>) -> Result<(), Reason> {
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            return Err("there is more than one outermost element".into());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err("there are more than 128 elements within each other".into());
        }
        let at = self.tree.nodes.len();
        self.open.push(at);
        // Looking for names that are there twice takes time that grows faster than the text.
        let mut attributes = start.attributes();
        let mut plain: Vec<(&'s str, &'s str)> = Vec::new();
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|error| error.to_string())?;
            value_of(&attribute).map_err(|error| error.to_string())?;
            let pair = (self.piece(attribute.key.0), self.piece(&attribute.value));
            match pair.0.strip_prefix("xmlns") {
                Some("") => self.declare("", pair.1),
                Some(prefix) if prefix.starts_with(':') => {
                    self.declare(prefix.get(1..).unwrap_or_default(), pair.1);
                }
                Some(_) | None => plain.push(pair),
            }
        }
        let name = self.piece(start.name().0);
        let namespace = self.namespace(name, true);
        self.push(Kind::Element, namespace, name::local(name));
        for (name, value) in plain {
            let namespace = self.namespace(name, false);
            self.push(Kind::Attribute, namespace, name::local(name));
            self.push(Kind::Value, 0, value);
            self.close(self.tree.nodes.len().saturating_sub(2));
        }
        Ok(())
    }

    fn end(&mut self) {
        if let Some(at) = self.open.pop() {
            self.close(at);
        }
        let depth = self.open.len();
        while let Some((_, prefix)) = self.declared.pop_if(|(of, _)| *of > depth) {
            if let Some(namespaces) = self.scope.get_mut(prefix) {
                namespaces.pop();
            }
        }
    }

    fn text(&mut self, kind: Kind, text: &str) -> Result<(), Reason> {
        if self.open.is_empty() {
            let is_space = kind == Kind::Text && text.trim_ascii().is_empty();
            // A byte order mark is no text.
            let is_mark = self.tree.nodes.is_empty() && text.trim_ascii() == "\u{feff}";
            return match is_space || is_mark {
                true => Ok(()),
                false => Err("there is text outside of the outermost element".into()),
            };
        }
        let piece = self.piece(text);
        self.push(kind, 0, piece);
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'s>) -> Result<(), Reason> {
        let by_number = reference
            .resolve_char_ref()
            .map_err(|error| error.to_string())?;
        let by_name = match &**reference {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => None,
        };
        let Some(character) = by_number.or(by_name) else {
            return Err("an entity is none of the five that XML has".into());
        };
        if self.open.is_empty() {
            return Err("there is text outside of the outermost element".into());
        }
        self.push(Kind::Character, 0, "");
        if let Some(node) = self.tree.nodes.last_mut() {
            node.start = u32::from(character);
        }
        Ok(())
    }

    fn push(&mut self, kind: Kind, namespace: u32, piece: &'s str) {
        let start = piece.as_ptr().addr();
        let start = start.saturating_sub(self.tree.source.as_ptr().addr());
        let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        self.tree.nodes.push(Node {
            kind,
            namespace,
            start: number(start),
            length: number(piece.len()),
            next: number(self.tree.nodes.len() + 1),
        });
    }

    /// All that was read since the node stands in it.
    fn close(&mut self, at: usize) {
        let next = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.tree.nodes.get_mut(at) {
            node.next = next;
        }
    }

    /// The same piece of the text, which lives as long as the text does.
    fn piece(&self, of: &str) -> &'s str {
        let source = self.tree.source;
        let start = of.as_ptr().addr();
        let start = start.wrapping_sub(source.as_ptr().addr());
        let end = start.saturating_add(of.len());
        source.get(start..end).unwrap_or_default()
    }

    fn declare(&mut self, prefix: &'s str, namespace: &'s str) {
        let id = u32::try_from(self.tree.namespaces.len()).unwrap_or(u32::MAX);
        self.tree.namespaces.push(namespace);
        self.scope.entry(prefix).or_default().push(id);
        self.declared.push((self.open.len(), prefix));
    }

    /// The namespace of a name; an attribute without a prefix has none (Namespaces in XML 1.0 §6.2).
    fn namespace(&self, name: &str, of_element: bool) -> u32 {
        let prefix = match name.split_once(':') {
            Some((prefix, _)) => prefix,
            None if of_element => "",
            None => return 0,
        };
        let namespaces = self.scope.get(prefix);
        namespaces
            .and_then(|namespaces| namespaces.last().copied())
            .unwrap_or_default()
    }
}
