//! Sends examples and random instances through the types that are generated, and looks whether they come back whole.

mod arguments;

mod run;
mod smoke;

mod bench;
mod report;

mod examples;
mod rows;

mod exchange;
mod verdict;

mod differences;
mod explained;
mod number;

#[cfg(test)]
mod tests;

pub use arguments::Fidelity;
pub use run::fidelity;

// What compares values that come back compares them in the same way.
pub(crate) use differences::differences;
