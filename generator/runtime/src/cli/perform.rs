use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use bytes::Bytes;
use clap::ArgMatches;

use crate::cli::content::Content;
use crate::cli::flags::{BODY, CONTENT_TYPE};
use crate::cli::given::{Given, Value};
use crate::cli::refusal::Problem;
use crate::cli::session::Session;
use crate::cli::{Command, Program, Refusal, Reply, Settings, Shown};

impl Program {
    /// Makes the call that a person asks for, and prints what was answered.
    ///
    /// # Errors
    /// If nothing can be printed.
    pub(super) fn perform(
        &self,
        settings: &Settings,
        group: &str,
        matches: &ArgMatches,
    ) -> io::Result<ExitCode> {
        let mut groups = self.groups.iter();
        let group = groups.find(|known| known.name == group);
        let named = matches.subcommand().and_then(|(name, matches)| {
            let mut commands = group?.commands.iter();
            Some((commands.find(|known| known.name == name)?, matches))
        });
        let Some((command, matches)) = named else {
            return Ok(ExitCode::from(2));
        };
        let session = Session::new(self, settings)?;
        let reply =
            Given::by_flags(command, matches).and_then(|given| session.call(command, &given));
        match reply {
            Ok(mut reply) => match items(&session, &mut reply, settings)? {
                Some(refusal) => self.refuse(&refusal, settings),
                None => {
                    print(reply.body(), settings)?;
                    Ok(ExitCode::SUCCESS)
                }
            },
            Err(refusal) => self.refuse(&refusal, settings),
        }
    }

    fn refuse(&self, refusal: &Refusal, settings: &Settings) -> io::Result<ExitCode> {
        eprintln!("{}: {}", self.name, refusal.message());
        let reply = refusal.reply();
        reply.map_or(Ok(()), |reply| print(reply.body(), settings))?;
        Ok(exit_code(refusal))
    }
}

/// Usage is what was refused before anything was sent.
fn exit_code(refusal: &Refusal) -> ExitCode {
    match refusal.problem() {
        Problem::Request | Problem::UnknownOperation => ExitCode::from(2),
        Problem::Api
        | Problem::Decode
        | Problem::Auth
        | Problem::Transport
        | Problem::Timeout
        | Problem::TooLarge => ExitCode::FAILURE,
    }
}

/// Prints the items of an answer that comes item by item, as soon as they are there, and what is the matter if one is
/// not.
fn items(
    session: &Session<'_>,
    reply: &mut Reply,
    settings: &Settings,
) -> io::Result<Option<Refusal>> {
    while let Some(arriving) = reply.items() {
        match session.wait(arriving.item()) {
            Some(Ok(item)) => print(&item, settings)?,
            Some(Err(refusal)) => return Ok(Some(refusal)),
            None => break,
        }
    }
    Ok(None)
}

fn print(body: &Shown, settings: &Settings) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let text = body.printed(settings.raw);
    let written = output.write_all(&text).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

impl Given {
    /// What the flags of an operation say.
    ///
    /// # Errors
    /// If the body cannot be read, or has no form that the operation has.
    fn by_flags(command: &Command, matches: &ArgMatches) -> Result<Self, Refusal> {
        let value = |flag: &str| {
            let texts = matches.get_many::<String>(flag)?;
            Some(Value::Texts(texts.cloned().collect()))
        };
        let values = command.parameters.iter();
        let mut given = Self {
            values: values.map(|argument| value(argument.flag)).collect(),
            ..Self::default()
        };
        if !command.bodies.is_empty() {
            given.content_type = matches.get_one(CONTENT_TYPE).cloned();
            given.content = match matches.get_one::<String>(BODY) {
                Some(text) => Some(Content::Raw(body(text)?)),
                None => None,
            };
        }
        given.choose_form(command)?;
        Ok(given)
    }
}

/// A body: itself, `@` and the path of a file that holds it, or `-` for the standard input.
fn body(text: &str) -> Result<Bytes, Refusal> {
    let mut bytes = Vec::new();
    let read = match (text, text.strip_prefix('@')) {
        ("-", _) => io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
        (_, Some(path)) => fs::read(path),
        (text, None) => Ok(text.as_bytes().to_vec()),
    };
    let read = read.map_err(|error| Refusal::request(format!("the body `{text}`: {error}")));
    read.map(Bytes::from)
}
