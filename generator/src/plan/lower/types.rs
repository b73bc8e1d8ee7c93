use super::formats;
use super::names::Names;
use crate::config::Formats;
use crate::ir::{Api, Map, Shape, TypeId, TypeRef};
use crate::plan::RustType;

/// Spells types in Rust.
pub(super) struct Types<'a> {
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
    /// What is chosen for formats.
    pub(super) formats: &'a Formats,
}

impl Types<'_> {
    /// The type of a value that is always there.
    pub(super) fn ty(&self, ty: TypeRef) -> RustType {
        let inner = self.of(ty.id);
        if ty.nullable { inner.optional() } else { inner }
    }

    /// The type without `null`.
    pub(super) fn of(&self, id: TypeId) -> RustType {
        match self.names.path(id) {
            Some(path) => RustType::Named(path.clone()),
            None => self.shape(id),
        }
    }

    /// The type spelled out, whatever its name is.
    pub(super) fn shape(&self, id: TypeId) -> RustType {
        match &self.api.ty(id).shape {
            Shape::Primitive(primitive) => {
                let written = self.api.ty(id).docs.format.as_deref();
                formats::of_primitive(*primitive, written, self.formats)
            }
            Shape::Array(items) => RustType::Vec(Box::new(self.ty(*items))),
            Shape::Map(Map { values, keys: None }) if self.is_any(*values) => RustType::JsonObject,
            Shape::Map(map) => self.map(map, self.ty(map.values)),
            Shape::Patterned(values) if self.is_any(*values) => RustType::JsonObject,
            Shape::Patterned(values) => RustType::OpenMap(Box::new(self.ty(*values))),
            Shape::Alias(target) => self.ty(*target),
            Shape::Any | Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Union(_) => {
                RustType::Json
            }
        }
    }

    /// A map of these values.
    pub(super) fn map(&self, map: &Map, values: RustType) -> RustType {
        match map.keys.map(|keys| self.of(keys.id)) {
            Some(keys) => RustType::KeyedMap(Box::new(keys), Box::new(values)),
            None => RustType::Map(Box::new(values)),
        }
    }

    fn is_any(&self, ty: TypeRef) -> bool {
        matches!(self.api.ty(self.api.unaliased(ty).id).shape, Shape::Any)
    }

    /// Whether `null` fits a type, by its own word or by that of what it is another name of.
    pub(super) fn is_nullable(&self, ty: TypeRef) -> bool {
        self.api.unaliased(ty).nullable
    }
}
