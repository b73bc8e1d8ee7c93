//! Tries the generator on every description of a folder.

mod arguments;
mod bench;
mod cargo;
mod checker;
mod documents;
mod entry;
mod expected;
mod failure;
mod guard;
mod index;
mod parallel;
mod run;
mod same;
mod sniff;
mod summary;
mod table;
mod told;

pub use arguments::Corpus;
pub use run::corpus;
