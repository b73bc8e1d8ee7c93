//! What goes into a model comes out again: one crate of `cases/round_trip`, and tables of JSON texts.

mod crate_of_models;
mod tables;
mod usage;
mod xml;
