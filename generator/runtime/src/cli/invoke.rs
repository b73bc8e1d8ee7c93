use std::io::{self, BufRead, ErrorKind, Write};

use crate::cli::answer::{Answer, Problem, Refusal};
use crate::cli::line::Line;
use crate::cli::{Codec, Program};
use crate::json;

impl Program {
    /// Answers each line of the input by a line of the output, in order, until the input ends.
    ///
    /// # Errors
    /// If the input cannot be read, or the output not be written. That nobody reads the output is no error.
    pub fn invoke(&self, mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let answer = answer(self, &line).to_line();
            let written = output
                .write_all(answer.as_bytes())
                .and_then(|()| output.flush());
            match written {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                written => written?,
            }
        }
    }
}

fn answer(program: &Program, line: &[u8]) -> Answer {
    let answer = json::from_slice::<Line>(line)
        .map_err(|error| {
            Refusal::new(
                Problem::Request,
                format!("no line of this program: {error}"),
            )
        })
        .and_then(|line| act(program, &line));
    match answer {
        Ok(value) => Answer::Value(value),
        Err(refusal) => Answer::Refused(refusal),
    }
}

/// Does what a line asks for.
fn act(program: &Program, line: &Line) -> Result<String, Refusal> {
    match (&line.operation, &line.schema) {
        (Some(operation), _) => {
            let message = format!("this program does not call operations, such as `{operation}`");
            Err(Refusal::new(Problem::UnknownOperation, message))
        }
        (None, Some(schema)) => {
            let codec = program
                .schemas
                .codec(schema)
                .map_err(|message| Refusal::new(Problem::Request, message))?;
            let Some(value) = &line.value else {
                let message = "the line has no `value`".to_owned();
                return Err(Refusal::new(Problem::Request, message));
            };
            there_and_back(codec, value.as_str())
        }
        (None, None) => {
            let message = "the line names neither an `operation` nor a `schema`".to_owned();
            Err(Refusal::new(Problem::Request, message))
        }
    }
}

/// The value as its type writes it.
fn there_and_back(codec: Codec, text: &str) -> Result<String, Refusal> {
    let value = json::read(text, codec).map_err(Refusal::decode)?;
    json::to_string(&*value).map_err(|error| Refusal::new(Problem::Request, error.to_string()))
}
