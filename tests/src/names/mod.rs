//! The obstacle course of names and texts: the crates of `cases/names` compile without a warning.

mod consumers;
mod course;
mod examples;
mod stability;

pub(crate) use examples::program as program_of_examples;
