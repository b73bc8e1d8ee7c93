//! The judge: the crate `jsonschema`, over one schema that holds all those of a document.

mod bundle;
mod keywords;
mod verdict;

pub use verdict::Judge;
