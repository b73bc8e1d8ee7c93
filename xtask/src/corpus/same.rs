use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The first file, in the order of their paths, that two folders do not have alike.
///
/// # Errors
///
/// When a folder or a file cannot be read.
pub(super) fn first_difference(one: &Path, other: &Path) -> io::Result<Option<PathBuf>> {
    let paths: BTreeSet<PathBuf> = files(one)?.into_iter().chain(files(other)?).collect();
    for path in paths {
        let (one, other) = (one.join(&path), other.join(&path));
        if !(one.is_file() && other.is_file() && fs::read(one)? == fs::read(other)?) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The files of a folder, relative to it.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for item in WalkDir::new(folder) {
        let item = item?;
        if item.file_type().is_file() {
            let path = item.path().strip_prefix(folder).unwrap_or(item.path());
            found.push(path.to_owned());
        }
    }
    Ok(found)
}
