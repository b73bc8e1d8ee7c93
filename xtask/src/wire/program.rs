use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::reply::Reply;

/// How long a call may take.
const TIME: Duration = Duration::from_secs(30);

/// The program of a generated crate that serves lines.
#[derive(Debug)]
pub(super) struct Program {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Program {
    /// Starts it.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub(super) fn start(path: &Path) -> io::Result<Self> {
        let mut command = Command::new(path);
        command.arg("invoke");
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()?;
        let missing = || io::Error::other("the program has no streams");
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = child.stdout.take().ok_or_else(missing)?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                if !line.is_ok_and(|line| sender.send(line).is_ok()) {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            input,
            lines,
        })
    }

    /// Sends a line, and waits for all that is answered to it.
    ///
    /// # Errors
    ///
    /// When the program ends, takes too long, or answers no JSON.
    pub(super) fn ask(&mut self, line: &Value) -> io::Result<Reply> {
        writeln!(self.input, "{line}")?;
        self.input.flush()?;
        let end = Instant::now() + TIME;
        let mut items = Vec::new();
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left);
            let line = line.map_err(|error| io::Error::other(format!("no answer: {error}")))?;
            let mut value: Value = serde_json::from_str(&line).map_err(io::Error::other)?;
            // The last line says whether all went well; those before it are the items of a stream.
            if value.get("ok").is_some() {
                return Ok(Reply { items, last: value });
            }
            items.extend(value.get_mut("item").map(Value::take));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
