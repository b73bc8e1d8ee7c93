//! The program of the README that streams, pages and uploads: compiled as it stands there, and run against a real server.

use std::fs;
use std::path::Path;

use crate::emit::configured;
use crate::outside::{self, root, with_examples, write, write_workspace};
use crate::server::{Answer, Request, Server};

/// The program: the first of the README's that is not compiled with the tests.
fn program() -> String {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README");
    let (_, behind) = readme
        .split_once("```rust,ignore\n")
        .expect("the README has a program");
    let (program, _) = behind.split_once("```").expect("the program has an end");
    program.to_owned()
}

fn write_crate(folder: &Path) {
    let case = root().join("tests/cases/showcase/openapi.yaml");
    let description = fs::read_to_string(case).expect("the case is there");
    let member = folder.join("studio");
    for (path, text) in &configured(&description, "") {
        let text = match path.as_str() {
            "Cargo.toml" => with_examples(text),
            _ => text.clone(),
        };
        write(&member.join(path), &text);
    }
    write(&member.join("examples/readme.rs"), &program());
    write_workspace(folder, &["studio"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_of_the_readme_streams_pages_and_uploads() {
    let folder = root().join("target/showcase");
    write_crate(&folder);
    fs::write(folder.join("sea.jpg"), b"\xFF\xD8sea\xFF\xD9").expect("a file can be written");
    let events = "data: {\"done\":0.5}\n\ndata: {\"done\":1}\n\n";
    let server = Server::start([
        Answer::json(r#"{"id":"p 1"}"#),
        Answer::status(200)
            .header("content-type", "text/event-stream")
            .body(events),
        Answer::json(r#"{"photos":[{"id":"a"},{"id":"b"}],"next":"c"}"#),
        Answer::json(r#"{"photos":[{"id":"d"}],"next":null}"#),
    ])
    .await;
    let url = server.url();
    let run = move || {
        let mut command = outside::cargo(&folder);
        let command = command.args(["run", "--quiet", "--example", "readme", "--", &url]);
        outside::answers(command, "")
    };
    let said = tokio::task::spawn_blocking(run).await;
    let said = said.expect("the program can be run");
    assert_eq!(said, ["50 %", "100 %", "a", "b", "d"]);
    let requests = server.requests();
    let asked: Vec<String> = requests.iter().map(Request::line).collect();
    let expected = [
        "POST /photos",
        "GET /photos/p%201/progress",
        "GET /photos",
        "GET /photos?cursor=c",
    ];
    assert_eq!(asked, expected);
    let upload = String::from_utf8_lossy(&requests[0].body);
    for part in [
        "name=\"title\"\r\n",
        "\r\n\r\nThe sea\r\n",
        "name=\"file\"; filename=\"sea.jpg\"\r\n",
        "image/jpeg\r\n",
    ] {
        assert!(upload.contains(part), "{part:?} in {upload}");
    }
}
