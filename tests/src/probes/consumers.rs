use std::path::Path;
use std::process::Command;

use clientwright::config::Config;
use serde_json::{Value, json};

use super::generated::{FOLDER, generated};
use super::table::{Outcome, Probe, wrong};
use super::{enums, formats, modern, named, nullable, recursion, secured, unions};
use crate::outside::{self, root, target, without_tls, write, write_workspace};

const PROBES: &[Probe] = &[
    nullable::P05,
    unions::P06,
    enums::P07,
    enums::P07B,
    formats::P08,
    named::P09,
    recursion::P10,
    secured::P11,
    modern::P15,
    named::P18,
];

/// How many levels the deepest values have.
const DEEP: usize = 100;

/// Writes the crates of all probes as one workspace.
fn write_crates(folder: &Path) {
    for probe in PROBES {
        let mut config = Config::default();
        config.package.name = Some(probe.file.to_owned());
        let (generation, _) = generated(&format!("{}.yaml", probe.file), &config);
        for file in &generation.files {
            let text = match file.path.as_str() {
                "Cargo.toml" => without_tls(&file.text, &["cli"]),
                _ => file.text.clone(),
            };
            write(&folder.join(probe.file).join(&file.path), &text);
        }
    }
    let members: Vec<&str> = PROBES.iter().map(|probe| probe.file).collect();
    write_workspace(folder, &members);
}

fn build(folder: &Path) {
    let mut command = outside::cargo(folder);
    command.args(["build", "--quiet", "--workspace"]);
    let said = outside::run(&mut command, "").stderr;
    assert!(said.is_empty(), "{}", String::from_utf8_lossy(&said));
}

/// What a program answers to lines.
fn answers(program: &Path, lines: &str) -> Vec<Value> {
    let answers = outside::answers(Command::new(program).arg("invoke"), lines);
    let answers = answers.iter();
    answers
        .map(|line| serde_json::from_str(line).expect("an answer is JSON"))
        .collect()
}

/// One test, for cargo works in a target folder once at a time.
#[test]
fn probes_come_back_whole_from_their_types() {
    if !Path::new(FOLDER).exists() {
        eprintln!("NOT TESTED: what comes back, for there is no folder `../shared/probes`");
        return;
    }
    let folder = root().join("target/probes");
    write_crates(&folder);
    build(&folder);
    let mut found = Vec::new();
    for probe in PROBES {
        let rows = probe.rows.iter();
        let deep = recursion::deep(DEEP);
        let deep = deep
            .iter()
            .map(|(schema, value)| (*schema, value.as_str(), Outcome::Same))
            .filter(|_| probe.file == recursion::P10.file);
        let rows: Vec<(&str, &str, Outcome)> = rows.copied().chain(deep).collect();
        // The values are sent as they are written here, not as another codec would write them.
        let line = |(schema, value, _): &(&str, &str, Outcome)| {
            format!("{{\"schema\":{},\"value\":{value}}}\n", json!(schema))
        };
        let lines: String = rows.iter().map(line).collect();
        let answers = answers(&target().join("debug").join(probe.file), &lines);
        assert_eq!(answers.len(), rows.len(), "{}", probe.file);
        let rows = rows.into_iter().zip(&answers);
        let wrong = rows.filter_map(|(row, answer)| wrong(row, answer));
        found.extend(wrong.map(|wrong| format!("{} {wrong}", probe.file)));
    }
    found.extend(secured::wrong(
        &target().join("debug").join(secured::P11.file),
    ));
    assert!(found.is_empty(), "{}", found.join("\n"));
}
