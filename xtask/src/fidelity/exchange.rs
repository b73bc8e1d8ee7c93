use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::examples::Case;
use super::verdict::Fate;
use crate::corpus::{End, Guarded, Limits};

/// How long a program may take for all values of a document.
const TIME: Duration = Duration::from_secs(600);

/// Sends values through a program, and says what became of each; `desk` keeps what goes in and comes out.
///
/// # Errors
///
/// When the program cannot be run.
pub(super) fn exchange(program: &Path, desk: &Path, cases: &[Case]) -> io::Result<Vec<Fate>> {
    let sent: Vec<(&str, &Value)> = cases
        .iter()
        .filter_map(|case| Some((case.schema.as_str(), case.value.as_ref().ok()?)))
        .collect();
    let mut lines = String::new();
    for (schema, value) in sent {
        let schema = Value::from(schema);
        let _ = writeln!(lines, r#"{{"schema":{schema},"value":{value}}}"#);
    }
    let input = desk.join("lines");
    fs::write(&input, lines)?;
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" invoke < \"$1\""]);
    command.arg(program).arg(&input);
    let limits = Limits {
        time: TIME,
        memory: None,
    };
    let ended = Guarded {
        limits,
        streams: desk,
    }
    .run(&command)?;
    if ended.how != End::Exit(0) {
        let message = format!("the program ended by {:?}: {}", ended.how, ended.stderr);
        return Err(io::Error::other(message));
    }
    let mut answers = ended.stdout.lines();
    let fates = cases.iter().map(|case| match &case.value {
        Ok(value) => Fate::of(value, answers.next()),
        Err(why) => Fate::Lost(why.clone()),
    });
    Ok(fates.collect())
}
