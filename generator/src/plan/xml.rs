use crate::naming::Ident;
use crate::terms::XmlNode;

/// What a crate knows of XML: a table for each type that goes over the wire so, and for each whole body.
#[derive(Debug, Default)]
pub struct XmlTables {
    /// The types, each under its name.
    pub types: Vec<XmlTable<XmlType>>,
    /// The bodies, each under its name.
    pub bodies: Vec<XmlTable<Xml>>,
}

impl XmlTables {
    /// The features of which one must be on for any of them to be needed; none: they are always there.
    pub fn features(&self) -> Vec<String> {
        let mut features: Vec<String> = Vec::new();
        for table in &self.bodies {
            if table.features.is_empty() {
                return Vec::new();
            }
            features.extend(table.features.iter().cloned());
        }
        features.sort();
        features.dedup();
        features
    }
}

/// A table under a name of its own.
#[derive(Debug)]
pub struct XmlTable<T> {
    /// Its name.
    pub ident: Ident,
    /// What it is.
    pub of: T,
    /// The features of which one must be on; none: always there.
    pub features: Vec<String>,
}

/// A place where a value stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Xml {
    /// Which node.
    pub node: XmlNode,
    /// Its local name; empty: it has none, or that of the array that it is an item of.
    pub name: String,
    /// Goes before the name.
    pub prefix: Option<String>,
    /// The namespace of the name.
    pub namespace: Option<String>,
    /// What the value looks like.
    pub ty: XmlType,
}

/// What values look like.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum XmlType {
    /// Nothing is known.
    Any,
    /// A text.
    Text,
    /// A text without the spaces around it.
    Token,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// A number, a boolean or a text.
    Mixed,
    /// An array, and where its items stand.
    Array(Box<Xml>),
    /// An array whose first items have a place each, and where the others stand.
    Tuple(Vec<Xml>, Option<Box<Xml>>),
    /// An object of these members, and what the values of others look like.
    Object(Vec<XmlMember>, Option<Box<XmlType>>),
    /// One of several types.
    Union(Vec<XmlVariant>),
    /// What the table of this name says.
    Named(Ident),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct XmlMember {
    /// Its name in JSON.
    pub name: String,
    /// Where its value stands.
    pub xml: Xml,
    /// It has to be there.
    pub required: bool,
    /// It can be `null`.
    pub nullable: bool,
}

/// One of several types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct XmlVariant {
    /// The member that tells that it is this one, and the values that do.
    pub tag: Option<(String, Vec<String>)>,
    /// The type.
    pub ty: XmlType,
}

impl XmlType {
    /// The tables that it names itself.
    pub fn named(&self) -> Vec<&Ident> {
        match self {
            Self::Any | Self::Text | Self::Token | Self::Number | Self::Boolean | Self::Mixed => {
                Vec::new()
            }
            Self::Array(item) => item.ty.named(),
            Self::Tuple(items, rest) => {
                let items = items.iter().chain(rest.as_deref());
                items.flat_map(|item| item.ty.named()).collect()
            }
            Self::Object(members, others) => {
                let members = members.iter().map(|member| &member.xml.ty);
                let types = members.chain(others.as_deref());
                types.flat_map(Self::named).collect()
            }
            Self::Union(variants) => {
                let types = variants.iter().map(|variant| &variant.ty);
                types.flat_map(Self::named).collect()
            }
            Self::Named(ident) => vec![ident],
        }
    }
}
