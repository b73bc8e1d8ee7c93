use std::collections::{BTreeMap, BTreeSet};

use super::node::Node;
use super::reader::Reader;
use crate::source::{FileId, Place};

/// Which part of the files each `$ref` names, as it was written: what is united has other places.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// The files that are descriptions themselves, the first one first; the others are only referred to.
    pub documents: Vec<FileId>,
    /// What the files are called that are descriptions or referred to, from the folder on that holds all of them.
    pub paths: BTreeMap<FileId, String>,
    /// Where a reference stands, and where what it names stands.
    pub targets: BTreeMap<Place, Place>,
}

impl<'s> Reader<'s, '_> {
    /// What was kept of the references, with what their files are called.
    pub(super) fn references(&mut self) -> References {
        let mut references = std::mem::take(&mut self.references);
        references.documents.clone_from(&self.library.documents);
        let targets = references.targets.iter();
        let files = targets.flat_map(|(from, to)| [from.file, to.file]);
        let files = files.chain(references.documents.iter().copied());
        let described: BTreeSet<FileId> = files.collect();
        let paths: Vec<&str> = described.iter().map(|it| self.sources.path(*it)).collect();
        let shared = shared_folder(&paths);
        let short = paths.iter().map(|path| path.get(shared..).unwrap_or(path));
        let short = short.map(str::to_owned);
        references.paths = described.iter().copied().zip(short).collect();
        if let Some(config) = self.library.config {
            let name = self.sources.path(config).rsplit('/').next();
            let name = name.unwrap_or_default().to_owned();
            references.paths.insert(config, name);
        }
        references
    }

    /// Keeps where the `$ref` of `holder` leads, if `reference` is what it says.
    pub(super) fn refers(&mut self, holder: &Node<'s>, reference: &str, target: &Node<'s>) {
        if holder.peek("$ref") == Some(reference) {
            let target = target.place.clone();
            self.references.targets.insert(holder.place.clone(), target);
        }
    }
}

/// The length of the path of the folder that holds all of these files, with the `/` behind it.
fn shared_folder(paths: &[&str]) -> usize {
    let Some((first, others)) = paths.split_first() else {
        return 0;
    };
    let is_shared = |end: &usize| {
        let folder = first.get(..*end);
        others.iter().all(|other| other.get(..*end) == folder)
    };
    let ends = first.rmatch_indices('/').map(|(at, _)| at + 1);
    ends.into_iter().find(is_shared).unwrap_or_default()
}
