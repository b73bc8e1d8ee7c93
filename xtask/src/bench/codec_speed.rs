use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use instances::{Document, Sample, World};
use serde_json::Value;

use super::crates::{SCRATCH, Subject, make_crates, run};
use super::shapes::{Payload, Shapes};

/// The program that measures; the calls of its macro follow.
const HARNESS: &str = include_str!("harness.txt");
/// How many random instances a payload has.
const INSTANCES: usize = 50;
/// The seed of them.
const SEED: u64 = 1;

/// Builds the crates of a description and a program that reads and writes its shapes by each; what the program says.
///
/// # Errors
///
/// When something cannot be made or does not compile.
pub(super) fn race(
    root: &Path,
    worker: &Path,
    corpus: &Path,
    wanted: &Shapes,
) -> io::Result<String> {
    let scratch = std::path::absolute(root.join(SCRATCH))?;
    let description = corpus.join(wanted.description);
    let subject = Subject::part(&description, wanted.operations);
    make_crates(worker, &subject, &scratch)?;
    let harness = scratch.join("race");
    fs::create_dir_all(harness.join("src"))?;
    fs::write(harness.join("Cargo.toml"), manifest())?;
    fs::write(harness.join("src/main.rs"), program(wanted))?;
    let payloads = Payloads::of(&description)?;
    for shape in wanted.shapes {
        let file = harness.join("src").join(file_name(shape.name));
        fs::write(file, payloads.lines(&shape.payload)?)?;
    }
    fs::copy(root.join("Cargo.lock"), harness.join("Cargo.lock"))?;
    let mut command = Command::new("cargo");
    command.args(["run", "--release", "--quiet"]);
    command.current_dir(&harness);
    command.env("CARGO_TARGET_DIR", scratch.join("target"));
    command.env("RUSTFLAGS", "--cap-lints allow");
    command.env_remove("CARGO_ENCODED_RUSTFLAGS");
    run(&command, &harness).map(|ended| ended.stdout)
}

fn manifest() -> String {
    let crates = ["ours", "keeping", "lossy"];
    let crates = crates.map(|name| format!("bench-{name} = {{ path = \"../{name}\" }}\n"));
    format!(
        "[package]\nname = \"race\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nserde_json = \"1\"\n{}\n[workspace]\n",
        crates.concat()
    )
}

fn program(wanted: &Shapes) -> String {
    let calls = wanted.shapes.iter().map(|shape| {
        let file = file_name(shape.name);
        format!("    shape!({}, {file:?});\n", shape.name)
    });
    format!("{HARNESS}{}}}\n", calls.collect::<String>())
}

fn file_name(of: &str) -> String {
    format!("{of}.jsonl")
}

/// What values are taken from.
struct Payloads {
    value: Value,
    document: Document,
}

impl Payloads {
    fn of(description: &Path) -> io::Result<Self> {
        let folder = description.parent().unwrap_or(Path::new(""));
        let name = description.file_name().unwrap_or_default();
        let document = Document::read(folder, &name.to_string_lossy()).map_err(io::Error::other)?;
        // Only of JSON there are examples.
        let text = fs::read(description)?;
        let value = serde_json::from_slice(&text).unwrap_or_default();
        Ok(Self { value, document })
    }

    /// The values, one a line.
    fn lines(&self, payload: &Payload) -> io::Result<String> {
        let values = match payload {
            Payload::Example(pointer) => match self.value.pointer(pointer) {
                Some(Value::Array(items)) => items.clone(),
                found => found.cloned().into_iter().collect(),
            },
            Payload::Random(name) => {
                let world = World::new(&self.document, &[]);
                Sample::of(&world, name, SEED, INSTANCES).values
            }
        };
        if values.is_empty() {
            return Err(io::Error::other(format!("no values: {payload:?}")));
        }
        Ok(values.iter().map(|value| format!("{value}\n")).collect())
    }
}
