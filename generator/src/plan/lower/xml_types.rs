use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::short::short;
use crate::ir::{
    self, Additional, Api, EnumValue, Field, Map, Presence, Primitive, Shape, Struct, TypeId,
    TypeRef, XmlUse,
};
use crate::naming::{Case, Ident, Scope};
use crate::plan::{Xml, XmlMember, XmlType, XmlVariant};
use crate::terms::{TextFormat, XmlNode};

/// The tables of types while they are made, each when it is first asked for.
pub(super) struct XmlTypes<'a> {
    pub(super) api: &'a Api,
    pub(super) names: Scope,
    idents: BTreeMap<TypeId, Ident>,
    tables: BTreeMap<Ident, XmlType>,
    /// The types that have no name, while they are made.
    open: BTreeSet<TypeId>,
}

impl<'a> XmlTypes<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            api,
            names: Scope::new(Case::Constant),
            idents: BTreeMap::new(),
            tables: BTreeMap::new(),
            open: BTreeSet::new(),
        }
    }

    pub(super) fn finish(self) -> BTreeMap<Ident, XmlType> {
        self.tables
    }

    /// What the values of a type look like.
    pub(super) fn ty(&mut self, ty: TypeRef) -> XmlType {
        let id = self.api.unaliased(ty).id;
        match &self.api.ty(id).shape {
            Shape::Any | Shape::Alias(_) => XmlType::Any,
            Shape::Primitive(primitive) => of_primitive(*primitive),
            Shape::Enum(shape) => of_values(&shape.values),
            Shape::Union(shape) => {
                let variants = shape.variants.iter().map(|variant| variant.ty);
                match self.scalar(variants) {
                    Some(scalar) => scalar,
                    None => self.named(id),
                }
            }
            Shape::Struct(_) | Shape::Tuple(_) => self.named(id),
            Shape::Array(_) | Shape::Map(_) | Shape::Patterned(_)
                if self.api.ty(id).origin.component().is_some() =>
            {
                self.named(id)
            }
            Shape::Array(_) | Shape::Map(_) | Shape::Patterned(_) => self.unnamed(id),
        }
    }

    /// The table of a type, which is made if this is the first time.
    fn named(&mut self, id: TypeId) -> XmlType {
        if let Some(ident) = self.idents.get(&id) {
            return XmlType::Named(ident.clone());
        }
        let ident = self.names.claim(&short(self.api, id));
        self.idents.insert(id, ident.clone());
        let ty = stacker::maybe_grow(1 << 17, 1 << 22, || self.shape(id));
        self.tables.insert(ident.clone(), ty);
        XmlType::Named(ident)
    }

    /// What a type without a name looks like; within itself, anything.
    fn unnamed(&mut self, id: TypeId) -> XmlType {
        if !self.open.insert(id) {
            return XmlType::Any;
        }
        let ty = self.shape(id);
        self.open.remove(&id);
        ty
    }

    fn shape(&mut self, id: TypeId) -> XmlType {
        let api = self.api;
        match &api.ty(id).shape {
            Shape::Array(items) => XmlType::Array(Box::new(self.item(id, *items))),
            Shape::Map(Map { values, .. }) | Shape::Patterned(values) => {
                XmlType::Object(Vec::new(), self.others(*values))
            }
            Shape::Struct(shape) => self.structure(id, shape),
            Shape::Tuple(shape) => {
                let items = shape.items.iter().enumerate();
                let items = items.map(|(index, item)| {
                    let at = api.xml.at(id, XmlUse::ItemAt(index));
                    let place = self.place(at, item.ty, "", XmlNode::Element);
                    // What has parts would run into its neighbours.
                    let node = Some(place.node).filter(|node| *node != XmlNode::None);
                    Xml {
                        node: node.unwrap_or(XmlNode::Element),
                        ..place
                    }
                });
                let items = items.collect();
                let rest = shape.rest.map(|rest| Box::new(self.item(id, rest)));
                XmlType::Tuple(items, rest)
            }
            Shape::Union(shape) => XmlType::Union(self.variants(shape)),
            Shape::Any | Shape::Primitive(_) | Shape::Alias(_) | Shape::Enum(_) => XmlType::Any,
        }
    }

    fn structure(&mut self, id: TypeId, shape: &Struct) -> XmlType {
        let fields = shape.fields.iter();
        let members = fields.map(|field| XmlMember {
            name: field.wire_name.clone(),
            xml: self.member(id, &field.wire_name, field.ty),
            required: field.presence == Presence::Required && !field.write_only,
            nullable: self.api.unaliased(field.ty).nullable,
        });
        let members = members.collect();
        let others = match shape.additional {
            Additional::Kept => None,
            Additional::Typed(values) | Additional::Patterned(values) => self.others(values),
        };
        XmlType::Object(members, others)
    }

    /// What the values of members that have no names look like, if anything is known of them.
    fn others(&mut self, values: TypeRef) -> Option<Box<XmlType>> {
        let ty = self.ty(values);
        (ty != XmlType::Any).then(|| Box::new(ty))
    }

    fn member(&mut self, id: TypeId, name: &str, ty: TypeRef) -> Xml {
        let at = self.api.xml.at(id, XmlUse::Member(name.to_owned()));
        let target = self.api.unaliased(ty).id;
        // An array is no element by itself, but for what it has in it (OAS 3.2 §4.26.1.2).
        let default = match self.api.ty(target).shape {
            Shape::Array(_) | Shape::Tuple(_) => XmlNode::None,
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Alias(_)
            | Shape::Struct(_)
            | Shape::Enum(_)
            | Shape::Union(_) => XmlNode::Element,
        };
        let mut place = self.place(at, ty, name, default);
        if place.node == XmlNode::None && self.stands_in_itself(id, target) {
            place.node = XmlNode::Element;
        }
        place
    }

    /// Where the items of an array stand: elements, without which they would run into each other.
    pub(super) fn item(&mut self, array: TypeId, items: TypeRef) -> Xml {
        let at = self.api.xml.at(array, XmlUse::Items);
        let place = self.place(at, items, "", XmlNode::Element);
        Xml {
            node: XmlNode::Element,
            ..place
        }
    }

    fn place(&mut self, at: &ir::Xml, ty: TypeRef, inferred: &str, default: XmlNode) -> Xml {
        let said = self.api.said_in_xml(at, ty);
        let component = self.api.ty(ty.id).origin.component();
        // A component that says itself that it is an element has its own name, wherever it is used (OAS 3.2 §4.26.1.4).
        let is_element = at.node.is_none() && said.node == Some(XmlNode::Element);
        let own = component.filter(|_| is_element);
        let wrapped = said.wrapped.then_some(XmlNode::Element);
        let node = said.node.or(wrapped).unwrap_or(default);
        let ty = self.ty(ty);
        if node == XmlNode::None {
            // What is no node has no name; items that have none are called after where they are (OAS 3.2 §4.26.1).
            return Xml {
                node,
                name: inferred.to_owned(),
                prefix: None,
                namespace: None,
                ty,
            };
        }
        Xml {
            node,
            name: said
                .name
                .unwrap_or_else(|| own.unwrap_or(inferred).to_owned()),
            prefix: said.prefix,
            namespace: said.namespace,
            ty,
        }
    }

    fn variants(&mut self, shape: &ir::Union) -> Vec<XmlVariant> {
        let variants = shape.variants.iter();
        let variants = variants.map(|variant| {
            let values = &variant.discriminator_values;
            let tag = shape.discriminator.as_ref().filter(|_| !values.is_empty());
            XmlVariant {
                tag: tag.map(|tag| (tag.clone(), values.clone())),
                ty: self.ty(variant.ty),
            }
        });
        variants.collect()
    }

    /// What stands for several types that have no parts.
    fn scalar(&self, types: impl Iterator<Item = TypeRef>) -> Option<XmlType> {
        let mut scalar = None;
        for ty in types {
            let own = match &self.api.ty(self.api.unaliased(ty).id).shape {
                Shape::Primitive(primitive) => of_primitive(*primitive),
                Shape::Enum(shape) => of_values(&shape.values),
                Shape::Any
                | Shape::Array(_)
                | Shape::Map(_)
                | Shape::Patterned(_)
                | Shape::Tuple(_)
                | Shape::Alias(_)
                | Shape::Struct(_)
                | Shape::Union(_) => return None,
            };
            scalar = Some(either(scalar, own));
        }
        scalar
    }

    /// Whether a value that has no element of its own would stand in another one of its type that has none either.
    fn stands_in_itself(&self, holder: TypeId, id: TypeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            if id == holder {
                return true;
            }
            if seen.insert(id) {
                waiting.extend(self.within(id));
            }
        }
        false
    }
}

impl XmlTypes<'_> {
    /// The types whose values stand where those of a type do, if these have no element of their own.
    fn within(&self, id: TypeId) -> Vec<TypeId> {
        match &self.api.ty(id).shape {
            Shape::Struct(shape) => {
                let is_none = |field: &&Field| {
                    let at = self.api.xml.at(id, XmlUse::Member(field.wire_name.clone()));
                    self.api.said_in_xml(at, field.ty).node == Some(XmlNode::None)
                };
                let fields = shape.fields.iter().filter(is_none);
                fields
                    .map(|field| self.api.unaliased(field.ty).id)
                    .collect()
            }
            Shape::Union(shape) => {
                let variants = shape.variants.iter();
                variants
                    .map(|variant| self.api.unaliased(variant.ty).id)
                    .collect()
            }
            Shape::Any
            | Shape::Primitive(_)
            | Shape::Array(_)
            | Shape::Map(_)
            | Shape::Patterned(_)
            | Shape::Tuple(_)
            | Shape::Alias(_)
            | Shape::Enum(_) => Vec::new(),
        }
    }
}

fn of_primitive(primitive: Primitive) -> XmlType {
    match primitive {
        Primitive::Boolean => XmlType::Boolean,
        Primitive::Integer(_) | Primitive::Number(_) => XmlType::Number,
        Primitive::String | Primitive::Text(TextFormat::Binary | TextFormat::Password) => {
            XmlType::Text
        }
        Primitive::Text(_) => XmlType::Token,
    }
}

fn of_values(values: &[EnumValue]) -> XmlType {
    let of_value = |listed: &EnumValue| match listed.value {
        Value::Bool(_) => XmlType::Boolean,
        Value::Number(_) => XmlType::Number,
        Value::Null | Value::String(_) | Value::Array(_) | Value::Object(_) => XmlType::Text,
    };
    let values = values.iter().map(of_value);
    values
        .reduce(|one, other| either(Some(one), other))
        .unwrap_or(XmlType::Text)
}

fn either(one: Option<XmlType>, other: XmlType) -> XmlType {
    match (one, other) {
        (None, other) => other,
        (Some(one), other) if one == other => one,
        (Some(XmlType::Text), XmlType::Token) | (Some(XmlType::Token), XmlType::Text) => {
            XmlType::Text
        }
        (Some(_), _) => XmlType::Mixed,
    }
}
