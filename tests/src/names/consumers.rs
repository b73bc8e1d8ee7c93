use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{course, examples};
use crate::emit::configured;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is a folder of the workspace")
        .to_owned()
}

/// Runs cargo in the workspace of the course, on the target folder that the other crates outside the workspace have.
fn cargo(folder: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", root().join("target/consumer"))
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .expect("cargo can be run");
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Writes the text unless the file has it, so that nothing is compiled again for nothing.
fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).expect("the folder can be made");
    std::fs::write(path, text).expect("the file can be written");
}

/// Writes a crate that has no TLS by default, which takes longer to compile than all the rest, and has its examples as
/// a program beside its own.
fn write_crate(folder: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        let text = if path == "Cargo.toml" {
            text.replace("\"rustls\"]", "\"cli\", \"serde\"]")
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
        format!("{:?}", course.name)
    });
    let members: Vec<String> = members.collect();
    let workspace = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    write(&folder.join("Cargo.toml"), &workspace);
    std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the lock file is there");

    let deny = ["--", "-D", "warnings"];
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets"];
    cargo(&folder, &[&lints[..], &deny[..]].concat());
    let docs = ["doc", "--quiet", "--workspace", "--no-deps"];
    // What the documentation of words is made of, the others have too.
    cargo(&folder, &[&docs[..], &["--exclude", "words"]].concat());
}
