//! The obstacle course of names and texts: the crates of `cases/names` compile without a warning.

mod compile;
mod course;
mod examples;
mod stability;
