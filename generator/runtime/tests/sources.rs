//! The list of the files is complete, and they can be embedded.
#![cfg(feature = "sources")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fs;
use std::path::Path;

use clientwright_runtime::sources::{Part, embedded, sources};

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
    let ours = ["lib.rs", "package.rs", "part.rs", "sources.rs"];
    found.retain(|path| !ours.contains(&path.as_str()));
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

#[test]
fn a_crate_has_only_the_parts_that_it_needs() {
    let paths = |parts: &[Part]| -> Vec<&str> {
        let files = embedded(&parts.iter().copied().collect());
        let formats = files.iter().map(|(path, _)| *path);
        formats
            .filter(|path| path.starts_with("formats/"))
            .collect()
    };
    assert!(paths(&[]).is_empty());
    assert_eq!(
        paths(&[Part::Uuid]),
        [
            "formats/error.rs",
            "formats/mod.rs",
            "formats/open_text.rs",
            "formats/uuid.rs"
        ]
    );
}

#[test]
fn a_face_says_nothing_of_modules_that_are_not_there() {
    let text = |parts: &[Part], wanted: &str| {
        let files = embedded(&parts.iter().copied().collect());
        let found = files.into_iter().find(|(path, _)| *path == wanted);
        found.map(|(_, text)| text).unwrap_or_default()
    };
    assert!(!text(&[], "mod.rs").contains("formats"));
    let face = text(&[Part::Uuid], "formats/mod.rs");
    let lines: Vec<&str> = face.lines().filter(|line| line.ends_with(';')).collect();
    assert_eq!(
        lines,
        [
            "mod error;",
            "mod open_text;",
            "mod uuid;",
            "pub use error::FormatError;",
            "pub use uuid::Uuid;"
        ]
    );
    assert!(text(&[Part::Uuid], "mod.rs").contains("pub mod formats;"));
}
