//! The rules of the house as checks over our own sources.

mod cases;
mod check;
mod faces;
mod length;
mod mentions;
mod names;
mod panics;
mod sources;
mod stages;
#[cfg(test)]
mod tests;
mod violation;

pub use check::{check, check_file};
pub use sources::SourceFile;
pub use violation::{Rule, Violation};
