//! Tries the generator on every description of a folder.

mod arguments;
mod bench;
mod cargo;
mod checker;
mod choice;
mod documents;
mod entry;
mod expected;
mod failure;
mod guard;
mod index;
mod parallel;
mod readme;
mod run;
mod same;
mod sniff;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod trial;
mod worker;
mod workshop;

pub use arguments::Corpus;
pub use run::corpus;

// What runs over the same documents has the same tools.
pub(crate) use bench::{Bench, Desk};
pub(crate) use checker::failure;
pub(crate) use documents::{Document, documents};
pub(crate) use guard::{End, Ended, Guarded, Limits};
pub(crate) use parallel::in_parallel;
pub(crate) use run::{glob, write_report};
pub(crate) use table::Table;
pub(crate) use worker::build;
pub(crate) use workshop::{Manner, Workshop};
