use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cases::{Call, Scenario};
use super::crates::{Programs, SCRATCH};
use super::line::{Target, line};
use super::program::Program;
use super::reply::Reply;
use super::report::{Entry, Run};
use super::servers::{Folder, Spector};
use super::verdict::verdict;

/// What the calls of a version of OpenAPI are made with.
struct Caller<'a> {
    version: &'a str,
    folder: &'a Folder,
    programs: &'a Programs,
    running: Running,
    server: &'a Spector,
}

/// The programs that were started, by where they are.
#[derive(Debug, Default)]
pub(super) struct Running(BTreeMap<PathBuf, Program>);

/// Makes the calls of these scenarios with the descriptions of a version, and says what became of them.
///
/// # Errors
///
/// When the mock server does not do what it should.
pub(super) fn spector(
    root: &Path,
    version: &str,
    scenarios: &[Scenario],
    (folder, programs): (&Folder, &Programs),
) -> io::Result<Run> {
    let desk = std::path::absolute(root.join(SCRATCH).join(version))?;
    fs::create_dir_all(&desk)?;
    let server = folder.spector(&desk)?;
    let mut caller = Caller {
        version,
        folder,
        programs,
        running: Running::default(),
        server: &server,
    };
    let expressible = scenarios.iter().filter(|it| it.is_expressible(version));
    let mut entries: Vec<Entry> = expressible.map(|it| caller.scenario(it)).collect();
    drop(caller);
    let judged = folder.judge(server, version)?;
    for entry in &mut entries {
        let word = judged.scenarios.get(&entry.scenario).map(String::as_str);
        if word != Some("pass") {
            let word = word.unwrap_or("nothing");
            entry.wrong.push(format!("the server says: {word}"));
        }
    }
    Ok(Run {
        version: version.to_owned(),
        entries,
        complaints: judged.complaints,
        beyond: beyond(version, scenarios),
    })
}

/// The scenarios that no description of the version can express, and why.
fn beyond(version: &str, scenarios: &[Scenario]) -> Vec<String> {
    let beyond = scenarios.iter().filter(|it| !it.is_expressible(version));
    let why = |it: &Scenario| it.why.clone().unwrap_or_default();
    beyond
        .map(|it| format!("{}: {}", it.name, why(it)))
        .collect()
}

impl Caller<'_> {
    fn scenario(&mut self, scenario: &Scenario) -> Entry {
        let mut wrong = Vec::new();
        for call in scenario.wanted() {
            let found = self
                .call(call)
                .unwrap_or_else(|error| vec![error.to_string()]);
            let named = found
                .iter()
                .map(|it| format!("{}: {it}", call.operation_id));
            wrong.extend(named);
        }
        Entry {
            scenario: scenario.name.clone(),
            spec: scenario.spec.clone(),
            wrong,
        }
    }

    /// Makes a call, and says what is wrong with its answer.
    fn call(&mut self, call: &Call) -> io::Result<Vec<String>> {
        let folder = self.folder;
        let assets = |name: &str| folder.asset(name);
        let target = Target {
            operation: &call.operation_id,
            url: &self.server.url(),
            variables: &call.server_variables,
        };
        let line = line(target, &call.args, &assets)?;
        let document = call.document(self.version);
        let program = self.programs.of(&document).map_err(io::Error::other)?;
        let reply = self.running.ask(program, &line)?;
        verdict(&call.expect, &reply, &self.server.own_url(), &assets)
    }
}

impl Running {
    /// Sends a line to the program at this path, which is started unless it runs.
    ///
    /// # Errors
    ///
    /// When it does not answer; the next line will start it anew.
    pub(super) fn ask(&mut self, path: &Path, line: &serde_json::Value) -> io::Result<Reply> {
        let program = match self.0.entry(path.to_owned()) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => slot.insert(Program::start(path)?),
        };
        let reply = program.ask(line);
        if reply.is_err() {
            self.0.remove(path);
        }
        reply
    }
}
