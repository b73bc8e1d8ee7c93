use std::path::{Path, PathBuf};
use std::process::Command;

use clientwright::config::Config;
use serde_json::{Value, json};

use super::probed::{CALLS, PROBES};
use super::standard::ROWS;
use super::table::{Arrives, NAME, Row, document};
use super::templates::{TEMPLATES, paths};
use crate::emit::generate;
use crate::outside::{self, root, target, without_tls, write, write_workspace};
use crate::probes::{FOLDER, generated};
use crate::server::{Answer, Request, Server};

/// The crate of the standard's tables and of the templates.
const TABLES: &str = "parameters";

/// A line of `invoke`.
fn line(server: &Server, operation: &str, parameters: &Value) -> String {
    let line = json!({
        "operation": operation,
        "base_url": server.url(),
        "parameters": parameters,
    });
    format!("{line}\n")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("a row holds JSON")
}

/// Writes the crates as one workspace: what `cargo` builds in it is at hand under their names.
fn write_crates(tables: &Value, probes: &[&str]) -> PathBuf {
    let folder = root().join("target/parameters");
    let mut members = vec![TABLES];
    for (path, text) in generate(&tables.to_string()) {
        write_file(&folder.join(TABLES).join(&path), text);
    }
    for probe in probes {
        let mut config = Config::default();
        config.package.name = Some((*probe).to_owned());
        let (generation, _) = generated(&format!("{probe}.yaml"), &config);
        for file in generation.files {
            write_file(&folder.join(probe).join(&file.path), file.text);
        }
        members.push(probe);
    }
    write_workspace(&folder, &members);
    folder
}

fn write_file(path: &Path, text: String) {
    match path.ends_with("Cargo.toml") {
        true => write(path, &without_tls(&text, &["cli"])),
        false => write(path, &text),
    }
}

/// Runs a program on lines, beside the server that it calls, and gives its answers.
async fn answers(program: &str, lines: String) -> Vec<Value> {
    let program = target().join("debug").join(program);
    let run = move || outside::answers(Command::new(program).arg("invoke"), &lines);
    let answers = tokio::task::spawn_blocking(run);
    let answers = answers.await.expect("the program runs");
    answers.iter().map(|answer| parsed(answer)).collect()
}

async fn server(calls: usize) -> Server {
    Server::start(std::iter::repeat_n(Answer::status(204), calls)).await
}

/// What arrives, where a row says that something does; nothing, where the program refuses to send it.
fn pair<'r>(
    arrives: Arrives,
    answer: &Value,
    requests: &mut impl Iterator<Item = &'r Request>,
) -> Result<Option<&'r Request>, String> {
    match (arrives, answer["ok"].as_bool()) {
        (Arrives::Refused, Some(false)) if answer["kind"] == "request" => Ok(None),
        (Arrives::As(_) | Arrives::Absent, Some(true)) => Ok(requests.next()),
        _ => Err(format!("is answered by {answer}")),
    }
}

/// What is wrong with what arrived of a row.
fn wrong(row: &Row, operation: &str, request: &Request) -> Option<String> {
    let expected = match row.arrives {
        Arrives::As(text) => Some(text),
        Arrives::Absent => None,
        Arrives::Refused => return None,
    };
    let found = match row.location {
        "path" => request.target.strip_prefix(&format!("/{operation}/")),
        "query" => request.target.split_once('?').map(|(_, query)| query),
        "header" => request.header(NAME),
        _ => request.header("cookie"),
    };
    (found != expected).then(|| format!("arrives as {found:?}, not as {expected:?}"))
}

/// One test, for cargo works in a target folder once at a time.
#[tokio::test(flavor = "multi_thread")]
async fn parameters_arrive_as_the_standard_writes_them() {
    let probes = match Path::new(FOLDER).exists() {
        true => PROBES,
        false => {
            eprintln!("NOT TESTED: probes, for there is no folder `../shared/probes`");
            &[]
        }
    };
    let paths = paths().as_object().cloned().expect("paths are an object");
    let (tables, operations) = document(ROWS, paths);
    let folder = write_crates(&tables, probes);
    let mut command = outside::cargo(&folder);
    outside::run(command.args(["build", "--quiet", "--workspace"]), "");

    let mut found = of_rows(&operations).await;
    found.extend(of_templates().await);
    for probe in probes {
        found.extend(of_probe(probe).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

async fn of_rows(operations: &[String]) -> Vec<String> {
    let server = server(ROWS.len()).await;
    let rows = || ROWS.iter().zip(operations);
    let lines = rows().map(|(row, operation)| {
        let parameters = json!({ row.location: { NAME: parsed(row.value) } });
        line(&server, operation, &parameters)
    });
    let answers = answers(TABLES, lines.collect()).await;
    assert_eq!(answers.len(), ROWS.len());
    let requests = server.requests();
    let mut requests = requests.iter();
    let mut found = Vec::new();
    for ((row, operation), answer) in rows().zip(&answers) {
        let wrong = match pair(row.arrives, answer, &mut requests) {
            Ok(request) => request.and_then(|request| wrong(row, operation, request)),
            Err(wrong) => Some(wrong),
        };
        let (location, said, value) = (row.location, row.said, row.value);
        found.extend(wrong.map(|wrong| format!("{location} {said}: {value} {wrong}")));
    }
    found
}

async fn of_templates() -> Vec<String> {
    let server = server(TEMPLATES.len() + 1).await;
    let lines = TEMPLATES.iter();
    let lines =
        lines.map(|(operation, parameters, _)| line(&server, operation, &parsed(parameters)));
    let negotiated = json!({ "header": {
        "Accept": "text/csv", "content-type": "a/b", "Authorization": "x", "X-Plain": "y",
    } });
    let lines = lines.chain([line(&server, "negotiated", &negotiated)]);
    let answers = answers(TABLES, lines.collect()).await;
    let requests = server.requests();
    let mut requests = requests.iter();
    let mut found = Vec::new();
    for ((operation, parameters, arrives), answer) in TEMPLATES.iter().zip(&answers) {
        let wrong = match pair(*arrives, answer, &mut requests) {
            Ok(request) => request.map(Request::line).and_then(|line| {
                let is_same = matches!(arrives, Arrives::As(expected) if line == *expected);
                (!is_same).then(|| format!("arrives as {line}"))
            }),
            Err(wrong) => Some(wrong),
        };
        found.extend(wrong.map(|wrong| format!("{operation} {parameters} {wrong}")));
    }
    // Of the header fields that others decide, `Accept` picks the answer, and the others are not sent.
    let fields = ["accept", "content-type", "authorization", "x-plain"];
    let request = requests.next().expect("the last call is sent");
    let arrived = fields.map(|name| request.header(name));
    if arrived != [Some("text/csv"), None, None, Some("y")] {
        found.push(format!("negotiated: {fields:?} arrive as {arrived:?}"));
    }
    found
}

async fn of_probe(probe: &str) -> Vec<String> {
    let calls = || CALLS.iter().filter(|(of, ..)| *of == probe);
    let server = server(calls().count()).await;
    let lines = calls();
    let lines =
        lines.map(|(_, operation, parameters, ..)| line(&server, operation, &parsed(parameters)));
    let answers = answers(probe, lines.collect()).await;
    let requests = server.requests();
    let mut found = Vec::new();
    for (at, (_, operation, _, expected, fields)) in calls().enumerate() {
        let Some(request) = requests.get(at) else {
            found.push(format!("{probe} {operation}: {:?}", answers.get(at)));
            continue;
        };
        if request.line() != *expected {
            found.push(format!("{probe}: {}, not {expected}", request.line()));
        }
        for name in ["x-ids", "x-when", "cookie", "content-type"] {
            let expected = fields.iter().find(|(field, _)| *field == name);
            let expected = expected.map(|(_, value)| *value);
            if request.header(name) != expected {
                let found_one = request.header(name);
                found.push(format!(
                    "{probe}: {name} is {found_one:?}, not {expected:?}"
                ));
            }
        }
    }
    found
}
