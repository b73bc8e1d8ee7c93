//! The chores of the repository, as functions that tests can call.

pub mod bench;
pub mod corpus;
pub mod fidelity;
mod regenerate;
pub mod tidy;
pub mod wire;

pub use regenerate::regenerate;
