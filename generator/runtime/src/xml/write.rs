use super::tree::XSI;
use super::{Xml, XmlError, XmlMember, XmlNode, XmlType, choose, name, scalar, text};
use crate::json::{Json, JsonObject};

/// What every document begins with (XML 1.0 §2.8).
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// The name of an outermost element that the description gives none.
const ROOT: &str = "root";

/// The document that a value is which stands at `place`.
///
/// # Errors
/// If a name or a character of the value has no way to stand in XML, or an object is where there is only text.
pub fn to_text(value: &Json, place: &Xml) -> Result<String, XmlError> {
    let mut output = Output {
        text: DECLARATION.to_owned(),
        scope: Vec::new(),
        has_nil: false,
    };
    let place = Xml {
        node: XmlNode::Element,
        name: if place.name.is_empty() {
            ROOT
        } else {
            place.name
        },
        ..*place
    };
    let names = output.element(&place, value)?;
    if output.has_nil {
        let nil = format!(r#" xmlns:xsi="{XSI}""#);
        output.text.insert_str(DECLARATION.len() + names, &nil);
    }
    Ok(output.text)
}

/// A document while it is written.
struct Output {
    text: String,
    /// The prefixes that the open elements declare, and their namespaces.
    scope: Vec<(&'static str, &'static str)>,
    /// Something says that it is no value.
    has_nil: bool,
}

type Written = Result<(), XmlError>;

impl Output {
    /// Writes an element, and says how long its beginning is with its name.
    fn element(&mut self, place: &Xml, value: &Json) -> Result<usize, XmlError> {
        let name = place.qualified();
        name::check(&name)?;
        let open = self.scope.len();
        self.text.push('<');
        self.text.push_str(&name);
        let length = name.len() + 1;
        self.declare(place.prefix, place.namespace)?;
        if value.is_null() {
            self.has_nil = true;
            self.text.push_str(r#" xsi:nil="true"/>"#);
            self.scope.truncate(open);
            return Ok(length);
        }
        self.attributes(place.ty, value)?;
        let before = self.text.len();
        self.text.push('>');
        self.content(place, value)?;
        if self.text.len() == before + 1 {
            self.text.truncate(before);
            self.text.push_str("/>");
        } else {
            self.text.push_str("</");
            self.text.push_str(&name);
            self.text.push('>');
        }
        self.scope.truncate(open);
        Ok(length)
    }

    /// Declares a namespace, unless an element around this one has done so.
    fn declare(&mut self, prefix: &'static str, namespace: &'static str) -> Written {
        let known = self.scope.iter().rev().find(|(of, _)| *of == prefix);
        if namespace.is_empty() || known.is_some_and(|(_, known)| *known == namespace) {
            return Ok(());
        }
        self.scope.push((prefix, namespace));
        self.text.push_str(" xmlns");
        if !prefix.is_empty() {
            self.text.push(':');
            self.text.push_str(prefix);
        }
        self.text.push_str("=\"");
        text::attribute(namespace, &mut self.text)?;
        self.text.push('"');
        Ok(())
    }

    /// Writes those parts of a value that are attributes of the element that it stands in.
    fn attributes(&mut self, ty: &'static XmlType, value: &Json) -> Written {
        let (ty, Json::Object(object)) = (chosen(ty, value), value) else {
            return Ok(());
        };
        for member in ty.members() {
            let Some(value) = object.get(member.name) else {
                continue;
            };
            let written = match member.xml.node {
                // An attribute has no way to be null (OAS 3.2 §4.26.4).
                XmlNode::Attribute if value.is_null() => Ok(()),
                XmlNode::Attribute => self.attribute(&member.xml, value),
                XmlNode::None => self.attributes(member.xml.ty, value),
                XmlNode::Element | XmlNode::Text | XmlNode::Cdata => Ok(()),
            };
            written.map_err(|error| error.within(member.name))?;
        }
        for (key, value) in unnamed(ty, object) {
            if let Some(name) = key.strip_prefix('@') {
                let written = self.pair(name, value);
                written.map_err(|error| error.within(key))?;
            }
        }
        Ok(())
    }

    fn attribute(&mut self, place: &Xml, value: &Json) -> Written {
        if !place.prefix.is_empty() {
            self.declare(place.prefix, place.namespace)?;
        }
        self.pair(&place.qualified(), value)
    }

    fn pair(&mut self, name: &str, value: &Json) -> Written {
        name::check(name)?;
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        text::attribute(&scalar::text_of(value)?, &mut self.text)?;
        self.text.push('"');
        Ok(())
    }

    /// Writes what stands in an element, or where an element would if the value had one of its own.
    fn content(&mut self, place: &Xml, value: &Json) -> Written {
        match (chosen(place.ty, value), value) {
            (_, Json::Null) => Ok(()),
            (_, Json::Bool(_) | Json::Number(_) | Json::String(_)) => {
                text::content(&scalar::text_of(value)?, &mut self.text)
            }
            (XmlType::Tuple(places, rest), Json::Array(items)) => {
                let rest = std::iter::repeat(rest.unwrap_or(&ITEM));
                let places = places.iter().chain(rest);
                let mut pairs = items.iter().zip(places).enumerate();
                pairs.try_for_each(|(index, (item, of))| {
                    let written = self.node(&place.of_item(of), item);
                    written.map_err(|error| error.within(&format!("[{index}]")))
                })
            }
            (ty, Json::Array(items)) => {
                self.items(&place.of_item(ty.as_array().unwrap_or(&ITEM)), items)
            }
            (ty, Json::Object(object)) => self.members(ty, object),
        }
    }

    fn items(&mut self, place: &Xml, items: &[Json]) -> Written {
        for (index, item) in items.iter().enumerate() {
            let written = match place.node {
                XmlNode::None if matches!(item, Json::Array(_)) => {
                    // Without an element each, items of items would be items.
                    let node = XmlNode::Element;
                    self.element(&Xml { node, ..*place }, item).map(drop)
                }
                XmlNode::Element
                | XmlNode::Attribute
                | XmlNode::Text
                | XmlNode::Cdata
                | XmlNode::None => self.node(place, item),
            };
            written.map_err(|error| error.within(&format!("[{index}]")))?;
        }
        Ok(())
    }

    /// Writes the node that a value is.
    fn node(&mut self, place: &Xml, value: &Json) -> Written {
        match place.node {
            XmlNode::Element => self.element(place, value).map(drop),
            // It was written before.
            XmlNode::Attribute => Ok(()),
            XmlNode::Text => text::content(&scalar::text_of(value)?, &mut self.text),
            XmlNode::Cdata => text::cdata(&scalar::text_of(value)?, &mut self.text),
            XmlNode::None => self.content(place, value),
        }
    }

    fn members(&mut self, ty: &'static XmlType, object: &JsonObject) -> Written {
        for XmlMember { name, xml, .. } in ty.members() {
            if let Some(value) = object.get(name) {
                let written = self.node(xml, value);
                written.map_err(|error| error.within(name))?;
            }
        }
        for (key, value) in unnamed(ty, object) {
            let written = match key.as_str() {
                "#text" => {
                    scalar::text_of(value).and_then(|value| text::content(&value, &mut self.text))
                }
                key if key.starts_with('@') => Ok(()),
                key => self.unnamed(key, value, others(ty)),
            };
            written.map_err(|error| error.within(key))?;
        }
        Ok(())
    }

    /// Writes a member that the description gives no name.
    fn unnamed(&mut self, key: &str, value: &Json, ty: &'static XmlType) -> Written {
        let of = match ty {
            XmlType::Any => Some(ty),
            XmlType::Text
            | XmlType::Token
            | XmlType::Number
            | XmlType::Boolean
            | XmlType::Mixed
            | XmlType::Array(_)
            | XmlType::Tuple(..)
            | XmlType::Object(..)
            | XmlType::Union(_) => ty.as_array().map(|of| of.ty),
        };
        let items = of.and_then(|of| Some((of, value.as_array()?)));
        match items {
            Some((ty, items)) => items.iter().try_for_each(|item| self.keyed(key, item, ty)),
            None => self.keyed(key, value, ty),
        }
    }

    /// Writes an element whose name is part of the value.
    fn keyed(&mut self, key: &str, value: &Json, ty: &'static XmlType) -> Written {
        name::check(key)?;
        self.text.push('<');
        self.text.push_str(key);
        if value.is_null() {
            self.has_nil = true;
            self.text.push_str(r#" xsi:nil="true"/>"#);
            return Ok(());
        }
        self.attributes(ty, value)?;
        self.text.push('>');
        self.content(&Xml::none("item", ty), value)?;
        self.text.push_str("</");
        self.text.push_str(key);
        self.text.push('>');
        Ok(())
    }
}

/// Items of an array of which nothing is known go by its name.
const ITEM: Xml = Xml::element("", &XmlType::Any);

/// The type that a value is of; no union.
fn chosen(ty: &'static XmlType, value: &Json) -> &'static XmlType {
    match ty.variants() {
        [] => ty,
        variants => choose::write(variants, value),
    }
}

/// The type of the members that have no names.
fn others(ty: &XmlType) -> &'static XmlType {
    match ty {
        XmlType::Object(_, Some(others)) => others,
        XmlType::Object(_, None)
        | XmlType::Any
        | XmlType::Text
        | XmlType::Token
        | XmlType::Number
        | XmlType::Boolean
        | XmlType::Mixed
        | XmlType::Array(_)
        | XmlType::Tuple(..)
        | XmlType::Union(_) => &XmlType::Any,
    }
}

/// The members of a value that its type has no names for.
fn unnamed<'v>(
    ty: &'static XmlType,
    object: &'v JsonObject,
) -> impl Iterator<Item = (&'v String, &'v Json)> {
    let known = ty.members();
    let is_known = |key: &str| known.iter().any(|member| member.name == key);
    object.iter().filter(move |(key, _)| !is_known(key))
}
