use std::collections::BTreeMap;

use super::{Api, TypeId, TypeRef};
use crate::resolved::Xml;

/// What the description says of types, and of where they are used, in XML.
#[derive(Debug, Default)]
pub struct XmlNotes {
    types: BTreeMap<TypeId, Xml>,
    uses: BTreeMap<(TypeId, XmlUse), Xml>,
    nothing: Xml,
}

/// Where a type is used in another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum XmlUse {
    /// As the value of a member of an object.
    Member(String),
    /// As the elements of an array.
    Items,
    /// As the element of an array that has this place, from 0.
    ItemAt(usize),
    /// As the values of members that have no names.
    Values,
}

impl XmlNotes {
    /// Adds what is said of a type.
    pub(super) fn of_type(&mut self, id: TypeId, xml: Xml) {
        if !xml.is_empty() {
            self.types.insert(id, xml);
        }
    }

    /// Adds what is said where a type is used.
    pub(super) fn of_use(&mut self, id: TypeId, at: XmlUse, xml: Xml) {
        if !xml.is_empty() {
            self.uses.insert((id, at), xml);
        }
    }

    /// What is said of a type wherever it is used.
    pub fn ty(&self, id: TypeId) -> &Xml {
        self.types.get(&id).unwrap_or(&self.nothing)
    }

    /// What is said where a type is used in the type `id`.
    pub fn at(&self, id: TypeId, at: XmlUse) -> &Xml {
        self.uses.get(&(id, at)).unwrap_or(&self.nothing)
    }
}

impl Api {
    /// What is said in XML where a type is used, and of the type itself.
    pub fn said_in_xml(&self, at: &Xml, ty: TypeRef) -> Xml {
        let mut said = at.clone().or(self.xml.ty(ty.id));
        let target = self.unaliased(ty);
        if target.id != ty.id {
            said = said.or(self.xml.ty(target.id));
        }
        said
    }
}
