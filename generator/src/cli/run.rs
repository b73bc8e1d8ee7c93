use std::ffi::OsString;

use clap::Parser;

use super::arguments::{Arguments, Command};
use super::console::Console;
use super::exit::Exit;
use super::explain::explain;
use super::generate::generate;
use super::origin::Origin;

/// Runs the command line `arguments`, the name of the program first.
pub fn run(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> Exit {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments {
            command: Command::Generate(wanted),
        }) => generate(console, &wanted, &Origin::of(&wanted)),
        Ok(Arguments {
            command: Command::Explain(wanted),
        }) => explain(console, &wanted),
        Err(error) => usage(console, &error),
    }
}

/// Help and version are answers; anything else that clap says is about a mistake.
fn usage(console: &mut Console<'_>, error: &clap::Error) -> Exit {
    let text = if console.colour() {
        error.render().ansi().to_string()
    } else {
        error.render().to_string()
    };
    if error.use_stderr() {
        console.say(text.trim_end());
        return Exit::Usage;
    }
    match console.print(&text) {
        Ok(()) => Exit::Fine,
        Err(refusal) => {
            console.refuse(&refusal);
            Exit::Failed
        }
    }
}
