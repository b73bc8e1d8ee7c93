use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

/// The arguments of `cargo xtask fidelity`.
#[derive(Debug, Clone, Args)]
pub struct Fidelity {
    /// A folder of descriptions, with the lists `examples.tsv` and `examples_request.tsv` of what they show
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,

    /// Only the documents whose path in the folder matches
    #[arg(long, value_name = "GLOB")]
    pub only: Option<String>,

    /// The examples and no random instances, which is so unless `--random` says otherwise
    #[arg(long, conflicts_with = "random")]
    pub examples_only: bool,

    /// So many random instances of each component too, of every document that matches
    #[arg(long, value_name = "N")]
    pub random: Option<usize>,

    /// The documents that `tests/cases/fidelity/smoke.txt` lists and no other, with fifty random instances of each
    /// component unless `--random` says otherwise
    #[arg(long, conflicts_with_all = ["only", "examples_only"])]
    pub smoke: bool,

    /// The random instances and no examples
    #[arg(long, requires = "random")]
    pub random_only: bool,

    /// What the random instances begin with
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,

    /// How many documents at the same time: a large one takes gigabytes of memory to be compiled
    #[arg(long, value_name = "N", default_value = "1")]
    pub jobs: NonZeroUsize,

    /// Write what became of each document, in JSON, to a file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,

    /// A program to run in place of `clientwright`, which is built otherwise
    #[arg(long, value_name = "PROGRAM")]
    pub worker: Option<PathBuf>,
}

/// How many random instances of each component there are in every run of CI.
const OF_EACH: usize = 50;

impl Fidelity {
    /// How many random instances of each component are wanted.
    pub(super) fn instances(&self) -> Option<usize> {
        self.random.or(self.smoke.then_some(OF_EACH))
    }
}
