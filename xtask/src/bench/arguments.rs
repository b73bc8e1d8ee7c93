use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Subcommand};

/// The arguments of `cargo xtask bench`.
#[derive(Debug, Clone, Args)]
pub struct Bench {
    #[command(subcommand)]
    pub(super) what: What,
}

/// What is measured.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum What {
    /// What `cargo check` of a crate costs, and of the same crate with serde's derives in place of its codecs
    Models(Models),
    /// How fast values of well-known descriptions are read and written, by both
    Codecs(Codecs),
}

/// The arguments of `cargo xtask bench codecs`.
#[derive(Debug, Clone, Args)]
pub(super) struct Codecs {
    /// The folder of the descriptions
    #[arg(value_name = "FOLDER")]
    pub(super) corpus: PathBuf,

    /// Only the descriptions whose paths have this in them
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) only: String,

    /// A program to run in place of `clientwright`, which is built otherwise
    #[arg(long, value_name = "PROGRAM")]
    pub(super) worker: Option<PathBuf>,
}

/// The arguments of `cargo xtask bench models`.
#[derive(Debug, Clone, Args)]
pub(super) struct Models {
    /// The descriptions
    #[arg(value_name = "FILE", required = true)]
    pub(super) descriptions: Vec<PathBuf>,

    /// How often each crate is checked; the least that one took counts
    #[arg(long, value_name = "N", default_value = "3")]
    pub(super) rounds: NonZeroUsize,

    /// A program to run in place of `clientwright`, which is built otherwise
    #[arg(long, value_name = "PROGRAM")]
    pub(super) worker: Option<PathBuf>,
}
