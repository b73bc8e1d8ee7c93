//! Changes to a description that stand in documents of their own: Overlay 1.0 and 1.1.

mod apply;

mod document;
mod doing;

mod action;
mod read;

mod edit;
mod query;
mod size;

#[cfg(test)]
mod tests;

pub use apply::apply;
