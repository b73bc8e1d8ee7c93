use std::fmt::Write;

use clientwright_runtime::package;

use super::File;
use super::runtime::parts;
use crate::config::MARK;
use crate::plan::Crate;

/// `Cargo.toml`: the package, its features, and what the runtime needs.
pub(super) fn manifest(plan: &Crate) -> File {
    let manifest = &plan.manifest;
    let mut text = format!("# {MARK} {}.\n\n[package]\n", plan.notice);
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", string(value));
    };
    line("name", &manifest.name);
    line("version", &manifest.version);
    line("edition", "2024");
    line("rust-version", package::RUST_VERSION);
    line("description", &manifest.description);
    manifest
        .license
        .iter()
        .for_each(|license| line("license", license));
    manifest
        .repository
        .iter()
        .for_each(|repository| line("repository", repository));
    line("readme", "README.md");
    text.push_str("\n[[bin]]\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", string(value));
    };
    line("name", &manifest.name);
    line("path", "src/main.rs");
    text.push_str("required-features = [\"cli\"]\n");
    features(&mut text, &manifest.features);
    let dependencies = package::dependencies(&parts(plan));
    let _ = write!(text, "\n[dependencies]\n{dependencies}");
    text.push_str(package::tables(&parts(plan)));
    let _ = write!(text, "\n{}", package::LINTS);
    File {
        path: "Cargo.toml".to_owned(),
        text,
    }
}

/// `rustfmt.toml`: the layout is the generator's, so that a formatter run makes no difference.
pub(super) fn formatting(plan: &Crate) -> File {
    let text = format!("# {MARK} {}.\ndisable_all_formatting = true\n", plan.notice);
    File {
        path: "rustfmt.toml".to_owned(),
        text,
    }
}

fn features(text: &mut String, groups: &[String]) {
    let default: Vec<String> = groups
        .iter()
        .map(String::as_str)
        .chain(["rustls"])
        .map(string)
        .collect();
    let _ = write!(text, "\n[features]\ndefault = [{}]\n", default.join(", "));
    if !groups.is_empty() {
        let _ = writeln!(
            text,
            "# One feature a group of operations: off, it takes the types along that only it needs."
        );
    }
    for group in groups {
        let _ = writeln!(text, "{group} = []");
    }
    text.push_str(package::FEATURES);
}

/// A TOML basic string (TOML 1.0, strings), on one line.
fn string(value: impl AsRef<str>) -> String {
    let mut quoted = String::from("\"");
    for character in value.as_ref().chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
