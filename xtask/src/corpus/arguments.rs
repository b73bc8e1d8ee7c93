use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

/// The arguments of `cargo xtask corpus`.
#[derive(Debug, Clone, Args)]
pub struct Corpus {
    /// A folder of descriptions: those that its `index.tsv` lists, or every file that is one
    #[arg(value_name = "FOLDER", required = true)]
    pub folders: Vec<PathBuf>,

    /// Check every crate too; a warning is a failure
    #[arg(long)]
    pub compile: bool,

    /// Check the crates of the documents that `tests/cases/corpus/smoke.txt` lists, and of no other
    #[arg(long, conflicts_with = "compile")]
    pub smoke: bool,

    /// Only the documents whose path in the folder matches
    #[arg(long, value_name = "GLOB")]
    pub only: Option<String>,

    /// How many documents at the same time [default: as many as there are processors]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// Write what became of each document, in JSON, to a file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,

    /// Put a table of the run into `README.md`
    #[arg(long, requires = "compile")]
    pub readme: bool,

    /// How long a document may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub timeout: u64,

    /// How much address space a document may take, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 4096)]
    pub memory: u64,

    /// Keep what was generated, in `target/corpus`
    #[arg(long)]
    pub keep: bool,

    /// A program to run in place of `clientwright`, which is built otherwise
    #[arg(long, value_name = "PROGRAM")]
    pub worker: Option<PathBuf>,
}
