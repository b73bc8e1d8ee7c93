//! What descriptions in Swagger 2.0 become.

use crate::config::Config;
use crate::document::tests::read;
use crate::source::Pointer;

pub(super) const HEAD: &str = "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: h\nproduces: [application/json]\nconsumes: [application/json]\n";

/// What a description becomes, what stands at each of `parts` of it, and what was said.
pub(super) fn translated(files: &[(&str, &str)], parts: &[&str]) -> String {
    let (document, said, _) = read(files, &Config::default());
    let Some(document) = document else {
        return said;
    };
    let whole = serde_json::to_value(&document.openapi).expect("a document is a value");
    let mut text = String::new();
    for part in parts {
        let pointer = Pointer::parse(part).expect("a pointer");
        let Some(value) = whole.pointer(pointer.as_str()) else {
            text.push_str(&format!("{part}: nothing\n"));
            continue;
        };
        let members = value.as_object().filter(|_| part.ends_with('s'));
        match members {
            Some(members) => members
                .iter()
                .for_each(|(name, member)| text.push_str(&format!("{name}: {member}\n"))),
            None => text.push_str(&format!("{value}\n")),
        }
    }
    text + &said
}

/// What a document with these lines after its head becomes.
pub(super) fn document(lines: &str, parts: &[&str]) -> String {
    translated(&[("api.yaml", &format!("{HEAD}{lines}"))], parts)
}

/// The request bodies of operations with these members, each at a path of its own.
pub(super) fn operations(operations: &[&str], member: &str) -> String {
    let paths = operations.iter().enumerate();
    let paths: String = paths
        .map(|(index, operation)| {
            format!("  /{index}: {{post: {{{operation}, responses: {{}}}}}}\n")
        })
        .collect();
    let parts: Vec<String> = (0..operations.len())
        .map(|index| format!("/paths/~1{index}/post/{member}"))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    document(&format!("paths:\n{paths}"), &parts)
}
