use std::collections::BTreeMap;

use clientwright::{Generation, Options, config::Config, source::Sources};

/// What every crate has beside its types and operations.
const BESIDE: [&str; 5] = [
    "src/runtime/",
    "src/cli/",
    "src/lib.rs",
    "src/main.rs",
    "src/client.rs",
];

/// The emitted Rust of the types of schemas, written as they stand below `components: schemas:`.
pub(super) fn emitted(schemas: &str) -> String {
    emitted_by("", schemas)
}

/// The same by the text of a configuration.
pub(super) fn emitted_by(config: &str, schemas: &str) -> String {
    let files = configured(&document("paths: {}", schemas), config);
    joined(&files, |path| {
        path.starts_with("src/types/") && !path.ends_with("/mod.rs")
    })
}

/// The emitted Rust of one operation, written as it stands below its method: `GET /things/{id}` or another.
pub(super) fn operation(request: &str, operation: &str, schemas: &str) -> String {
    let (method, path) = request
        .split_once(' ')
        .expect("a request is a method and a path");
    let method = method.to_lowercase();
    let paths = format!(
        "paths:\n  {path}:\n    {method}:\n{}",
        indented(operation, 6)
    );
    let files = generate(&document(&paths, schemas));
    let others = [&BESIDE[..], &["src/types/"]].concat();
    joined(&files, |path| {
        path.starts_with("src/")
            && !path.ends_with("/mod.rs")
            && !others.iter().any(|other| path.starts_with(other))
    })
}

/// The emitted Rust of the types and operations of a whole description.
pub(super) fn whole(document: &str) -> String {
    joined(&generate(document), |path| {
        path.starts_with("src/")
            && !path.ends_with("/mod.rs")
            && !BESIDE.iter().any(|other| path.starts_with(other))
    })
}

/// Every file of the crate of a description, by its path.
pub(crate) fn generate(document: &str) -> BTreeMap<String, String> {
    configured(document, "")
}

/// The same by the text of a configuration.
pub(crate) fn configured(document: &str, config: &str) -> BTreeMap<String, String> {
    generation(document, config)
        .files
        .into_iter()
        .map(|file| (file.path, file.text))
        .collect()
}

/// All that comes of a description and the text of a configuration.
pub(super) fn generation(document: &str, config: &str) -> Generation {
    let mut sources = Sources::in_memory([("api.yaml", document)]);
    let config = Config::parse(config).expect("the configuration of a test is without fault");
    let options = Options {
        keep_going: false,
        command: "a test".to_owned(),
        origin: "a test".to_owned(),
    };
    clientwright::generate(&mut sources, &config, &options)
        .unwrap_or_else(|failed| panic!("{:#?}\n{document}", failed.diagnostics))
}

fn document(paths: &str, schemas: &str) -> String {
    let components = if schemas.trim().is_empty() {
        String::new()
    } else {
        format!("components:\n  schemas:\n{}", indented(schemas, 4))
    };
    format!("openapi: 3.0.3\ninfo:\n  title: Shop\n  version: 1.0.0\n{paths}\n{components}")
}

/// The lines further to the right, whatever their indentation is in the test.
fn indented(text: &str, by: usize) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let indent = |line: &str| line.len() - line.trim_start().len();
    let least = lines().map(indent).min().unwrap_or_default();
    lines()
        .map(|line| format!("{}{}\n", " ".repeat(by), &line[least..]))
        .collect()
}

/// The files of a choice one after the other, without what all of them begin with.
pub(super) fn joined(files: &BTreeMap<String, String>, chosen: impl Fn(&str) -> bool) -> String {
    let chosen = files.iter().filter(|(path, _)| chosen(path));
    let texts: Vec<&str> = chosen.map(|(_, text)| without_head(text)).collect();
    texts.join("\n")
}

/// A file without its notice, its documentation and its imports.
fn without_head(text: &str) -> &str {
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        let of_the_head = ["// @generated", "//!", "use "];
        if !line.is_empty() && !of_the_head.iter().any(|start| line.starts_with(start)) {
            break;
        }
        rest = after;
    }
    rest
}
