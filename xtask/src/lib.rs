//! The chores of the repository, as functions that tests can call.

mod regenerate;
pub mod tidy;

pub use regenerate::regenerate;
