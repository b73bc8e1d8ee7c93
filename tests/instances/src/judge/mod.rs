//! The judge: the crate `jsonschema`, over one schema that holds all those of a document.

mod bundle;
mod keywords;
mod verdict;

pub(crate) use verdict::Judge;
pub use verdict::Reading;
