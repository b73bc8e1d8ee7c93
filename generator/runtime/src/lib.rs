//! The hand-written half of every crate that clientwright generates.

pub mod json;

// For the generator only.
#[cfg(feature = "sources")]
pub mod sources;
