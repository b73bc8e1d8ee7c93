//! What a generated crate is told to depend on is what the runtime is built and tested with.
#![cfg(feature = "sources")]
#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::path::Path;

use clientwright_runtime::package;
use clientwright_runtime::sources::sources;
use toml::{Table, Value};

fn read(path: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

fn table<'a>(table: &'a Table, path: &[&str]) -> &'a Table {
    path.iter().fold(table, |table, key| {
        table.get(*key).and_then(Value::as_table).unwrap()
    })
}

fn version(requirement: &Value) -> &str {
    requirement
        .as_str()
        .or_else(|| requirement.get("version")?.as_str())
        .unwrap()
}

#[test]
fn the_same_packages_in_the_same_versions() {
    let (workspace, own) = (read("../../Cargo.toml"), read("Cargo.toml"));
    let shared = table(&workspace, &["workspace", "dependencies"]);
    let parts = sources().iter().map(|file| file.part).collect();
    let emitted: Table = package::dependencies(&parts).parse().unwrap();
    let own = table(&own, &["dependencies"]);
    let names = |table: &Table| {
        let mut names: Vec<String> = table.keys().cloned().collect();
        names.sort();
        names
    };
    assert_eq!(names(own), names(&emitted));
    for (name, requirement) in &emitted {
        let wanted = shared.get(name).unwrap();
        assert_eq!(version(requirement), version(wanted), "{name}");
        let features = own.get(name).unwrap().get("features");
        if let Some(features) = features {
            assert_eq!(requirement.get("features"), Some(features), "{name}");
        }
    }
}

#[test]
fn the_same_lints_and_the_same_compiler() {
    let workspace = read("../../Cargo.toml");
    let emitted: Table = package::LINTS.parse().unwrap();
    let mut wanted = table(&workspace, &["workspace", "lints"]).clone();
    // It needs the list of types in our `clippy.toml`, which a generated crate has not.
    let clippy = wanted.get_mut("clippy").and_then(Value::as_table_mut);
    clippy.unwrap().remove("disallowed_types");
    assert_eq!(emitted.get("lints"), Some(&Value::Table(wanted)));
    let compiler = table(&workspace, &["workspace", "package"]).get("rust-version");
    assert_eq!(
        compiler.and_then(Value::as_str),
        Some(package::RUST_VERSION)
    );
}
