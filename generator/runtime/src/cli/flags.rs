use std::collections::BTreeSet;

use clap::{Arg, ArgAction, Command as Clap, value_parser};
use clap_complete::Shell;

use crate::cli::{Argument, Command, Group, Login, Program};

/// What every command understands.
pub(super) const BASE_URL: &str = "base-url";
pub(super) const ACCEPT: &str = "accept";
pub(super) const HEADER: &str = "header";
pub(super) const SERVER_VARIABLE: &str = "server-variable";
pub(super) const TIMEOUT: &str = "timeout";
pub(super) const MAX_ATTEMPTS: &str = "max-attempts";
pub(super) const RAW: &str = "raw";
/// What `completion` understands.
pub(super) const SHELL: &str = "shell";
/// What operations with a body understand.
pub(super) const BODY: &str = "body";
pub(super) const CONTENT_TYPE: &str = "content-type";

impl Program {
    /// What the program understands.
    pub(super) fn arguments(&self) -> Clap {
        let invoke = Clap::new("invoke")
            .about("Serve another program: read a JSON object a line, write one a line");
        let groups = self.groups.iter().map(|group| of_group(group));
        Clap::new(self.name)
            .version(self.version)
            .about(self.about)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true)
            .args(options())
            .args(self.logins.iter().map(of_login))
            .subcommands(groups)
            .subcommand(invoke)
            .subcommand(completion())
    }
}

fn completion() -> Clap {
    let shell = Arg::new(SHELL).value_name("SHELL").required(true);
    let shell = shell.help("The shell that is to complete what is typed");
    Clap::new("completion")
        .about("Print a script by which a shell completes operations and flags")
        .arg(shell.value_parser(value_parser!(Shell)))
}

fn options() -> [Arg; 7] {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        let option = Arg::new(name).long(name).value_name(value).help(help);
        option.global(true).help_heading("Request")
    };
    [
        option(
            BASE_URL,
            "URL",
            "Where requests go, whatever the description says",
        ),
        option(
            SERVER_VARIABLE,
            "NAME=VALUE",
            "A variable of the URL of the server",
        )
        .action(ArgAction::Append),
        option(HEADER, "NAME:VALUE", "A further header field").action(ArgAction::Append),
        option(ACCEPT, "TYPE", "The media types that the answer may have"),
        option(
            TIMEOUT,
            "SECONDS",
            "How long a call may take, with all its attempts",
        )
        .value_parser(value_parser!(f64)),
        option(
            MAX_ATTEMPTS,
            "COUNT",
            "How often a request may be sent at most",
        )
        .value_parser(value_parser!(u32)),
        Arg::new(RAW)
            .long(RAW)
            .help("Print texts and bytes as they are, and not in JSON")
            .action(ArgAction::SetTrue)
            .global(true)
            .help_heading("Request"),
    ]
}

fn of_login(login: &Login) -> Arg {
    let help = format!(
        "The credential of {}; else ${}",
        login.scheme, login.environment
    );
    Arg::new(login.flag)
        .long(login.flag)
        .value_name("CREDENTIAL")
        .help(help)
        .global(true)
        .help_heading("Credentials")
}

fn of_group(group: &Group) -> Clap {
    let mut names: BTreeSet<&str> = group.commands.iter().map(|command| command.name).collect();
    let commands = group.commands.iter().map(|command| {
        let clap = of_command(command);
        // The name in the description does as well.
        match !command.id.is_empty() && !command.id.starts_with('-') && names.insert(command.id) {
            true => clap.alias(command.id),
            false => clap,
        }
    });
    let clap = Clap::new(group.name).about(group.about);
    clap.subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands(commands.collect::<Vec<_>>())
}

fn of_command(command: &Command) -> Clap {
    let mut about = format!("{}\n\n{} {}", command.about, command.method, command.path);
    if !command.details.is_empty() && command.details != command.about {
        about.push_str("\n\n");
        about.push_str(command.details);
    }
    let arguments = command.parameters.iter().map(of_argument);
    Clap::new(command.name)
        .about(command.about)
        .long_about(about)
        .args(arguments)
        .args(of_body(command))
}

fn of_argument(argument: &Argument) -> Arg {
    let help = match argument.about {
        "" => format!(
            "The {} parameter `{}`",
            argument.location.as_str(),
            argument.name
        ),
        about => about.to_owned(),
    };
    let action = match argument.many {
        true => ArgAction::Append,
        false => ArgAction::Set,
    };
    Arg::new(argument.flag)
        .long(argument.flag)
        .value_name("VALUE")
        .help(help)
        .required(argument.required)
        .action(action)
        .allow_negative_numbers(true)
}

fn of_body(command: &Command) -> Vec<Arg> {
    if command.bodies.is_empty() {
        return Vec::new();
    }
    let types = command.bodies.iter().map(|form| form.content_type);
    let types = types.collect::<Vec<_>>().join(", ");
    let body = Arg::new(BODY)
        .long(BODY)
        .value_name("BODY|@FILE|-")
        .help(format!(
            "The body: itself, in a file, or - for the standard input; {types}"
        ));
    let content_type = Arg::new(CONTENT_TYPE)
        .long(CONTENT_TYPE)
        .value_name("TYPE")
        .help("The media type of the body");
    vec![body.allow_hyphen_values(true), content_type]
}
