use std::path::PathBuf;

use clap::{Arg, ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::config::check_crate_name;

/// Turns an OpenAPI description into a Rust client crate.
#[derive(Debug, Parser)]
#[command(name = "clientwright", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What clientwright can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the client crate of a description, or check that it is up to date
    Generate(Generate),
    /// Print what a code of a report means, or what one stage made of a description
    #[command(
        override_usage = "clientwright explain <CODE>\n       clientwright explain [OPTIONS] --spec <FILE|FOLDER> --stage <STAGE>"
    )]
    Explain(Explain),
}

/// A description and what goes with it.
#[derive(Debug, Clone, Args)]
pub struct Input {
    /// The description: a file in JSON or YAML, or a folder whose descriptions are read as one
    #[arg(long, value_name = "FILE|FOLDER")]
    pub spec: PathBuf,

    /// The configuration [default: clientwright.toml beside the description, if there is one]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// An overlay that is applied to the description before it is read, after those of the configuration
    #[arg(long = "overlay", value_name = "FILE")]
    pub overlays: Vec<PathBuf>,
    /// Read files of this folder too, where references lead out of that of the description
    #[arg(long, value_name = "FOLDER")]
    pub allow_root: Option<PathBuf>,

    /// The name of the crate, whatever the configuration says
    #[arg(long, value_name = "CRATE", value_parser = parse_name)]
    pub name: Option<String>,
}

/// The arguments of `clientwright generate`.
#[derive(Debug, Clone, Args)]
pub struct Generate {
    /// What is read.
    #[command(flatten)]
    pub input: Input,

    /// Where the crate goes: a folder that is empty or missing, or that clientwright wrote before
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,

    /// How it is done.
    #[command(flatten)]
    pub manner: Manner,
}

/// How a crate is generated.
#[derive(Debug, Clone, Default, Args)]
pub struct Manner {
    /// Write nothing; fail if the crate is not what would be written, and say how to mend it
    #[arg(long)]
    pub check: bool,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,

    /// Write what can be written even if there are errors; the command still fails
    #[arg(long)]
    pub keep_going: bool,

    /// Write a report of the run, in JSON, to a file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// The arguments of `clientwright explain`.
#[derive(Debug, Clone)]
pub enum Explain {
    /// The code of a report, such as `odd-path`.
    Code(String),
    /// A description and a stage.
    Look(Box<Look>),
}

/// By hand, since what the one way asks for the other must not have.
impl Args for Explain {
    fn augment_args(command: clap::Command) -> clap::Command {
        let code = Arg::new(CODE)
            .value_name("CODE")
            .exclusive(true)
            .help("A code of a report, such as `odd-path`: what it means, what was done, and how to mend it");
        Look::augment_args(command.arg(code))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Explain {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        match matches.get_one::<String>(CODE) {
            Some(code) => Ok(Self::Code(code.clone())),
            None => Look::from_arg_matches(matches).map(|look| Self::Look(Box::new(look))),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

const CODE: &str = "code";

/// A stage of a description, to be looked at.
#[derive(Debug, Clone, Args)]
pub struct Look {
    /// What is read.
    #[command(flatten)]
    pub input: Input,

    /// The stage whose result is printed
    #[arg(long, value_name = "STAGE")]
    pub stage: StageName,

    /// Print only what has this name: an operation, a type, a component
    #[arg(long, value_name = "NAME")]
    pub only: Option<String>,
}

/// A stage, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StageName {
    /// The description in OpenAPI 3.0's words, one document whatever number of files
    Document,
    /// The description with nothing left to look up or to fill in
    Resolved,
    /// What the API means: its types and operations, in no language
    Ir,
    /// Every decision about the Rust to come
    Plan,
}

fn parse_name(text: &str) -> Result<String, String> {
    check_crate_name(text)?;
    Ok(text.to_owned())
}
