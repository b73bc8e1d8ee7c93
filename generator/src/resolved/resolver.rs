use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Components, ReferenceOr};

use super::at::At;
use super::{Schema, SchemaId};
use crate::config::PageRule;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Further, Origins};
use crate::source::{FileId, Place, Pointer};

/// Walks a description in OpenAPI 3.0's words. Each kind of object is resolved in a file of its own.
pub(super) struct Resolver<'d, 'c> {
    pub(super) cx: &'c mut Diagnostics,
    pub(super) openapi: &'d openapiv3::OpenAPI,
    pub(super) further: &'d Further,
    pub(super) components: &'d Components,
    pub(super) origins: &'d Origins,
    /// How operations page, as the configuration says, and the file of it.
    pub(super) rules: &'c [PageRule],
    pub(super) rules_file: Option<FileId>,
    /// Every schema of `components`, parts included.
    pub(super) named: BTreeMap<&'d str, SchemaId>,
    pub(super) schemas: Vec<Schema>,
}

/// How many references may lead on to another one.
const MAX_STEPS: usize = 64;

impl<'d, 'c> Resolver<'d, 'c> {
    pub(super) fn new(
        cx: &'c mut Diagnostics,
        document: &'d document::Document,
        components: &'d Components,
        rules: &'c [PageRule],
    ) -> Self {
        let (openapi, origins) = (&document.openapi, &document.origins);
        Self {
            cx,
            openapi,
            further: &document.further,
            components,
            origins,
            rules,
            rules_file: document.config,
            named: BTreeMap::new(),
            schemas: Vec::new(),
        }
    }

    /// The position of a value of the united description.
    pub(super) fn at(&self, path: &[&str]) -> At {
        At::new(
            self.origins,
            path.iter()
                .fold(Pointer::root(), |pointer, name| pointer.child(name)),
        )
    }

    pub(super) fn child(&self, at: &At, name: &str) -> At {
        at.child(self.origins, name)
    }

    pub(super) fn index(&self, at: &At, index: usize) -> At {
        at.index(self.origins, index)
    }

    /// Follows references through one list of `components` to the thing itself. A cycle names nothing.
    pub(super) fn follow<T>(
        &mut self,
        list: &'d IndexMap<String, ReferenceOr<T>>,
        field: &str,
        item: &'d ReferenceOr<T>,
        at: At,
    ) -> Option<(&'d T, At)> {
        let (mut item, mut here) = (item, at.clone());
        for _ in 0..MAX_STEPS {
            let reference = match item {
                ReferenceOr::Item(item) => return Some((item, here)),
                ReferenceOr::Reference { reference } => reference,
            };
            let name = component_name(reference, field)?;
            item = list.get(&name)?;
            here = self.at(&["components", field, &name]);
        }
        self.say(
            Code::AliasCycle,
            &at.place,
            "the references from here lead back to where they began",
            "left out",
        );
        None
    }

    /// Reports one thing.
    pub(super) fn say(
        &mut self,
        code: Code,
        place: &Place,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.cx
            .report(Diagnostic::new(code, place.clone(), message).label(label));
    }
}

/// The name of the component that a reference of the united description names.
pub(super) fn component_name(reference: &str, field: &str) -> Option<String> {
    let pointer = Pointer::parse(reference.strip_prefix('#')?)?;
    let mut segments = pointer.segments();
    let is_component = segments.next()? == "components" && segments.next()? == field;
    let name = segments.next()?.into_owned();
    is_component.then_some(name)
}
