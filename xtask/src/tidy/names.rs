use super::sources::{SourceFile, line};
use super::violation::{Rule, Violation};

/// Names of folders that tools take for something else: what is written by hand would be overlooked there.
const TAKEN: &[&str] = &[
    "build",
    "out",
    "dist",
    "target",
    "test",
    "tests",
    "fixtures",
    "testdata",
    "vendor",
    "generated",
];

/// Names that say nothing about what they name.
const EMPTY: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "manager", "managers", "handler", "handlers",
    "misc",
];

/// Folders, files, modules and types whose names say nothing or mislead.
pub(super) fn check(file: &SourceFile) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut say = |line, message| {
        found.push(Violation {
            file: file.path.clone(),
            line,
            rule: Rule::Names,
            message,
        })
    };
    let parts: Vec<&str> = file.path.trim_end_matches(".rs").split('/').collect();
    let (name, folders) = parts
        .split_last()
        .map_or(("", [].as_slice()), |(name, folders)| (*name, folders));
    for folder in folders.iter().skip(1) {
        if TAKEN.contains(folder) {
            say(1, format!("hand-written code is in a folder `{folder}`"));
        }
    }
    for part in folders.iter().chain([&name]) {
        if let Some(word) = empty_word(part) {
            say(1, format!("`{part}` says `{word}`"));
        }
    }
    for (line, name) in file.items().filter_map(declared) {
        if let Some(word) = empty_word(&name) {
            say(line, format!("`{name}` says `{word}`"));
        }
    }
    found
}

/// The word in a name that says nothing.
fn empty_word(name: &str) -> Option<&'static str> {
    let mut words = vec![String::new()];
    for character in name.chars() {
        if character == '_' || character.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(
                character
                    .to_lowercase()
                    .filter(|character| character.is_alphanumeric()),
            );
        }
    }
    EMPTY
        .iter()
        .find(|empty| words.iter().any(|word| word == **empty))
        .copied()
}

/// The name that an item gives to a type, a trait or a module.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is syn's, and may grow"
)]
fn declared(item: &syn::Item) -> Option<(usize, String)> {
    let name = match item {
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Mod(item) => &item.ident,
        _ => return None,
    };
    Some((line(name), name.to_string()))
}
