//! JSON and YAML texts to values, by one visitor.

mod finding;
mod merge;
mod node;
mod number;
mod relaxed;
mod text;

#[cfg(test)]
mod tests;

pub use finding::{Finding, FindingKind};
pub(super) use relaxed::relaxed;
pub(super) use text::{Fault, read};
