use std::collections::BTreeMap;

use super::types::Types;
use crate::ir::TypeRef;
use crate::plan::{
    Codec, Group, Item, Module, Path, RustType, SchemaDocument, SchemaNode, SchemaReference,
    Schemas, SharedModule, TypeModule,
};
use crate::source::{FileId, Place, Pointer};

/// How deep schemas may be that can be named, in steps of a JSON Pointer: what is deeper cannot be read back.
const DEEPEST: usize = 60;

/// What each schema of the description is read and written as.
pub(super) fn schemas(types: &Types<'_>, conditions: &Conditions) -> Schemas {
    let described = &types.api.schemas;
    let mut lowering = Lowering {
        types,
        conditions,
        files: BTreeMap::new(),
        known: BTreeMap::new(),
        lowered: Schemas {
            codecs: Vec::new(),
            documents: Vec::new(),
        },
    };
    let places = described.types.keys().map(|place| place.file);
    let documents = described.references.documents.iter().copied();
    documents.chain(places).for_each(|file| lowering.file(file));
    for (place, ty) in &described.types {
        lowering.schema(place, *ty);
    }
    for (place, target) in &described.references.targets {
        if leads_somewhere(&described.types, target)
            || leads_somewhere(&described.references.targets, target)
        {
            lowering.reference(place, target);
        }
    }
    let named = lowering.components(&described.components);
    lowering.lowered.documents.extend(named);
    lowering.lowered
}

/// Whether something is at a place or below it.
fn leads_somewhere<T>(known: &BTreeMap<Place, T>, place: &Place) -> bool {
    let below = Pointer::parse(&format!("{}/", place.pointer)).unwrap_or_default();
    let begin = Place::new(place.file, below);
    let is_below = |found: &Place| {
        found.file == begin.file && found.pointer.as_str().starts_with(begin.pointer.as_str())
    };
    known.contains_key(place)
        || known
            .range(&begin..)
            .next()
            .is_some_and(|(found, _)| is_below(found))
}

struct Lowering<'a> {
    types: &'a Types<'a>,
    conditions: &'a Conditions,
    /// Where each file is in the list of documents.
    files: BTreeMap<FileId, usize>,
    known: BTreeMap<RustType, usize>,
    lowered: Schemas,
}

impl Lowering<'_> {
    /// Takes a file into the list: descriptions in their order, then what else holds schemas.
    fn file(&mut self, file: FileId) {
        let documents = &mut self.lowered.documents;
        self.files.entry(file).or_insert_with(|| {
            let path = self.types.api.schemas.references.paths.get(&file);
            documents.push(SchemaDocument {
                path: path.cloned().unwrap_or_default(),
                root: SchemaNode::default(),
            });
            documents.len() - 1
        });
    }

    /// The path of a file that holds schemas.
    fn path(&self, file: FileId) -> Option<String> {
        let index = *self.files.get(&file)?;
        let document = self.lowered.documents.get(index)?;
        Some(document.path.clone())
    }

    fn schema(&mut self, place: &Place, ty: TypeRef) {
        let ty = self.types.ty(ty);
        let codec = self.known.get(&ty).copied();
        let codec = codec.unwrap_or_else(|| self.codec(ty));
        if let Some(node) = self.node(place) {
            node.codec = Some(codec);
        }
    }

    /// A type that no schema had before.
    fn codec(&mut self, ty: RustType) -> usize {
        let codecs = &mut self.lowered.codecs;
        let index = codecs.len();
        codecs.push(Codec {
            features: self.conditions.of(&ty),
            ty: ty.clone(),
        });
        self.known.insert(ty, index);
        index
    }

    fn reference(&mut self, place: &Place, target: &Place) {
        let document = self.path(target.file);
        let is_other = target.file != place.file;
        if is_other && document.is_none() {
            return;
        }
        let reference = SchemaReference {
            document: document.filter(|_| is_other),
            pointer: target.pointer.as_str().to_owned(),
        };
        if let Some(node) = self.node(place) {
            node.reference = Some(reference);
        }
    }

    /// A description of components only, for their names: they may stand elsewhere under another one.
    fn components(&self, components: &BTreeMap<String, Place>) -> Option<SchemaDocument> {
        let mut list = SchemaNode::default();
        for (name, place) in components {
            let declared = [&["components", "schemas"][..], &["definitions"]].map(|list| {
                let list = list.iter();
                list.fold(Pointer::root(), |at, name| at.child(name))
                    .child(name)
            });
            let reference = SchemaReference {
                document: self.path(place.file),
                pointer: place.pointer.as_str().to_owned(),
            };
            if reference.document.is_some() && !declared.contains(&place.pointer) {
                let node = SchemaNode {
                    reference: Some(reference),
                    ..SchemaNode::default()
                };
                list.parts.insert(name.clone(), node);
            }
        }
        (!list.parts.is_empty()).then(|| SchemaDocument {
            path: String::new(),
            root: list.within("schemas").within("components"),
        })
    }

    /// The node of a place; none where it is too deep, or in a file that holds no schemas.
    fn node(&mut self, place: &Place) -> Option<&mut SchemaNode> {
        let index = *self.files.get(&place.file)?;
        if place.pointer.segments().count() > DEEPEST {
            return None;
        }
        let mut node = &mut self.lowered.documents.get_mut(index)?.root;
        for segment in place.pointer.segments() {
            node = node.parts.entry(segment.into_owned()).or_default();
        }
        Some(node)
    }
}

/// The features that the types of the crate need.
pub(super) struct Conditions {
    /// Of all types of a module.
    modules: BTreeMap<Module, Vec<String>>,
    /// Of types that are in one module and have a condition each.
    types: BTreeMap<Path, Vec<String>>,
}

impl Conditions {
    pub(super) fn new(types: &[TypeModule], shared: &[SharedModule], groups: &[Group]) -> Self {
        let mut conditions = Self {
            modules: BTreeMap::new(),
            types: BTreeMap::new(),
        };
        for module in types {
            let inline = Module::Component(module.module.clone());
            conditions.modules.insert(inline, module.features.clone());
            conditions.item(Module::Types, &module.component, &module.features);
        }
        for module in shared {
            for item in &module.items {
                conditions.item(Module::Shared, item, &module.features);
            }
        }
        for group in groups {
            for operation in &group.operations {
                let own = Module::Operation(group.module.clone(), operation.module.clone());
                let features = group.feature.iter().cloned().collect();
                conditions.modules.insert(own, features);
            }
        }
        conditions
    }

    fn item(&mut self, module: Module, item: &Item, features: &[String]) {
        let ident = item.ident().clone();
        self.types.insert(Path { module, ident }, features.to_vec());
    }

    /// The features of which one must be on for a type to be there; none: it always is.
    fn of(&self, ty: &RustType) -> Vec<String> {
        let Some(path) = ty.named() else {
            return Vec::new();
        };
        let own = self.types.get(path);
        let features = own.or_else(|| self.modules.get(&path.module));
        features.cloned().unwrap_or_default()
    }
}
