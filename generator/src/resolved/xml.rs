use openapiv3::SchemaData;
use serde_json::Value;

use crate::document::extension;
use crate::terms::XmlNode;

/// How the values of a schema stand in XML (OAS 3.2 §4.26).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Xml {
    /// What an element or attribute is called.
    pub name: Option<String>,
    /// The namespace of that name.
    pub namespace: Option<String>,
    /// What goes before that name.
    pub prefix: Option<String>,
    /// Which node it is.
    pub node: Option<XmlNode>,
    /// An array has an element around its items.
    pub wrapped: bool,
}

impl Xml {
    /// What a schema says.
    pub(super) fn of(data: &SchemaData) -> Self {
        let said = data.extensions.get(extension::XML);
        let text = |name: &str| {
            let text = said.and_then(|said| said.get(name));
            text.and_then(Value::as_str).map(str::to_owned)
        };
        Self {
            name: text("name"),
            namespace: text("namespace"),
            prefix: text("prefix"),
            node: text("nodeType").and_then(|node| XmlNode::parse(&node)),
            wrapped: said.is_some_and(|said| said.get("wrapped").is_some()),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same, with what `other` says where this says nothing.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            name: self.name.or_else(|| other.name.clone()),
            namespace: self.namespace.or_else(|| other.namespace.clone()),
            prefix: self.prefix.or_else(|| other.prefix.clone()),
            node: self.node.or(other.node),
            wrapped: self.wrapped || other.wrapped,
        }
    }
}
