//! Operations that page, in a crate of their own against a real server.

use std::fs;
use std::path::Path;

use crate::emit::configured;
use crate::names::program_of_examples;
use crate::outside::{self, root, with_examples, write, write_workspace};
use crate::server::{Answer, Request, Server};

/// Writes the crate with its examples, and with the program that asks for pages.
fn write_crate(folder: &Path) {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/pages");
    let read = |name: &str| fs::read_to_string(cases.join(name)).expect("the case is there");
    let files = configured(&read("paged.yaml"), &read("clientwright.toml"));
    let member = folder.join("paged");
    for (path, text) in &files {
        let text = match path.as_str() {
            "Cargo.toml" => with_examples(text),
            _ => text.clone(),
        };
        write(&member.join(path), &text);
    }
    write(
        &member.join("examples/documented.rs"),
        &program_of_examples(&files),
    );
    write(&member.join("examples/walk.rs"), &read("walk.rs"));
    write_workspace(folder, &["paged"]);
}

fn cargo(folder: &Path, arguments: &[&str]) {
    let mut command = outside::cargo(folder);
    outside::run(
        command.args(arguments).env("RUSTDOCFLAGS", "-D warnings"),
        "",
    );
}

fn named(names: &[&str], rest: &str) -> Answer {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!(r#"{{"name":"{name}"}}"#))
        .collect();
    Answer::json(rest.replace("[]", &format!("[{}]", names.join(","))))
}

/// What is answered, in the order in which it is asked for.
fn script(server: &str) -> Vec<Answer> {
    let of_projects = |names: &[&str], next: &str| {
        named(
            names,
            &format!(r#"{{"projects":[],"pagination":{{"next":{next}}}}}"#),
        )
    };
    vec![
        of_projects(&["a", "b"], "1730000000000"),
        of_projects(&["c"], "null"),
        Answer::json(r#"{"deployments":[{"uid":"1"},{"uid":"2"}],"pagination":{"next":7}}"#),
        Answer::json(r#"{"pagination":{}}"#),
        named(&["t"], r#"{"teams":[],"pagination":{}}"#),
        named(&["d"], r#"{"found":[],"next":"n1"}"#),
        named(&[], r#"{"found":[],"next":""}"#),
        Answer::json(r#"{"results":["e"],"pages":4}"#),
        Answer::json(r#"{"results":["f"],"pages":4}"#),
        Answer::json("[1,null]"),
        Answer::json("[3]"),
        named(&["g"], r#"{"records":[],"page":{"next":"x y"}}"#),
        named(&["h"], r#"{"records":[],"page":null}"#),
        named(
            &["i"],
            &format!(r#"{{"value":[],"nextLink":"{server}/resources/2?a=%2F"}}"#),
        ),
        named(&["j"], r#"{"value":[]}"#),
        named(&["k"], "[]").header("link", "</linked?page=2>; rel=\"next\", </>; rel=first"),
        Answer::status(204),
        of_projects(&["l"], "1"),
        Answer::error(400, "no").body(r#"{"message":"no"}"#),
    ]
}

const SAID: &str = "\
project a
project b
project c
deployments 2
deployments 0
team t
found d
numbered e
numbered f
offset Some(1)
offset None
offset Some(3)
record g
record h
resource i
resource j
linked k
project l
refused 400 Bad Request Some(\"no\")
";

const ASKED: &str = "\
GET /projects?limit=2&items=x
GET /projects?limit=2&items=x&until=1730000000000
GET /deployments
GET /deployments?until=7
GET /teams
POST /search
POST /search
GET /numbered?page=3
GET /numbered?page=4
GET /offsets?count=2
GET /offsets?count=2&start=2
GET /records
GET /records?cursor=x%20y
GET /resources
GET /resources/2?a=%2F
GET /linked
GET /linked?page=2
GET /projects
GET /projects?until=1
";

/// One test, for cargo works in a target folder once at a time.
#[tokio::test(flavor = "multi_thread")]
async fn pages_and_items_come_one_after_the_other_whatever_says_how() {
    let folder = root().join("target/pages");
    write_crate(&folder);
    let lints = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo(&folder, &lints);
    cargo(&folder, &["doc", "--quiet", "--workspace", "--no-deps"]);
    cargo(&folder, &["build", "--quiet", "--example", "walk"]);

    let server = Server::start_at(script).await;
    let program = outside::target().join("debug/examples/walk");
    let url = server.url();
    let said = tokio::task::spawn_blocking(move || {
        let output = outside::run(std::process::Command::new(program).arg(url), "");
        String::from_utf8(output.stdout).expect("it says texts")
    });
    let said = said.await.expect("the program can be run");
    assert_eq!(said, SAID);
    let requests = server.requests();
    let asked: Vec<String> = requests.iter().map(Request::line).collect();
    assert_eq!(asked.join("\n") + "\n", ASKED);
    let bodies: Vec<&str> = requests[5..7].iter().map(Request::text).collect();
    let expected = [
        r#"{"filter":"f","cursor":"given"}"#,
        r#"{"filter":"f","cursor":"n1"}"#,
    ];
    assert_eq!(bodies, expected);
    let keys: Vec<_> = requests[5..7]
        .iter()
        .map(|it| it.header("idempotency-key"))
        .collect();
    assert_eq!(keys, [Some("k"), Some("k#2")]);
    assert_eq!(requests[16].header("x-team"), Some("t"));
}
