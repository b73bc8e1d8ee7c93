//! The list of the files is complete, and they can be embedded.
#![cfg(feature = "sources")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fs;
use std::path::Path;

use clientwright_runtime::sources::sources;

fn files(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, found);
        } else {
            let path = path.strip_prefix(root).unwrap();
            let steps: Vec<&str> = path.iter().map(|step| step.to_str().unwrap()).collect();
            found.push(steps.join("/"));
        }
    }
}

#[test]
fn every_file_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &root, &mut found);
    found.retain(|path| !["lib.rs", "package.rs", "sources.rs"].contains(&path.as_str()));
    found.sort_unstable();
    let listed: Vec<&str> = sources().iter().skip(1).map(|file| file.path).collect();
    assert_eq!(listed, found, "the list is in src/sources.rs");
}

#[test]
fn the_root_comes_first_and_does_not_know_of_the_list() {
    let root = sources().first().unwrap();
    assert_eq!(root.path, "mod.rs");
    assert!(root.text.contains("pub mod json;"));
    assert!(!root.text.contains("sources"));
}

#[test]
fn files_fit_into_another_crate() {
    for file in sources() {
        for foreign in ["clientwright_runtime", "$crate", "#[cfg(test)]"] {
            assert!(!file.text.contains(foreign), "{}: {foreign}", file.path);
        }
    }
}
