use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

/// The arguments of `cargo xtask wire`.
#[derive(Debug, Clone, Args)]
pub struct Wire {
    /// The folder of the servers: `spector` with its cases and descriptions, and `echo`
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,

    /// Only the scenarios whose name, or whose folder of descriptions, matches
    #[arg(long, value_name = "GLOB")]
    pub only: Option<String>,

    /// The versions of OpenAPI that the descriptions are taken in, and `echo`
    #[arg(long, value_name = "VERSION", value_delimiter = ',', default_values = ["3.0", "3.1", "3.2", "echo"])]
    pub oas: Vec<String>,

    /// How many crates are built at the same time
    #[arg(long, value_name = "N", default_value = "2")]
    pub jobs: NonZeroUsize,

    /// Write what became of each scenario, in JSON, to a file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,

    /// A program to run in place of `clientwright`, which is built otherwise
    #[arg(long, value_name = "PROGRAM")]
    pub worker: Option<PathBuf>,
}
