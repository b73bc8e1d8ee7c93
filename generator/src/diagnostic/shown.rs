use std::collections::BTreeMap;

use super::Diagnostic;
use crate::source::{FileId, Lines, Place, Pointer, Sources, Spot};

/// The lines of the texts that diagnostics are about, looked up in one pass a file.
pub(super) struct Shown<'a> {
    sources: &'a Sources,
    spots: BTreeMap<&'a Place, Spot<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Self {
        let mut spots = BTreeMap::new();
        for (file, places) in by_file(diagnostics) {
            let pointers: Vec<&Pointer> = places.iter().map(|place| &place.pointer).collect();
            let lines = Lines::new(sources.text(file));
            for (place, span) in places.into_iter().zip(sources.spans(file, &pointers)) {
                if let Some(span) = span {
                    spots.insert(place, lines.spot(&span));
                }
            }
        }
        Self { sources, spots }
    }

    /// The file of a place, as reports name it.
    pub(super) fn path(&self, place: &Place) -> &'a str {
        self.sources.path(place.file)
    }

    /// The line of a place; none if its file has no text.
    pub(super) fn spot(&self, place: &Place) -> Option<&Spot<'a>> {
        self.spots.get(place)
    }
}

fn by_file(diagnostics: &[Diagnostic]) -> BTreeMap<FileId, Vec<&Place>> {
    let mut files: BTreeMap<FileId, Vec<&Place>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let related = diagnostic.related.iter().map(|(place, _)| place);
        for place in std::iter::once(&diagnostic.place).chain(related) {
            files.entry(place.file).or_default().push(place);
        }
    }
    files
}
