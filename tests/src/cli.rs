use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use clientwright::cli::{Console, Exit, run};
use tempfile::TempDir;

const PETS: &str = r##"
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
servers: [{ url: "https://pets.example" }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: A pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
    Owner: { type: object, properties: { name: { type: string } } }
"##;

/// A folder with a description `pets.yaml`, in which commands are run.
struct Place {
    folder: TempDir,
}

/// What a command did.
#[derive(Debug)]
struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

impl Place {
    fn new(description: &str) -> Self {
        let place = Self {
            folder: TempDir::new().expect("a folder"),
        };
        place.write("pets.yaml", description);
        place
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Runs `clientwright`; a word that begins with `@` is a path in the folder.
    fn run(&self, words: &str) -> Ran {
        let words = words
            .split_whitespace()
            .map(|word| match word.strip_prefix('@') {
                Some(name) => self.path(name).into_os_string(),
                None => word.into(),
            });
        let arguments = std::iter::once(OsString::from("clientwright")).chain(words);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(arguments, &mut Console::captured(&mut out, &mut err));
        Ran {
            exit,
            out: self.told(&out),
            err: self.told(&err),
        }
    }

    /// What was said, without what differs from run to run or with the runtime: where the folder is, how many files there
    /// are, and how long it took.
    fn told(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).expect("text in UTF-8");
        let text = text.replace(&self.folder.path().display().to_string(), "@");
        let summary = text
            .rsplit_once(" (")
            .filter(|(_, fate)| fate.ends_with(")\n"));
        let made = |made: &str| made.rsplitn(3, ", ").nth(2).map(str::to_owned);
        match summary.and_then(|(text, fate)| Some((made(text)?, fate))) {
            Some((made, fate)) => format!("{made}, … ({fate}"),
            None => text,
        }
    }

    /// Every file of the crate with its text and time stamp.
    fn crate_files(&self) -> Vec<(String, Vec<u8>, SystemTime)> {
        let mut files = Vec::new();
        collect(&self.path("out"), &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>, SystemTime)>) {
    for item in fs::read_dir(folder)
        .expect("a folder")
        .map(|item| item.expect("an item").path())
    {
        if item.is_dir() {
            collect(&item, files);
        } else {
            let stamp = fs::metadata(&item)
                .and_then(|found| found.modified())
                .expect("a time stamp");
            files.push((
                item.display().to_string(),
                fs::read(&item).expect("a text"),
                stamp,
            ));
        }
    }
}

const GENERATE: &str = "generate --spec @pets.yaml --out @out";

#[test]
fn a_second_run_touches_nothing() {
    let place = Place::new(PETS);
    let first = place.run(GENERATE);
    assert_eq!(first.exit, Exit::Fine, "{}", first.err);
    let before = place.crate_files();
    let second = place.run(GENERATE);
    assert_eq!(second.exit, Exit::Fine);
    assert!(
        second.err.ends_with("(nothing changed)\n"),
        "{}",
        second.err
    );
    assert_eq!(place.crate_files(), before);
}

#[test]
fn every_emitted_file_says_on_its_first_line_that_it_is_generated() {
    let place = Place::new(PETS);
    place.run(GENERATE);
    for (path, text, _) in place.crate_files() {
        assert!(clientwright::config::is_marked(&text), "{path}");
    }
}

#[test]
fn the_same_description_makes_the_same_bytes_wherever_it_is() {
    let (one, two) = (Place::new(PETS), Place::new(PETS));
    one.run(GENERATE);
    two.run(GENERATE);
    let texts = |place: &Place| -> Vec<Vec<u8>> {
        place
            .crate_files()
            .into_iter()
            .map(|(_, text, _)| text)
            .collect()
    };
    assert_eq!(texts(&one), texts(&two));
}

#[test]
fn a_type_that_is_gone_leaves_no_file() {
    let place = Place::new(PETS);
    place.run(GENERATE);
    let names = |place: &Place| {
        place
            .crate_files()
            .into_iter()
            .map(|(path, ..)| path)
            .collect::<Vec<_>>()
    };
    let before = names(&place);
    place.write(
        "pets.yaml",
        PETS.split("    Owner:")
            .next()
            .expect("what comes before the owner"),
    );
    let ran = place.run(GENERATE);
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert!(
        before.iter().any(|path| path.ends_with("owner.rs")),
        "{before:?}"
    );
    assert!(!names(&place).iter().any(|path| path.ends_with("owner.rs")));
}

#[test]
fn a_check_writes_nothing_and_says_what_differs_and_what_mends_it() {
    let place = Place::new(PETS);
    let missing = place.run(&format!("{GENERATE} --check"));
    assert_eq!(missing.exit, Exit::Failed);
    assert!(!place.path("out").exists());
    place.run(GENERATE);
    assert_eq!(place.run(&format!("{GENERATE} --check")).exit, Exit::Fine);
    let before = place.crate_files();
    place.write("pets.yaml", &PETS.replace("Owner", "Keeper"));
    let ran = place.run(&format!("{GENERATE} --check"));
    assert_eq!(ran.exit, Exit::Failed);
    insta::assert_snapshot!(ran.err, @r#"
    error: `@/out` is not what `pets.yaml` makes
      stale        src/cli/codecs.rs (+1 -1, first in line 10: `-    ("types::Owner", codec::<crate::types::Owner>),`)
      stale        src/cli/schemas.txt (+1 -1, first in line 6: `-"Owner":["types::Owner",{"properties":{"name":"String"}}],`)
      missing      src/types/keeper.rs
      stale        src/types/mod.rs (+2 -2, first in line 8: `-mod owner;`)
      superfluous  src/types/owner.rs
      = help: run `clientwright generate --spec @/pets.yaml --out @/out`
    1 operation, 2 types, … (not up to date)
    "#);
    assert_eq!(place.crate_files(), before);
}

#[test]
fn a_description_with_errors_leaves_the_old_crate_whole() {
    let place = Place::new(PETS);
    place.run(GENERATE);
    let before = place.crate_files();
    place.write("pets.yaml", "openapi: [3\n");
    let ran = place.run(GENERATE);
    assert_eq!(ran.exit, Exit::Failed);
    assert_eq!(place.crate_files(), before);
    insta::assert_snapshot!(ran.err, @r"
    error[syntax-error]: the file is no YAML: did not find expected ',' or ']', while parsing a flow sequence
     --> pets.yaml:1:10
      |
    1 | openapi: [3
      |          ^
      |
      = help: put the text in quotes: this character means something in YAML

    1 error, so nothing was written
    ");
}

#[test]
fn a_warning_fails_only_a_strict_run_which_writes_nothing() {
    let place = Place::new(&PETS.replace(
        "description: A pet.",
        "description: A pet.\n          colour: red",
    ));
    let strict = place.run(&format!("{GENERATE} --strict"));
    assert_eq!(strict.exit, Exit::Failed);
    assert!(!place.path("out").exists());
    insta::assert_snapshot!(strict.err, @"
    warning[unknown-keyword]: `colour` is no keyword of a response
      --> pets.yaml:15:11
       |
    15 |           colour: red
       |           ^^^^^^^^^^^ ignored

    1 operation, 2 types, … (nothing was written, as --strict asks; 1 warning)
    ");
    let ran = place.run(GENERATE);
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert_eq!(
        place.run(&format!("{GENERATE} --strict --keep-going")).exit,
        Exit::Failed
    );
}

#[test]
fn a_folder_of_others_is_refused() {
    let place = Place::new(PETS);
    place.write("out/notes.md", "mine");
    let ran = place.run(GENERATE);
    assert_eq!(ran.exit, Exit::Failed);
    insta::assert_snapshot!(ran.err, @r"
    error: `@/out` holds files that clientwright did not write
      = help: name a folder that is empty or missing, or one that clientwright wrote before
    ");
    assert_eq!(place.crate_files().len(), 1);
}

#[test]
fn a_report_is_written_whatever_comes_of_the_run() {
    let place = Place::new(PETS);
    assert_eq!(
        place.run(&format!("{GENERATE} --report @report.json")).exit,
        Exit::Fine
    );
    let report = |place: &Place| -> serde_json::Value {
        let text = fs::read_to_string(place.path("report.json")).expect("a report");
        serde_json::from_str(&text).expect("JSON")
    };
    let whole = report(&place);
    let members: Vec<&str> = whole
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    insta::assert_snapshot!(members.join(" "), @"generator document operations schemas untyped diagnostics timings_ms output");
    assert_eq!(
        whole["operations"],
        serde_json::json!({ "declared": 1, "left_out": 0, "emitted": 1 })
    );
    assert_eq!(whole["output"]["files"], place.crate_files().len());
    for stage in [
        "read", "document", "resolved", "ir", "plan", "emit", "write",
    ] {
        let took = whole["timings_ms"][stage].as_f64();
        assert!(took.is_some_and(|took| took > 0.0), "{stage}: {took:?}");
    }
    place.write("pets.yaml", "openapi: [3\n");
    assert_eq!(
        place.run(&format!("{GENERATE} --report @report.json")).exit,
        Exit::Failed
    );
    assert_eq!(report(&place)["diagnostics"][0]["code"], "syntax-error");
}

#[test]
fn a_report_is_written_although_the_crate_could_not_be() {
    let place = Place::new(PETS);
    place.write("out/src/lib.rs", "//! Somebody else's.\n");
    let ran = place.run(&format!("{GENERATE} --report @report.json"));
    assert_eq!(ran.exit, Exit::Failed);
    let text = fs::read_to_string(place.path("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["operations"]["emitted"], 1);
}

#[test]
fn explain_prints_every_stage() {
    let place = Place::new(PETS);
    for stage in ["document", "resolved", "ir", "plan"] {
        let ran = place.run(&format!("explain --spec @pets.yaml --stage {stage}"));
        assert_eq!(ran.exit, Exit::Fine, "{stage}: {}", ran.err);
        assert!(ran.out.contains("Pet"), "{stage}: {}", ran.out);
        let only = place.run(&format!(
            "explain --spec @pets.yaml --stage {stage} --only Owner"
        ));
        assert!(
            only.out.contains("Owner") && !only.out.contains("getPet"),
            "{stage}: {}",
            only.out
        );
    }
}

#[test]
fn mistakes_in_the_arguments_exit_with_2_and_help_with_0() {
    let place = Place::new(PETS);
    for words in [
        "",
        "generate",
        "generat",
        "explain --spec @pets.yaml --stage word",
        "generate --spec a --out b --name 1st",
    ] {
        assert_eq!(place.run(words).exit, Exit::Usage, "{words}");
    }
    for words in ["--help", "generate --help", "--version"] {
        let ran = place.run(words);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""), "{words}");
        assert!(!ran.out.is_empty());
    }
    assert_eq!(
        place.run("generate --spec @nowhere.yaml --out @out").exit,
        Exit::Failed
    );
}

#[test]
fn a_configuration_that_cannot_be_used_is_shown_where_it_is_wrong() {
    let place = Place::new(PETS);
    place.write("clientwright.toml", "[package]\nnmae = \"pets\"\n");
    let ran = place.run(GENERATE);
    assert_eq!(ran.exit, Exit::Failed);
    insta::assert_snapshot!(ran.err, @r#"
    error: `@/clientwright.toml` cannot be used
    TOML parse error at line 2, column 1
      |
    2 | nmae = "pets"
      | ^^^^
    unknown field `nmae`, expected one of `name`, `version`, `description`, `license`, `repository`
      = help: there is `name`
    "#);
}

#[test]
fn an_overlay_changes_what_is_generated_and_explained() {
    let place = Place::new(PETS);
    let mend = "overlay: 1.1.0\ninfo: { title: t, version: '1' }\nactions:\n- target: $.paths.*.get\n  update: { operationId: findPet }";
    place.write("mend.yaml", mend);
    let explain = "explain --spec @pets.yaml --stage document --overlay @mend.yaml --only findPet";
    assert!(place.run(explain).out.contains("/paths/~1pets~1{id}/get"));
    let ran = place.run(&format!("{GENERATE} --overlay @mend.yaml"));
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert!(place.path("out/src/pets/find_pet.rs").exists());
    let check = place.run(&format!("{GENERATE} --overlay @mend.yaml --check"));
    assert_eq!(check.exit, Exit::Fine, "{}", check.err);
}
