//! What `spec/` says is read whole and without a word of complaint.

use std::{fs, path::Path};

use clientwright::{
    Options,
    config::Config,
    diagnostic::render,
    source::{LoadError, Loader, Sources},
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");

struct Folder;

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        fs::read(Path::new(FOLDER).join(path)).map_err(|_| LoadError::NotFound)
    }
}

#[test]
fn the_descriptions_give_five_operations_and_no_diagnostic() {
    let entries = fs::read_dir(FOLDER).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("the entry can be read").file_name());
    let mut roots: Vec<String> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.ends_with(".yaml"))
        .collect();
    roots.sort();
    let text = fs::read_to_string(Path::new(FOLDER).join("clientwright.toml"));
    let config = Config::parse(&text.expect("the configuration can be read"));
    let config = config.expect("the configuration is without fault");
    let options = Options {
        keep_going: false,
        command: "a test".to_owned(),
        origin: "a test".to_owned(),
    };

    let mut sources = Sources::new(roots, Box::new(Folder));
    let generation = clientwright::generate(&mut sources, &config, &options);
    let generation = generation.unwrap_or_else(|failed| {
        panic!("{}", render(&failed.diagnostics, &sources, false));
    });
    assert_eq!(render(&generation.diagnostics, &sources, false), "");
    assert_eq!(generation.operations, 5);
}
