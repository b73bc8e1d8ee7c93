use std::{fs, path::Path};

use clientwright::{
    Generation, Options,
    config::Config,
    diagnostic::render,
    source::{LoadError, Loader, Sources},
};

pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/probes");

struct Folder;

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        fs::read(Path::new(FOLDER).join(path)).map_err(|_| LoadError::NotFound)
    }
}

/// What becomes of a probe; `None`, and it says so, where there are no probes.
fn generated_here(probe: &str) -> Option<(Generation, String)> {
    if !Path::new(FOLDER).exists() {
        eprintln!("NOT TESTED: {probe}, for there is no folder `../shared/probes`");
        return None;
    }
    Some(generated(probe, &Config::default()))
}

/// What becomes of a probe, and what is said of it.
pub(crate) fn generated(probe: &str, config: &Config) -> (Generation, String) {
    let options = Options {
        keep_going: false,
        command: "a test".to_owned(),
        origin: "a test".to_owned(),
    };
    let mut sources = Sources::new(vec![probe.to_owned()], Box::new(Folder));
    let generation = clientwright::generate(&mut sources, config, &options);
    let generation = generation.unwrap_or_else(|failed| {
        panic!("{}", render(&failed.diagnostics, &sources, false));
    });
    let said = render(&generation.diagnostics, &sources, false);
    (generation, said)
}

#[test]
fn p15_has_a_type_for_everything_that_3_1_says() {
    let Some((generation, said)) = generated_here("p15_oas31.yaml") else {
        return;
    };
    let types: String = generation
        .files
        .iter()
        .filter(|file| file.path.starts_with("src/types/"))
        .map(|file| file.text.as_str())
        .collect();
    for line in [
        "pub type EvtBody = crate::types::T;",
        "pub nn: ::std::option::Option<::std::string::String>,",
        "pub multi: json::Nullable<Multi>,",
        "pub tup: ::std::option::Option<Tup>,",
        "pub item1: i64,",
        "pub pp: ::std::option::Option<json::OpenMap<::std::string::String>>,",
        "pub an: json::Nullable<crate::types::U>,",
        "pub alw: ::std::option::Option<json::Json>,",
        "pub nev: ::std::option::Option<json::Json>,",
        "pub i: ::std::option::Option<crate::types::In>,",
        "pub enum Ext {",
        "pub enum K {",
    ] {
        assert!(types.contains(line), "`{line}` is not in\n{types}");
    }
    assert_eq!(generation.operations, 0);
    let warnings = said.lines().filter(|line| line.starts_with("warning"));
    let warnings: Vec<&str> = warnings.collect();
    assert_eq!(
        warnings,
        ["warning[inexpressible-schema]: no Rust type expresses that no value fits"],
        "{said}"
    );
}

/// The emitted types and operations, one after the other.
fn sources(generation: &Generation) -> String {
    let files = generation.files.iter();
    files
        .filter(|file| file.path.starts_with("src/") && !file.path.starts_with("src/runtime/"))
        .map(|file| file.text.as_str())
        .collect()
}

#[test]
fn p13_is_read_from_all_its_files() {
    let Some((generation, said)) = generated_here("p13_multifile/openapi.yaml") else {
        return;
    };
    let written = sources(&generation);
    for line in [
        "pub fn get_x(",
        "\"/x\"",
        "pub far: ::std::option::Option<",
        "pub frag: ::std::option::Option<",
    ] {
        assert!(written.contains(line), "`{line}` is not in\n{written}");
    }
    assert!(!written.contains("json::Json>"), "{written}");
    assert_eq!(generation.operations, 1);
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn p18_keeps_words_that_older_yaml_takes_for_booleans() {
    let Some((generation, said)) = generated_here("p18_yaml12_words.yaml") else {
        return;
    };
    let written = sources(&generation);
    for word in ["x", "y", "yes", "no", "on", "off"] {
        let arm = format!("=> \"{word}\",");
        assert!(written.contains(&arm), "`{arm}` is not in\n{written}");
    }
    for field in [
        "pub on: ::std::option::Option<",
        "pub no: ::std::option::Option<",
    ] {
        assert!(written.contains(field), "`{field}` is not in\n{written}");
    }
    assert!(!said.contains("warning"), "{said}");
}

/// That the crate compiles is seen by the corpus run, which has this probe among those that it compiles.
#[test]
fn p19_gives_every_name_an_identifier() {
    let Some((generation, said)) = generated_here("p19_keywords.yaml") else {
        return;
    };
    assert_eq!(generation.operations, generation.report.operations.declared);
    assert_eq!(generation.operations, 4);
    for file in generation
        .files
        .iter()
        .filter(|file| file.path.ends_with(".rs"))
    {
        assert!(!file.text.contains("compile_error!"), "{}", file.path);
    }
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn p20_warns_of_what_nothing_can_satisfy_and_generates_the_rest() {
    let Some((generation, said)) = generated_here("p20_unsat_required.yaml") else {
        return;
    };
    assert!(said.contains("warning["), "{said}");
    assert!(said.contains(":7:"), "{said}");
    let written = sources(&generation);
    for line in ["pub struct K {", "pub struct M {", "pub fn k("] {
        assert!(written.contains(line), "`{line}` is not in\n{written}");
    }
}
