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
