use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clientwright::config::Config;
use serde_json::{Value, json};

use super::generated::{FOLDER, generated};
use super::table::{Outcome, Probe, wrong};
use super::{enums, formats, modern, named, nullable, recursion, unions};

const PROBES: &[Probe] = &[
    nullable::P05,
    unions::P06,
    enums::P07,
    enums::P07B,
    formats::P08,
    named::P09,
    recursion::P10,
    modern::P15,
    named::P18,
];

/// How many levels the deepest values have.
const DEEP: usize = 100;

fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package
        .parent()
        .expect("the package is a folder of the workspace");
    root.to_owned()
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

/// Writes the crates of all probes as one workspace. None has TLS, which takes longer to compile than all the rest.
fn write_crates(folder: &Path) {
    for probe in PROBES {
        let mut config = Config::default();
        config.package.name = Some(probe.file.to_owned());
        let (generation, _) = generated(&format!("{}.yaml", probe.file), &config);
        for file in &generation.files {
            let text = match file.path.as_str() {
                "Cargo.toml" => file.text.replace("\"rustls\"]", "\"cli\"]"),
                _ => file.text.clone(),
            };
            write(&folder.join(probe.file).join(&file.path), &text);
        }
    }
    let members: Vec<&str> = PROBES.iter().map(|probe| probe.file).collect();
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    write(&folder.join("Cargo.toml"), &workspace);
    std::fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the lock file is there");
}

fn build(folder: &Path, target: &Path) {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--workspace"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}

/// What a program answers to lines.
fn answers(program: &Path, lines: &str) -> Vec<Value> {
    let mut child = Command::new(program)
        .arg("invoke")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    let mut input = child.stdin.take().expect("the input is ours");
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("the program ends");
    writer
        .join()
        .expect("the writer ends")
        .expect("the lines can be written");
    let output = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    let answers = output.lines();
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
    let target = root().join("target/consumer");
    write_crates(&folder);
    build(&folder, &target);
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
        let answers = answers(&target.join("debug").join(probe.file), &lines);
        assert_eq!(answers.len(), rows.len(), "{}", probe.file);
        let rows = rows.into_iter().zip(&answers);
        let wrong = rows.filter_map(|(row, answer)| wrong(row, answer));
        found.extend(wrong.map(|wrong| format!("{} {wrong}", probe.file)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
