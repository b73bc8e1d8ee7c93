use std::collections::{BTreeMap, BTreeSet};

use super::features::Features;
use super::xml_types::XmlTypes;
use crate::ir::{self, Api, Payload, TypeRef};
use crate::naming::Ident;
use crate::plan::{Xml, XmlTable, XmlTables, XmlType};
use crate::terms::XmlNode;

/// How bodies and the types in them stand in XML.
pub(super) struct XmlBodies {
    /// Of each type, the name of its table and what that says.
    types: BTreeMap<Ident, XmlType>,
    /// Of each body, the name of its table and the operations that have it.
    bodies: BTreeMap<Xml, (Ident, BTreeSet<usize>)>,
    known: BTreeMap<ir::XmlBody, Ident>,
}

impl XmlBodies {
    /// The tables of every body of every operation.
    pub(super) fn new(api: &Api) -> Self {
        let mut types = XmlTypes::new(api);
        let mut bodies: BTreeMap<Xml, (Ident, BTreeSet<usize>)> = BTreeMap::new();
        let mut known = BTreeMap::new();
        for (index, operation) in api.operations.iter().enumerate() {
            let sent = operation.body.iter().flat_map(|body| &body.contents);
            let sent = sent.map(|content| &content.payload);
            let received = operation.responses.iter();
            let received = received.flat_map(|response| &response.contents);
            let received = received.map(|content| &content.payload);
            for payload in sent.chain(received) {
                let Payload::Xml(body) = payload else {
                    continue;
                };
                let place = whole(api, &mut types, body);
                let entry = bodies.entry(place);
                let (ident, operations) = entry.or_insert_with_key(|place| {
                    let ident = types.names.claim(&format!("{} Document", place.name));
                    (ident, BTreeSet::new())
                });
                operations.insert(index);
                known.insert(body.clone(), ident.clone());
            }
        }
        Self {
            types: types.finish(),
            bodies,
            known,
        }
    }

    /// The name of the table of a body.
    pub(super) fn ident(&self, body: &ir::XmlBody) -> Option<Ident> {
        self.known.get(body).cloned()
    }

    /// All tables, in the order of their names.
    pub(super) fn tables(&self, features: &Features) -> XmlTables {
        let mut needed: BTreeMap<&Ident, BTreeSet<usize>> = BTreeMap::new();
        let mut bodies: Vec<XmlTable<Xml>> = Vec::new();
        for (place, (ident, operations)) in &self.bodies {
            for ty in self.named_within(place) {
                needed.entry(ty).or_default().extend(operations);
            }
            bodies.push(XmlTable {
                ident: ident.clone(),
                of: place.clone(),
                features: features.of_operations(operations),
            });
        }
        bodies.sort_by(|one, other| one.ident.cmp(&other.ident));
        let types = self.types.iter().filter_map(|(ident, of)| {
            Some(XmlTable {
                ident: ident.clone(),
                of: of.clone(),
                features: features.of_operations(needed.get(ident)?),
            })
        });
        XmlTables {
            types: types.collect(),
            bodies,
        }
    }

    /// The tables that one names, and those that these name.
    fn named_within<'s>(&'s self, place: &'s Xml) -> BTreeSet<&'s Ident> {
        let mut named = BTreeSet::new();
        let mut waiting = place.ty.named();
        while let Some(ident) = waiting.pop() {
            if named.insert(ident)
                && let Some(ty) = self.types.get(ident)
            {
                waiting.extend(ty.named());
            }
        }
        named
    }
}

/// Where a whole body stands: an element that is called after what is said of it, or after the component that it is.
fn whole(api: &Api, types: &mut XmlTypes<'_>, body: &ir::XmlBody) -> Xml {
    let said = api.said_in_xml(&body.xml, body.ty);
    let component = api.ty(body.ty.id).origin.component();
    let name = said.name.or_else(|| component.map(str::to_owned));
    let array = api.unaliased(body.ty);
    let ty = match api.ty(array.id).shape.as_array() {
        Some(items) => whole_array(api, types, array, items),
        None => types.ty(body.ty),
    };
    let has_own = said.wrapped || said.node == Some(XmlNode::Element);
    Xml {
        node: if matches!(ty, XmlType::Array(_)) && !has_own {
            XmlNode::None
        } else {
            XmlNode::Element
        },
        name: name.unwrap_or_default(),
        prefix: said.prefix,
        namespace: said.namespace,
        ty,
    }
}

/// An array that is no member of anything: its items are called after what they are.
fn whole_array(api: &Api, types: &mut XmlTypes<'_>, array: TypeRef, items: TypeRef) -> XmlType {
    let mut item = types.item(array.id, items);
    if item.name.is_empty() {
        let component = api.ty(items.id).origin.component();
        component.unwrap_or("item").clone_into(&mut item.name);
    }
    XmlType::Array(Box::new(item))
}
