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

pub use arguments::Corpus;
pub use run::corpus;
