use std::ffi::OsString;
use std::io;
use std::process::ExitCode;
use std::thread;

use clap::ArgMatches;

use crate::cli::{Group, Login, Schemas, Settings};
use crate::client::ClientBuilder;

/// What the command line of a generated crate knows of its API.
#[derive(Debug)]
pub struct Program {
    /// The name of the package.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// What it is, in a line.
    pub about: &'static str,
    /// The operations.
    pub groups: &'static [&'static Group],
    /// Begins a client.
    pub builder: fn() -> ClientBuilder,
    /// The security schemes.
    pub logins: &'static [Login],
    /// The schemas of the description.
    pub schemas: Schemas,
}

/// Bytes of stack for values of as many levels as are read, in code that is not optimised. Only what is used takes
/// memory.
const STACK: usize = 1 << 27;

impl Program {
    /// Runs the program with these arguments, of which the first is its own name.
    ///
    /// The exit code is 0 if all is well, 1 if something went wrong, and 2 if the arguments make no sense.
    pub fn run(&'static self, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
        let matches = match self.arguments().try_get_matches_from(arguments) {
            Ok(matches) => matches,
            Err(error) => {
                // Where nothing can be printed, the exit code says enough.
                let _ = error.print();
                return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
            }
        };
        let work = thread::Builder::new().stack_size(STACK);
        let work = work.spawn(move || self.act(&matches));
        match work.map(thread::JoinHandle::join) {
            Ok(Ok(Ok(code))) => code,
            Ok(Ok(Err(error))) | Err(error) => {
                eprintln!("{}: {error}", self.name);
                ExitCode::FAILURE
            }
            // The thread has said why.
            Ok(Err(_)) => ExitCode::FAILURE,
        }
    }

    fn act(&self, matches: &ArgMatches) -> io::Result<ExitCode> {
        let settings = Settings::new(self.logins, matches);
        match matches.subcommand() {
            Some(("invoke", _)) => {
                self.invoke(&settings, io::stdin().lock(), io::stdout().lock())?;
                Ok(ExitCode::SUCCESS)
            }
            Some(("completion", matches)) => self.complete(matches),
            Some((group, matches)) => self.perform(&settings, group, matches),
            None => Ok(ExitCode::SUCCESS),
        }
    }
}
