/// A place where a value stands in XML: which node it is, and what that is called (OAS 3.2 §4.26.1).
#[derive(Debug, Clone, Copy)]
pub struct Xml {
    /// Which node.
    pub node: XmlNode,
    /// Its local name; empty where it goes by the name of the array that it is an item of, and where it has none.
    pub name: &'static str,
    /// Goes before the name; empty: nothing does.
    pub prefix: &'static str,
    /// The namespace of the name; empty: nothing is said of it.
    pub namespace: &'static str,
    /// What the value looks like.
    pub ty: &'static XmlType,
}

/// Which node of an XML document a value is (OAS 3.2 §4.26.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XmlNode {
    /// An element. An array is one that has its items in it.
    Element,
    /// An attribute.
    Attribute,
    /// The text of the element around it.
    Text,
    /// The same in a CDATA section.
    Cdata,
    /// None of its own: items and members stand in the element around them.
    None,
}

/// What values of a type look like. A generated crate has a static for each that has a name.
#[derive(Debug, Clone, Copy)]
pub enum XmlType {
    /// Nothing is known: a text, or an object of all that is there.
    Any,
    /// A text, with every space.
    Text,
    /// A text without the spaces around it.
    Token,
    /// A number.
    Number,
    /// `true` or `false`, also as `1` and `0`.
    Boolean,
    /// A number or a boolean if it is written as one, else a text.
    Mixed,
    /// An array, and where its items stand.
    Array(&'static Xml),
    /// An array whose first items have a place each, and where the others stand.
    Tuple(&'static [Xml], Option<&'static Xml>),
    /// An object of named members, and what values of others look like; none: nothing is known of them.
    Object(&'static [XmlMember], Option<&'static XmlType>),
    /// One of several types.
    Union(&'static [XmlVariant]),
}

/// A named member of an object.
#[derive(Debug, Clone, Copy)]
pub struct XmlMember {
    /// Its name in JSON.
    pub name: &'static str,
    /// Where its value stands.
    pub xml: Xml,
    /// It has to be there.
    pub required: bool,
    /// It can be `null`.
    pub nullable: bool,
}

/// One of several types.
#[derive(Debug, Clone, Copy)]
pub struct XmlVariant {
    /// The member that tells which type it is, by its name in JSON; empty: none does.
    pub tag: &'static str,
    /// The values of that member which tell that it is this one.
    pub values: &'static [&'static str],
    /// The type.
    pub ty: &'static XmlType,
}

impl Xml {
    /// An element.
    pub const fn element(name: &'static str, ty: &'static XmlType) -> Self {
        Self::new(XmlNode::Element, name, ty)
    }

    /// An attribute.
    pub const fn attribute(name: &'static str, ty: &'static XmlType) -> Self {
        Self::new(XmlNode::Attribute, name, ty)
    }

    /// The text of the element around it.
    pub const fn text(ty: &'static XmlType) -> Self {
        Self::new(XmlNode::Text, "", ty)
    }

    /// A CDATA section of the element around it.
    pub const fn cdata(ty: &'static XmlType) -> Self {
        Self::new(XmlNode::Cdata, "", ty)
    }

    /// No node. Items of an array go by `name` unless they have their own.
    pub const fn none(name: &'static str, ty: &'static XmlType) -> Self {
        Self::new(XmlNode::None, name, ty)
    }

    /// With a prefix before the name.
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// With a name that belongs to a namespace.
    pub const fn namespace(mut self, namespace: &'static str) -> Self {
        self.namespace = namespace;
        self
    }

    const fn new(node: XmlNode, name: &'static str, ty: &'static XmlType) -> Self {
        Self {
            node,
            name,
            prefix: "",
            namespace: "",
            ty,
        }
    }

    /// The place of the items of an array that stand where the array does, under the name that they go by.
    pub(super) const fn of_item(&self, item: &Self) -> Self {
        if !item.name.is_empty() || !item.is_named() {
            return *item;
        }
        let qualified = !item.prefix.is_empty() || !item.namespace.is_empty();
        let by = if qualified { item } else { self };
        Self {
            node: item.node,
            name: self.name,
            prefix: by.prefix,
            namespace: by.namespace,
            ty: item.ty,
        }
    }

    /// Whether it is a node that has a name.
    pub(super) const fn is_named(&self) -> bool {
        matches!(self.node, XmlNode::Element | XmlNode::Attribute)
    }

    /// The name with its prefix.
    pub(super) fn qualified(&self) -> String {
        if self.prefix.is_empty() {
            self.name.to_owned()
        } else {
            format!("{}:{}", self.prefix, self.name)
        }
    }
}

impl XmlMember {
    /// A member that may be absent.
    pub const fn new(name: &'static str, xml: Xml) -> Self {
        Self {
            name,
            xml,
            required: false,
            nullable: false,
        }
    }

    /// One that has to be there.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// One that can be `null`.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }
}

impl XmlVariant {
    /// A type that nothing but its looks tells from the others.
    pub const fn new(ty: &'static XmlType) -> Self {
        Self {
            tag: "",
            values: &[],
            ty,
        }
    }

    /// A type that a member tells from the others.
    pub const fn tagged(
        tag: &'static str,
        values: &'static [&'static str],
        ty: &'static XmlType,
    ) -> Self {
        Self { tag, values, ty }
    }
}

impl XmlType {
    /// Whether a value has neither parts nor items.
    pub(super) const fn is_scalar(&self) -> bool {
        match self {
            Self::Text | Self::Token | Self::Number | Self::Boolean | Self::Mixed => true,
            Self::Any | Self::Array(_) | Self::Tuple(..) | Self::Object(..) | Self::Union(_) => {
                false
            }
        }
    }

    /// Whether a value is any text.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Token)
    }

    /// Where the items of an array stand, if it is one.
    pub(super) const fn as_array(&self) -> Option<&'static Xml> {
        match self {
            Self::Array(of) => Some(of),
            Self::Any
            | Self::Text
            | Self::Token
            | Self::Number
            | Self::Boolean
            | Self::Mixed
            | Self::Tuple(..)
            | Self::Object(..)
            | Self::Union(_) => None,
        }
    }

    /// The types that it is one of, if it is a union.
    pub(super) const fn variants(&self) -> &'static [XmlVariant] {
        match self {
            Self::Union(variants) => variants,
            Self::Any
            | Self::Text
            | Self::Token
            | Self::Number
            | Self::Boolean
            | Self::Mixed
            | Self::Array(_)
            | Self::Tuple(..)
            | Self::Object(..) => &[],
        }
    }

    /// The members that have names.
    pub(super) const fn members(&self) -> &'static [XmlMember] {
        match self {
            Self::Object(members, _) => members,
            Self::Any
            | Self::Text
            | Self::Token
            | Self::Number
            | Self::Boolean
            | Self::Mixed
            | Self::Array(_)
            | Self::Tuple(..)
            | Self::Union(_) => &[],
        }
    }
}
