use std::fs;
use std::io;
use std::path::Path;

use syn::spanned::Spanned;

/// The folders that hold hand-written Rust, relative to the root of the repository.
const FOLDERS: &[&str] = &[
    "generator/src",
    "generator/runtime/src",
    "tests/src",
    "tests/instances/src",
    "xtask/src",
];

/// One file of our own sources.
pub struct SourceFile {
    /// Its path relative to the root of the repository, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What the text says, if it is Rust.
    pub syntax: Result<syn::File, syn::Error>,
    /// Whether all of it is there for tests only.
    pub for_tests: bool,
}

impl SourceFile {
    /// Reads a text as the file at `path`.
    pub fn new(path: &str, text: String) -> Self {
        let syntax = syn::parse_file(&text);
        let name = path.rsplit('/').next().unwrap_or_default();
        let for_tests =
            path.starts_with("tests/") || name == "tests.rs" || path.contains("/tests/");
        Self {
            path: path.to_owned(),
            text,
            syntax,
            for_tests,
        }
    }

    /// The items that are compiled outside tests; none if the file is for tests or no Rust.
    pub fn items(&self) -> impl Iterator<Item = &syn::Item> {
        let items = self
            .syntax
            .as_ref()
            .ok()
            .filter(|_| !self.for_tests)
            .map(|file| file.items.as_slice());
        items
            .unwrap_or_default()
            .iter()
            .filter(|item| !is_for_tests(item))
    }

    /// The part of the path below `folder`, if the file is in it.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.path.strip_prefix(folder)?.strip_prefix('/')
    }
}

/// The line on which something stands, from 1.
pub(super) fn line(spanned: &impl Spanned) -> usize {
    spanned.span().start().line
}

/// Every hand-written Rust file, in the order of their paths.
///
/// # Errors
///
/// When a folder or a file cannot be read.
pub(super) fn read_sources(root: &Path) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        for path in files_below(root, folder)? {
            if path.ends_with(".rs") {
                let text = fs::read_to_string(root.join(&path))?;
                files.push(SourceFile::new(&path, text));
            }
        }
    }
    Ok(files)
}

/// Every file below a folder, in order, by its path relative to `root`; none if there is no such folder.
///
/// # Errors
///
/// When a folder cannot be read.
pub(super) fn files_below(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !root.join(&folder).is_dir() {
            continue;
        }
        for item in fs::read_dir(root.join(&folder))? {
            let item = item?;
            let path = format!("{folder}/{}", item.file_name().to_string_lossy());
            if !item.file_type()?.is_dir() {
                files.push(path);
            } else if !path.ends_with("/target") {
                folders.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is syn's, and may grow"
)]
fn is_for_tests(item: &syn::Item) -> bool {
    let attributes: &[syn::Attribute] = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        _ => &[],
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}
