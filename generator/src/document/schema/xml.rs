use serde_json::{Map, Value};

use crate::diagnostic::Code;
use crate::document::keyword;
use crate::document::node::Node;
use crate::document::reader::Reader;
use crate::terms::XmlNode;

impl<'s> Reader<'s, '_> {
    /// `xml` (OAS 3.2 §4.26), with `nodeType` in place of `attribute`.
    pub(super) fn xml(&mut self, holder: &Node<'s>) -> Option<Value> {
        let node = holder.field("xml")?;
        if node.value.is_null() || !self.is_object("xml", &node) {
            return None;
        }
        self.check_keywords(&node, &keyword::XML);
        let mut xml = Map::new();
        for name in ["name", "namespace", "prefix"] {
            if let Some(text) = self.text(&node, name).filter(|text| !text.is_empty()) {
                xml.insert(name.to_owned(), Value::String(text));
            }
        }
        let is_attribute = self.flag(&node, "attribute").unwrap_or_default();
        let is_wrapped = self.flag(&node, "wrapped").unwrap_or_default();
        let said = self.node_type(&node);
        if let Some(node) = said.or(is_attribute.then_some(XmlNode::Attribute)) {
            xml.insert("nodeType".to_owned(), node.as_str().into());
        }
        if is_wrapped {
            xml.insert("wrapped".to_owned(), true.into());
        }
        Some(Value::Object(xml))
    }

    fn node_type(&mut self, xml: &Node<'s>) -> Option<XmlNode> {
        let node = xml.field("nodeType")?;
        let text = self.text_of("nodeType", &node)?;
        let said = XmlNode::parse(&text);
        if said.is_none() {
            let known: Vec<String> = XmlNode::ALL
                .iter()
                .map(|node| format!("`{}`", node.as_str()))
                .collect();
            let message = format!("`{text}` is none of {}", known.join(", "));
            let label = "taken as if it were not there";
            self.say(Code::InvalidValue, &node.place, message, label);
        }
        said
    }
}
