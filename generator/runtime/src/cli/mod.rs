//! The program that a generated crate is under its feature `cli`.

mod program;

mod invoke;

mod answer;
mod line;

mod codec;
mod schemas;

pub use codec::{Codec, codec};
pub use program::Program;
pub use schemas::Schemas;
