use std::collections::{BTreeSet, VecDeque};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Pointer, Sources};

use super::bundle::Bundle;
use super::further::Further;
use super::incoming::Callback;
use super::load::Library;
use super::node::Node;
use super::origins::Origins;
use super::references::References;
use super::swagger::Heirs;
use super::version::{self, Version};

/// Walks the values with the place in hand. Each kind of object is read in a file of its own.
pub(super) struct Reader<'s, 'c> {
    pub(super) cx: &'c mut Diagnostics,
    pub(super) sources: &'s Sources,
    pub(super) library: Library,
    pub(super) bundle: Bundle,
    pub(super) origins: Origins,
    pub(super) references: References,
    pub(super) further: Further,
    /// Callbacks that were found and not read yet.
    pub(super) callbacks: VecDeque<Callback<'s>>,
    /// Where callbacks stand that were found.
    pub(super) called_back: BTreeSet<Place>,
    /// Where the part that is being read begins: in the united description, and as it was written.
    pub(super) base: (Pointer, Place),
    /// How many schemas hold the one that is being read.
    pub(super) depth: usize,
    /// The classes that extend others, once something asks for them (Swagger 2.0 only).
    pub(super) heirs: Option<Heirs>,
}

impl<'s, 'c> Reader<'s, 'c> {
    pub(super) fn new(
        cx: &'c mut Diagnostics,
        sources: &'s Sources,
        library: Library,
        bundle: Bundle,
    ) -> Self {
        let root = Place::new(library.first, Pointer::root());
        Self {
            cx,
            sources,
            origins: Origins::new(library.first),
            references: References::default(),
            further: Further::default(),
            callbacks: VecDeque::new(),
            called_back: BTreeSet::new(),
            library,
            bundle,
            base: (Pointer::root(), root),
            depth: 0,
            heirs: None,
        }
    }

    /// Begins a part: from here on, what is below `place` stands below `pointer` in the united description.
    pub(super) fn begin(&mut self, pointer: Pointer, place: &Place) {
        if self.origins.place(&pointer) != *place {
            self.origins.record(pointer.clone(), place.clone());
        }
        self.base = (pointer, place.clone());
    }

    /// Reads a part, and goes on with the one that was begun before.
    pub(super) fn within<T>(
        &mut self,
        pointer: Pointer,
        place: &Place,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let base = self.base.clone();
        self.begin(pointer, place);
        let part = read(self);
        self.base = base;
        part
    }

    /// Whether what stands here is in the words of Swagger 2.0. A file that says no version is in those of the document.
    pub(super) fn is_swagger(&self, place: &Place) -> bool {
        let version = version::said(&Node::root(self.sources, place.file));
        version.map_or(self.bundle.is_swagger(), Version::is_swagger)
    }

    /// Whether the schemas of a file are those of JSON Schema 2020-12, as they are since OpenAPI 3.1.
    pub(super) fn is_of_json_schema(&self, place: &Place) -> bool {
        let root = |file| Node::root(self.sources, file);
        let version = version::said(&root(place.file));
        let version = version.or_else(|| version::taken(&root(self.library.first)));
        version.is_some_and(Version::is_of_json_schema)
    }

    /// Where in the united description stands what was written at `place`, below the part that was begun last.
    pub(super) fn united(&self, place: &Place) -> Pointer {
        let (pointer, written) = &self.base;
        let below = place
            .pointer
            .as_str()
            .strip_prefix(written.pointer.as_str())
            .unwrap_or_default();
        Pointer::parse(&format!("{pointer}{below}")).unwrap_or_default()
    }

    /// Says that the element at `index` of the united list `holder` was written at `place`, where that is not evident.
    pub(super) fn record_element(&mut self, holder: &Place, index: usize, place: &Place) {
        let pointer = self.united(holder).index(index);
        if self.origins.place(&pointer) != *place {
            self.origins.record(pointer, place.clone());
        }
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
