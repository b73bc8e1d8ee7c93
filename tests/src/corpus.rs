//! The runner of the corpus: what it says of documents, and that nothing a worker does ends or hangs it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use clientwright::cli::{Console, Exit, run};
use serde_json::Value;
use tempfile::TempDir;
use xtask::corpus::{Corpus, corpus};

/// The arguments of a process that is to be the command line: see [`acts_as_the_generator`].
const ARGUMENTS: &str = "CORPUS_WORKER_ARGUMENTS";

const PETS: &str = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: { '204': { description: fine } }\n";

/// A repository with a corpus in it.
struct Place(TempDir);

/// What a run said.
struct Ran {
    exit: Exit,
    printed: String,
    entries: Vec<Value>,
    took: Duration,
}

impl Place {
    fn new(documents: &[(&str, &str)]) -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        place.write("tests/cases/corpus/expected.toml", "expected = []\n");
        for (path, text) in documents {
            place.write(&format!("documents/{path}"), text);
        }
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// A program that is a script: `$spec`, `$made` and `$report` are the files of its arguments.
    fn script(&self, text: &str) -> PathBuf {
        let head = "#!/bin/sh\nspec=$5 made=$7 report=$9\n";
        self.write("worker.sh", &format!("{head}{text}\n"));
        let path = self.path("worker");
        // A program that this process has open for writing could not be started, and a fork of another test may
        // keep it open: so it is another process that writes it.
        let mut install = Command::new("install");
        install
            .args(["-m", "755"])
            .arg(self.path("worker.sh"))
            .arg(&path);
        assert!(install.status().expect("install can be run").success());
        path
    }

    /// The command line itself: this very program, started again.
    fn generator(&self) -> PathBuf {
        let program = std::env::current_exe().expect("this program");
        self.script(&format!(
            "{ARGUMENTS}=\"$*\" exec '{}' corpus::acts_as_the_generator --exact --nocapture",
            program.display()
        ))
    }

    fn run(&self, worker: PathBuf, change: impl FnOnce(&mut Corpus)) -> Ran {
        let report = self.path("report.json");
        let mut wanted = Corpus {
            folders: vec![self.path("documents")],
            compile: false,
            smoke: false,
            only: None,
            jobs: None,
            report: Some(report.clone()),
            readme: false,
            timeout: 60,
            memory: 4096,
            keep: false,
            worker: Some(worker),
        };
        change(&mut wanted);
        let (mut printed, mut said) = (Vec::new(), Vec::new());
        let begun = Instant::now();
        let exit = corpus(
            &mut Console::captured(&mut printed, &mut said),
            self.0.path(),
            &wanted,
        );
        let entries = fs::read(report).map_or_else(|_| Vec::new(), |text| read(&text));
        let printed = String::from_utf8([printed, said].concat()).expect("text");
        Ran {
            exit,
            printed,
            entries,
            took: begun.elapsed(),
        }
    }
}

impl Ran {
    /// The path of each document, and the class of its first failure.
    fn classes(&self) -> Vec<(&str, &str)> {
        self.entries
            .iter()
            .map(|entry| {
                let class = entry["failures"][0]["class"].as_str().unwrap_or("fine");
                (entry["path"].as_str().expect("a path"), class)
            })
            .collect()
    }
}

fn read(text: &[u8]) -> Vec<Value> {
    serde_json::from_slice(text).expect("a list of entries")
}

/// No test, but a process of the command line when [`Place::generator`] starts it.
#[test]
fn acts_as_the_generator() {
    if let Ok(arguments) = std::env::var(ARGUMENTS) {
        let arguments = arguments.split(' ').map(OsString::from);
        let line = std::iter::once("clientwright".into()).chain(arguments);
        let exit = run(line, &mut Console::terminal());
        std::process::exit(exit.code().into());
    }
}

#[test]
fn every_description_of_a_folder_is_tried_and_its_operations_counted() {
    let place = Place::new(&[
        ("pets.yaml", PETS),
        ("deeper/again.yml", PETS),
        ("part.yaml", "Pet: { type: object }\n"),
        (
            "later.json",
            r#"{ "openapi": "9.0.0", "info": {}, "paths": {} }"#,
        ),
        ("notes.md", "openapi: 3.0.3\n"),
    ]);
    let ran = place.run(place.generator(), |_| {});
    assert_eq!(ran.exit, Exit::Failed, "{}", ran.printed);
    assert_eq!(
        ran.classes(),
        [
            ("deeper/again.yml", "fine"),
            ("later.json", "refused"),
            ("pets.yaml", "fine")
        ]
    );
    assert_eq!(ran.entries[2]["operations"]["emitted"], 1);
    assert!(ran.printed.contains("failed: 1 refused"), "{}", ran.printed);
    assert!(
        !place
            .path("target/corpus/crates/documents/pets.yaml")
            .exists()
    );
}

#[test]
fn a_refusal_that_the_list_expects_is_no_failure() {
    let place = Place::new(&[
        ("pets.yaml", PETS),
        (
            "later.json",
            r#"{ "openapi": "9.0.0", "info": {}, "paths": {} }"#,
        ),
    ]);
    place.write(
        "tests/cases/corpus/expected.toml",
        "[[expected]]\ndocuments = 'later.json'\ncode = 'unsupported-version'\nreason = 'is to come'\n",
    );
    let ran = place.run(place.generator(), |_| {});
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.printed);
    assert_eq!(ran.entries[0]["expected"], "is to come");
}

#[test]
fn an_index_says_what_the_documents_are_and_judges_the_count() {
    let place = Place::new(&[
        ("pets.yaml", PETS),
        ("other.yaml", PETS),
        ("index.tsv", "path\toperations\npets.yaml\t2\n"),
    ]);
    let ran = place.run(place.generator(), |_| {});
    assert_eq!(
        ran.classes(),
        [("pets.yaml", "operations")],
        "{}",
        ran.printed
    );
}

#[test]
fn a_worker_that_panics_is_shot_or_exits_oddly_is_a_crash_and_the_run_goes_on() {
    let place = Place::new(&[
        ("a-panics.yaml", PETS),
        ("b-aborts.yaml", PETS),
        ("c-overflows.yaml", PETS),
        ("d.yaml", PETS),
    ]);
    let worker = place.script(
        "case $spec in\n\
         *panics*) echo \"thread 'main' panicked at src/x.rs:1:1\" >&2; exit 101;;\n\
         *aborts*) kill -SEGV $$;;\n\
         *overflows*) echo \"thread 'main' has overflowed its stack\" >&2; kill -ABRT $$;;\n\
         *) exit 7;;\n\
         esac",
    );
    let ran = place.run(worker, |_| {});
    assert_eq!(ran.exit, Exit::Failed);
    assert_eq!(
        ran.classes(),
        [
            ("a-panics.yaml", "crash"),
            ("b-aborts.yaml", "crash"),
            ("c-overflows.yaml", "overflow"),
            ("d.yaml", "crash")
        ]
    );
    assert!(
        ran.printed.contains("panicked at src/x.rs:1:1"),
        "{}",
        ran.printed
    );
}

#[test]
fn a_worker_that_hangs_is_killed_with_everything_that_it_started() {
    let place = Place::new(&[("hangs.yaml", PETS)]);
    let worker = place.script("sleep 300 &\necho $! >\"$(dirname \"$report\")/../child\"\nwait");
    let ran = place.run(worker, |wanted| wanted.timeout = 1);
    assert_eq!(ran.classes(), [("hangs.yaml", "timeout")]);
    assert!(ran.took < Duration::from_secs(60), "{:?}", ran.took);
    let child = fs::read_to_string(place.path("target/corpus/crates/documents/child"));
    let child = child.expect("the number of a process");
    assert!(is_gone(child.trim()), "{child}");
}

/// Whether a process has ended; one that nobody has asked about since counts too.
fn is_gone(process: &str) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        let status = fs::read_to_string(Path::new("/proc").join(process).join("stat"));
        if status.map_or(true, |text| text.contains(") Z ")) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

#[test]
fn a_worker_gets_no_more_memory_than_it_may_have() {
    let place = Place::new(&[("eats.yaml", PETS)]);
    let worker = place.script(
        "awk 'BEGIN { s = \"x\"; for (i = 0; i < 29; i++) s = s s }' 2>/dev/null && exit 0\n\
         echo 'memory allocation of 268435456 bytes failed' >&2\n\
         kill -ABRT $$",
    );
    let ran = place.run(worker, |wanted| wanted.memory = 100);
    assert_eq!(ran.classes(), [("eats.yaml", "memory")], "{}", ran.printed);
}

#[test]
fn a_worker_that_makes_something_else_each_time_is_unstable() {
    let place = Place::new(&[("pets.yaml", PETS)]);
    let report = r#"{"document":{"openapi":"3.0.3"},"operations":{"declared":1,"emitted":1},"schemas":{"declared":0,"emitted":0},"diagnostics":[],"timings_ms":{},"output":{"files":1,"lines":1,"bytes":1}}"#;
    let worker = place.script(&format!(
        "mkdir -p \"$made/src\"\necho \"$made\" >\"$made/src/lib.rs\"\necho '{report}' >\"$report\""
    ));
    let ran = place.run(worker, |_| {});
    assert_eq!(
        ran.classes(),
        [("pets.yaml", "unstable")],
        "{}",
        ran.printed
    );
    assert!(
        ran.printed.contains("`src/lib.rs` differs"),
        "{}",
        ran.printed
    );
}

#[test]
fn only_the_documents_that_match_are_tried_and_each_is_shown() {
    let place = Place::new(&[("a/pets.yaml", PETS), ("b/pets.yaml", PETS)]);
    let ran = place.run(place.generator(), |wanted| {
        wanted.only = Some("b/*".to_owned())
    });
    assert_eq!(ran.classes(), [("b/pets.yaml", "fine")]);
    assert!(
        ran.printed.contains("b/pets.yaml: 1 operations"),
        "{}",
        ran.printed
    );
    let none = place.run(place.generator(), |wanted| {
        wanted.only = Some("c/*".to_owned())
    });
    assert!(
        none.printed.contains("there is no such document"),
        "{}",
        none.printed
    );
}
