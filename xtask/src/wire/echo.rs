use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

use super::arrived::Arrived;
use super::crates::{Programs, SCRATCH};
use super::echoed::{Arriving, Case, Echoed};
use super::line::{Target, line};
use super::reply::Reply;
use super::report::{Entry, Run};
use super::servers::Folder;
use super::spector::Running;
use crate::fidelity::differences;

/// How long it may take until the server has written down a request that it has answered.
const TIME: Duration = Duration::from_secs(2);

/// What the server has written down, as far as it was read.
struct Log {
    path: PathBuf,
    read: usize,
}

/// Makes the calls to the echo server, and says what became of them.
///
/// # Errors
///
/// When the server does not start.
pub(super) fn echo(
    root: &Path,
    echoed: &Echoed,
    (folder, programs): (&Folder, &Programs),
) -> io::Result<Run> {
    let desk = std::path::absolute(root.join(SCRATCH).join("echo"))?;
    fs::create_dir_all(&desk)?;
    let path = desk.join("requests.jsonl");
    let server = folder.echo(&path)?;
    let url = format!("http://127.0.0.1:{}", server.port);
    let mut log = Log { path, read: 0 };
    let mut running = Running::default();
    let mut entries = Vec::new();
    for case in &echoed.cases {
        let mut call = || -> io::Result<Vec<String>> {
            let program = programs.of(&echoed.document).map_err(io::Error::other)?;
            let reply = running.ask(program, &line_of(case, &url)?)?;
            Ok(judge(case, &log.next()?, &reply))
        };
        entries.push(Entry {
            scenario: case.operation_id.clone(),
            spec: "echo".to_owned(),
            wrong: call().unwrap_or_else(|error| vec![error.to_string()]),
        });
    }
    Ok(Run {
        version: "echo".to_owned(),
        entries,
        complaints: Vec::new(),
        beyond: Vec::new(),
    })
}

fn line_of(case: &Case, url: &str) -> io::Result<Value> {
    let target = Target {
        operation: &case.operation_id,
        url,
        variables: &Map::new(),
    };
    let none = |_: &str| Err(io::Error::other("the echo server has no files"));
    line(target, &case.args, &none)
}

/// What is wrong with a call: with the request, or with its answer.
fn judge(case: &Case, arrived: &[Arrived], reply: &Reply) -> Vec<String> {
    let [arrived] = arrived else {
        return vec![format!("{} requests: {}", arrived.len(), reply.said())];
    };
    let mut wrong = arrived.differs(&case.expect, case.args.body.is_some());
    if reply.status() != 200 {
        wrong.push(format!("status {}", reply.status()));
    }
    wrong.extend(wrong_answer(&case.expect, reply));
    wrong
}

fn wrong_answer(expected: &Arriving, reply: &Reply) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(value) = &expected.answer_json {
        let null = Value::Null;
        for it in differences(value, reply.body().unwrap_or(&null)) {
            wrong.push(format!(
                "answer {}: {}, not {}",
                it.path, it.found, it.expected
            ));
        }
    }
    if let Some(text) = &expected.answer_text
        && reply.text().unwrap_or_default() != text
    {
        wrong.push(format!("answer {:?}, not {text:?}", reply.body()));
    }
    if let Some(bytes) = &expected.answer_base64
        && reply.base64() != Some(bytes)
    {
        wrong.push(format!("answer {:?}, not {bytes}", reply.body()));
    }
    wrong
}

impl Log {
    /// The requests that were written down since the last time; waits for the first.
    fn next(&mut self) -> io::Result<Vec<Arrived>> {
        let end = Instant::now() + TIME;
        loop {
            let text = fs::read_to_string(&self.path)?;
            let new = text.get(self.read..).unwrap_or_default();
            if let Some(last) = new.rfind('\n') {
                let whole = new.get(..=last).unwrap_or_default();
                self.read += whole.len();
                let lines = whole.lines().map(serde_json::from_str);
                return lines.collect::<Result<_, _>>().map_err(io::Error::other);
            }
            if Instant::now() > end {
                return Ok(Vec::new());
            }
            sleep(Duration::from_millis(10));
        }
    }
}
