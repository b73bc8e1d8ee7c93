use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::suggest;
use crate::source::{FileId, Place, Pointer};
use crate::terms::Method;

use super::kind::Kind;
use super::swagger;

/// Which parts of which files become components, and under which names.
#[derive(Debug, Default)]
pub(super) struct Bundle {
    /// The files whose own `components` are those of the united description.
    documents: BTreeSet<FileId>,
    /// They are in the words of Swagger 2.0, which has its lists of components at the top of a document.
    is_swagger: bool,
    names: BTreeMap<Kind, BTreeSet<String>>,
    /// Everything that has a name but does not stand under it in one of the documents.
    lifted: BTreeMap<(Kind, Place), String>,
    pending: VecDeque<Lifted>,
    parts: usize,
}

/// A part of a file that becomes a component.
#[derive(Debug, Clone)]
pub(super) struct Lifted {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) place: Place,
    /// It is no component of its own, but a schema that OpenAPI 3.0 has no place for.
    pub(super) is_part: bool,
}

/// What a place is to the united components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// A component of this name.
    Named(String),
    /// A component of another kind.
    OtherKind(Kind),
    /// Not a component, so far.
    New,
}

impl Bundle {
    /// A bundle of the components that these files declare themselves.
    pub(super) fn new(documents: BTreeSet<FileId>, is_swagger: bool) -> Self {
        Self {
            documents,
            is_swagger,
            ..Self::default()
        }
    }

    /// Whether the documents are in the words of Swagger 2.0.
    pub(super) fn is_swagger(&self) -> bool {
        self.is_swagger
    }

    /// Declares a component that one of the documents holds under its own name.
    pub(super) fn declare(&mut self, kind: Kind, name: &str) {
        self.names.entry(kind).or_default().insert(name.to_owned());
    }

    /// Says that what stands at `place` is the component `name`, if nothing else is said of the place.
    pub(super) fn name_place(&mut self, kind: Kind, place: &Place, name: &str) -> bool {
        if self.entry(kind, place) != Entry::New {
            return false;
        }
        self.lifted.insert((kind, place.clone()), name.to_owned());
        true
    }

    /// What `place` is to the united components.
    pub(super) fn entry(&self, kind: Kind, place: &Place) -> Entry {
        if let Some(name) = self.lifted.get(&(kind, place.clone())) {
            return Entry::Named(name.clone());
        }
        let declared = match self.is_swagger {
            true => swagger::lists::declared(&place.pointer),
            false => declared(&place.pointer),
        };
        match declared {
            Some((declared, name)) if self.documents.contains(&place.file) => {
                if declared != kind {
                    return Entry::OtherKind(declared);
                }
                if self.is_declared(kind, &name) {
                    Entry::Named(name)
                } else {
                    Entry::New
                }
            }
            _ => Entry::New,
        }
    }

    /// Makes a component of what stands at `place` of the file `path`, and gives its name.
    pub(super) fn lift(&mut self, kind: Kind, place: &Place, path: &str) -> String {
        self.lift_as(kind, place, &wanted_name(place, path))
    }

    /// Makes a component of what stands at `place` under a name like `wanted`, and gives its name.
    pub(super) fn lift_as(&mut self, kind: Kind, place: &Place, wanted: &str) -> String {
        let name = self.unique(kind, wanted);
        self.enqueue(kind, place, &name, false);
        name
    }

    /// Makes a hidden component of a schema that OpenAPI 3.0 has no place for, and gives its name.
    pub(super) fn lift_part(&mut self, place: &Place) -> String {
        self.parts += 1;
        let name = self.unique(Kind::Schema, &format!("clientwright.part.{}", self.parts));
        self.enqueue(Kind::Schema, place, &name, true);
        name
    }

    fn enqueue(&mut self, kind: Kind, place: &Place, name: &str, is_part: bool) {
        self.lifted.insert((kind, place.clone()), name.to_owned());
        self.pending.push_back(Lifted {
            kind,
            name: name.to_owned(),
            place: place.clone(),
            is_part,
        });
    }

    /// Whether one of the documents, or a reference so far, made a component of this name.
    pub(super) fn is_declared(&self, kind: Kind, name: &str) -> bool {
        self.names
            .get(&kind)
            .is_some_and(|names| names.contains(name))
    }

    /// What became a component and is not read yet.
    pub(super) fn next(&mut self) -> Option<Lifted> {
        self.pending.pop_front()
    }

    /// The component with a name like this one.
    pub(super) fn near(&self, kind: Kind, wanted: &str) -> Option<&str> {
        let names = self.names.get(&kind)?;
        suggest(wanted, names.iter().map(String::as_str))
    }

    /// The name itself, or with the first number that makes it one of its own.
    fn unique(&mut self, kind: Kind, wanted: &str) -> String {
        let names = self.names.entry(kind).or_default();
        let mut name = wanted.to_owned();
        let mut number = 1_usize;
        while !names.insert(name.clone()) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }
}

/// The reference to a component of the united description.
pub(super) fn component_reference(kind: Kind, name: &str) -> String {
    format!("#{}", component_pointer(kind, name))
}

/// Where a component stands in the united description.
pub(super) fn component_pointer(kind: Kind, name: &str) -> Pointer {
    Pointer::root()
        .child("components")
        .child(kind.field())
        .child(name)
}

/// The component that a pointer names, if it has the form of one.
fn declared(pointer: &Pointer) -> Option<(Kind, String)> {
    let mut segments = pointer.segments();
    if segments.next()? != "components" {
        return None;
    }
    let kind = Kind::of_field(&segments.next()?)?;
    let name = segments.next()?.into_owned();
    segments.next().is_none().then_some((kind, name))
}

/// Segments that every pointer has somewhere and that name nothing.
const NAMELESS: &[&str] = &[
    "schema",
    "items",
    "content",
    "properties",
    "allOf",
    "anyOf",
    "oneOf",
    "additionalProperties",
    "parameters",
    "responses",
    "requestBody",
    "headers",
];

/// The last segment of a pointer that is a name, else the stem of the file.
fn wanted_name(place: &Place, path: &str) -> String {
    let named = |segment: &str| {
        !segment.is_empty()
            && !segment.contains('/')
            && !segment.bytes().all(|byte| byte.is_ascii_digit())
            && !NAMELESS.contains(&segment)
    };
    let segment = place
        .pointer
        .segments()
        .rev()
        .find(|segment| named(segment));
    match segment {
        Some(segment) if Method::ALL.iter().any(|method| segment == method.field()) => {
            operation_name(&place.pointer).unwrap_or_else(|| segment.into_owned())
        }
        Some(segment) => segment.into_owned(),
        None => stem(path).to_owned(),
    }
}

/// A name for what stands in an operation and under no name of its own: `get pets response`.
fn operation_name(pointer: &Pointer) -> Option<String> {
    let segments: Vec<_> = pointer.segments().collect();
    let at = segments
        .iter()
        .position(|segment| segment.starts_with('/'))?;
    let (path, method) = (segments.get(at)?, segments.get(at + 1)?);
    let part = match segments.get(at + 2).map(AsRef::as_ref) {
        Some("requestBody") => "request",
        Some("responses") => "response",
        Some(_) | None => "",
    };
    let words = path.split(|letter: char| !letter.is_alphanumeric());
    let words = std::iter::once(method.as_ref()).chain(words).chain([part]);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    Some(words.join("_"))
}

/// The name of a file without folders and without what follows the first dot.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.split_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
