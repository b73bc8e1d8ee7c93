use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use globset::GlobMatcher;
use walkdir::WalkDir;

use super::index::read_index;
use super::sniff::is_description;

/// The list of a folder's documents, if it has one.
const INDEX: &str = "index.tsv";

/// A document of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// The folder that it is in.
    pub folder: PathBuf,
    /// Its path in the folder, `/`-separated.
    pub path: String,
    /// How many operations it has, if somebody else has counted them.
    pub operations: Option<usize>,
    /// Its size in bytes.
    pub size: u64,
}

/// The documents of a folder whose paths match.
///
/// # Errors
///
/// When the folder or its index cannot be read.
pub(crate) fn documents(folder: &Path, only: Option<&GlobMatcher>) -> io::Result<Vec<Document>> {
    let index = folder.join(INDEX);
    let mut found = if index.is_file() {
        read_index(&fs::read_to_string(index)?)?
    } else {
        search(folder)?
    };
    found.retain(|document| only.is_none_or(|only| only.is_match(&document.path)));
    for document in &mut found {
        folder.clone_into(&mut document.folder);
        // A document that is not there is found out by the generator.
        document.size = fs::metadata(document.file()).map_or(0, |found| found.len());
    }
    Ok(found)
}

impl Document {
    /// A document of which only its path in the folder is known.
    pub(crate) fn at(path: impl Into<String>) -> Self {
        Self {
            folder: PathBuf::new(),
            path: path.into(),
            operations: None,
            size: 0,
        }
    }

    /// Where it is.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join(&self.path)
    }

    /// Where it comes from: the first two folders of its path, or the folder of the corpus if it is in no other.
    pub(crate) fn family(&self) -> String {
        let mut folders: Vec<&str> = self.path.split('/').collect();
        folders.pop();
        folders.truncate(2);
        if folders.is_empty() {
            let name = self.folder.file_name().unwrap_or_default();
            return name.to_string_lossy().into_owned();
        }
        folders.join("/")
    }
}

/// Every file of the folder that says of itself to be a description.
fn search(folder: &Path) -> io::Result<Vec<Document>> {
    let mut found = Vec::new();
    for item in WalkDir::new(folder).follow_links(true) {
        let item = item?;
        let name = item.path().extension().unwrap_or_default();
        let known = ["json", "yaml", "yml"].iter().any(|known| name == *known);
        if known && item.file_type().is_file() && is_description(&fs::read(item.path())?) {
            let path = item.path().strip_prefix(folder).unwrap_or(item.path());
            found.push(Document::at(path.to_string_lossy().replace('\\', "/")));
        }
    }
    Ok(found)
}
