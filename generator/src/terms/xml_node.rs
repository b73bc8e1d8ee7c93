/// Which node of an XML document a schema describes (OAS 3.2 §4.26.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum XmlNode {
    /// An element.
    Element,
    /// An attribute.
    Attribute,
    /// Text in an element.
    Text,
    /// A CDATA section in an element.
    Cdata,
    /// None: what it describes stands where it would.
    None,
}

impl XmlNode {
    /// Every word of `nodeType`.
    pub const ALL: [Self; 5] = [
        Self::Element,
        Self::Attribute,
        Self::Text,
        Self::Cdata,
        Self::None,
    ];

    /// Reads a value of `nodeType`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.as_str() == text)
    }

    /// The word that `nodeType` uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Attribute => "attribute",
            Self::Text => "text",
            Self::Cdata => "cdata",
            Self::None => "none",
        }
    }
}
