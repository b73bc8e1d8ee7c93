use std::io::{self, BufRead, ErrorKind, Write};

use crate::cli::answer::Answer;
use crate::cli::given::Given;
use crate::cli::line::Line;
use crate::cli::refusal::Problem;
use crate::cli::session::Session;
use crate::cli::{Codec, Program, Refusal, Settings};
use crate::json::{self, RawJson};

impl Program {
    /// Answers each line of the input by a line of the output, in order, until the input ends.
    ///
    /// # Errors
    /// If the input cannot be read, or the output not be written. That nobody reads the output is no error.
    pub fn invoke(
        &self,
        settings: &Settings,
        mut input: impl BufRead,
        mut output: impl Write,
    ) -> io::Result<()> {
        let session = Session::new(self, settings)?;
        let mut line = Vec::new();
        loop {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let mut answer = answer(&session, &line);
            let written = items(&session, &mut answer, &mut output)
                .and_then(|()| write(&mut output, &answer.to_line()));
            match written {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                written => written?,
            }
        }
    }

    /// The operation of this `operationId`, or of this method and path.
    fn command(&self, wanted: &str) -> Result<&'static crate::cli::Command, Refusal> {
        let groups = self.groups.iter();
        let mut commands = groups.flat_map(|group| group.commands);
        let found = commands.find(|command| command.is(wanted));
        found.ok_or_else(|| {
            let message = format!("there is no operation `{wanted}`");
            Refusal::new(Problem::UnknownOperation, message)
        })
    }
}

/// Writes a line for each item of an answer that comes item by item, as soon as it is there.
fn items(session: &Session<'_>, answer: &mut Answer, output: &mut impl Write) -> io::Result<()> {
    while let Answer::Reply(reply) = answer
        && let Some(arriving) = reply.items()
    {
        match session.wait(arriving.item()) {
            Some(Ok(item)) => write(output, &Answer::Item(item).to_line())?,
            Some(Err(refusal)) => *answer = Answer::Refused(refusal),
            None => break,
        }
    }
    Ok(())
}

fn write(output: &mut impl Write, line: &str) -> io::Result<()> {
    output.write_all(line.as_bytes())?;
    output.flush()
}

fn answer(session: &Session<'_>, line: &[u8]) -> Answer {
    let line = json::from_slice::<Line>(line);
    let line = line.map_err(|error| Refusal::request(format!("no line of this program: {error}")));
    let answer = line.and_then(|line| act(session, line));
    answer.unwrap_or_else(Answer::Refused)
}

/// Does what a line asks for.
fn act(session: &Session<'_>, line: Line) -> Result<Answer, Refusal> {
    let program = session.program();
    match (&line.operation, &line.schema) {
        (Some(operation), _) => {
            let command = program.command(operation)?;
            let given = Given::by_line(command, line)?;
            session.call(command, &given).map(Answer::Reply)
        }
        (None, Some(schema)) => {
            let codec = program.schemas.codec(schema).map_err(Refusal::request)?;
            let Some(value) = &line.value else {
                return Err(Refusal::request("the line has no `value`"));
            };
            there_and_back(codec, value.as_str()).map(Answer::Value)
        }
        (None, None) => Err(Refusal::request(
            "the line names neither an `operation` nor a `schema`",
        )),
    }
}

/// The value as its type writes it.
fn there_and_back(codec: Codec, text: &str) -> Result<RawJson, Refusal> {
    let value = json::read(text, codec).map_err(|error| Refusal::decode(&error))?;
    RawJson::of(&*value).map_err(|error| Refusal::request(error.to_string()))
}
