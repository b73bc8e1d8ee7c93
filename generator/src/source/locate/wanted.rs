use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::Pointer;

/// No value that was read is nested so deeply.
const DEEPEST: usize = 128;

/// The pointers that are looked for, as a tree of their names.
#[derive(Default)]
pub(super) struct Wanted {
    /// The number of names that lead here.
    depth: usize,
    /// The pointers that lead here or below.
    through: Vec<usize>,
    below: BTreeMap<String, Wanted>,
}

impl Wanted {
    pub(super) fn new(pointers: &[&Pointer]) -> Self {
        let mut root = Self::default();
        for (index, pointer) in pointers.iter().enumerate() {
            let mut node = &mut root;
            node.through.push(index);
            for name in pointer.segments().take(DEEPEST) {
                let depth = node.depth + 1;
                node = node.below.entry(name.into_owned()).or_default();
                node.depth = depth;
                node.through.push(index);
            }
        }
        root
    }

    /// What is wanted of the member or the element of that name.
    pub(super) fn below(&self, name: &str) -> Option<&Self> {
        self.below.get(name)
    }

    pub(super) fn is_leaf(&self) -> bool {
        self.below.is_empty()
    }
}

/// What was found so far.
#[derive(Clone, Default)]
pub(super) struct Nearest {
    /// How many of the pointer's names were found.
    pub(super) depth: usize,
    /// The value, or what holds it.
    pub(super) span: Range<usize>,
}

/// What was found so far, for each pointer.
pub(super) struct Found(Vec<Nearest>);

impl Found {
    pub(super) fn new(pointers: usize) -> Self {
        Self(vec![Nearest::default(); pointers])
    }

    pub(super) fn record(&mut self, wanted: &Wanted, span: &Range<usize>) {
        for &index in &wanted.through {
            if let Some(nearest) = self.0.get_mut(index) {
                *nearest = Nearest {
                    depth: wanted.depth,
                    span: span.clone(),
                };
            }
        }
    }

    pub(super) fn into_nearest(self) -> Vec<Nearest> {
        self.0
    }
}
