use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use clap_complete::{Shell, generate};

use crate::cli::Program;
use crate::cli::flags::SHELL;

impl Program {
    /// Prints the script by which a shell completes what is typed for this program.
    ///
    /// # Errors
    /// If nothing can be printed.
    pub(super) fn complete(&self, matches: &ArgMatches) -> io::Result<ExitCode> {
        let Some(shell) = matches.get_one::<Shell>(SHELL) else {
            return Ok(ExitCode::from(2));
        };
        // Into memory first: what makes the script knows of no output that fails.
        let mut script = Vec::new();
        generate(*shell, &mut self.arguments(), self.name, &mut script);
        let mut output = io::stdout().lock();
        match output.write_all(&script).and_then(|()| output.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            Ok(()) | Err(_) => Ok(ExitCode::SUCCESS),
        }
    }
}
