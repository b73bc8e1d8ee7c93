use std::path::Path;

use clientwright::Options;
use clientwright::config::Config;
use clientwright::diagnostic::render;
use clientwright::source::{LoadError, Loader, Sources};

use super::script::{Row, rows};
use crate::outside::{self, root, share_lock_file, with_examples, write};
use crate::server::{Answer, Server};

const FOLDER: &str = "tests/cases/replies";

struct Folder;

impl Loader for Folder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        std::fs::read(root().join(FOLDER).join(path)).map_err(|_| LoadError::NotFound)
    }
}

/// Writes the crate, and a program that is an example of it.
fn write_crate(folder: &Path) {
    let mut config = Config::default();
    config.package.name = Some("replies".to_owned());
    let options = Options {
        keep_going: false,
        command: "a test".to_owned(),
        origin: "a test".to_owned(),
    };
    let mut sources = Sources::new(vec!["api.yaml".to_owned()], Box::new(Folder));
    let generation = clientwright::generate(&mut sources, &config, &options);
    let generation = generation.unwrap_or_else(|failed| {
        panic!("{}", render(&failed.diagnostics, &sources, false));
    });
    for file in &generation.files {
        let text = match file.path.as_str() {
            "Cargo.toml" => manifest(&file.text),
            _ => file.text.clone(),
        };
        write(&folder.join(&file.path), &text);
    }
    let program = std::fs::read_to_string(root().join(FOLDER).join("main.rs"));
    let program = program.expect("the program can be read");
    write(&folder.join("examples/called.rs"), &program);
    share_lock_file(folder);
}

fn manifest(text: &str) -> String {
    format!("{}\n[workspace]\n", with_examples(text))
}

/// One test, for the program makes its calls one after the other.
#[tokio::test]
async fn answers_are_told_apart_by_status_and_media_type_and_typed_with_their_header_fields() {
    let rows = rows();
    let script: Vec<Answer> = rows.iter().map(|row| row.answer.clone()).collect();
    let server = Server::start(script).await;
    let url = server.url();
    let running = tokio::task::spawn_blocking(move || {
        let folder = root().join("target/replies");
        write_crate(&folder);
        let mut command = outside::cargo(&folder);
        command.args(["run", "--quiet", "--example", "called", "--", &url]);
        outside::answers(&mut command, "")
    });
    let said = running.await.expect("cargo does not panic");
    let expected: Vec<&str> = rows.iter().flat_map(|row| row.said).copied().collect();
    let differ = said
        .iter()
        .zip(&expected)
        .filter(|(said, expected)| said != expected);
    let differ: Vec<String> = differ
        .map(|(said, expected)| format!("{said}\n  {expected}"))
        .collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert_eq!(said.len(), expected.len());
    for (
        request,
        Row {
            request: line,
            accept,
            ..
        },
    ) in server.requests().iter().zip(&rows)
    {
        assert_eq!(request.line(), *line);
        assert_eq!(
            request.header("accept").unwrap_or("*/*"),
            accept.unwrap_or("*/*"),
            "{line}"
        );
    }
    assert_eq!(server.requests().len(), rows.len());
}
