use std::collections::BTreeMap;
use std::path::Path;

use super::{course, examples};
use crate::emit::configured;
use crate::outside::{self, root, without_tls, write, write_workspace};

/// Runs cargo in the workspace of the course.
fn cargo(folder: &Path, arguments: &[&str]) {
    let mut command = outside::cargo(folder);
    command.args(arguments).env("RUSTDOCFLAGS", "-D warnings");
    outside::run(&mut command, "");
}

/// Writes a crate that has its examples as a program beside its own.
fn write_crate(folder: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        let text = if path == "Cargo.toml" {
            without_tls(text, &["cli", "serde"])
        } else {
            text.clone()
        };
        write(&folder.join(path), &text);
    }
    write(
        &folder.join("examples/documented.rs"),
        &examples::program(files),
    );
}

/// One test, for cargo works in a target folder once at a time.
#[test]
fn names_and_texts_of_any_content_make_crates_that_compile_without_a_warning() {
    let folder = root().join("target/names");
    let members = course::all().into_iter().map(|course| {
        let files = configured(&course.document, &course.config);
        write_crate(&folder.join(course.name), &files);
        course.name
    });
    let members: Vec<&str> = members.collect();
    write_workspace(&folder, &members);

    let deny = ["--", "-D", "warnings"];
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets"];
    cargo(&folder, &[&lints[..], &deny[..]].concat());
    let docs = ["doc", "--quiet", "--workspace", "--no-deps"];
    // What the documentation of words is made of, the others have too.
    cargo(&folder, &[&docs[..], &["--exclude", "words"]].concat());
}
