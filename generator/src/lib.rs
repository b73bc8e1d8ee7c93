//! Reads OpenAPI descriptions and writes Rust client crates.
//!
//! [`generate`] is the whole way, one call a stage:
//!
//! 1. [`document`] reads the files, whatever their version, into OpenAPI 3.0's words,
//! 2. [`resolved`] leaves nothing to look up or to fill in,
//! 3. [`ir`] says what the API means, in no programming language,
//! 4. [`plan`] takes every Rust decision,
//! 5. [`emit`] writes the texts.
//!
//! [`source`], [`terms`], [`naming`], [`diagnostic`] and [`config`] are the ground that all of them stand on. Nothing
//! here reads or writes a file but `cli`.

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
mod driver;
pub mod emit;
pub mod ir;
pub mod naming;
pub mod plan;
mod report;
pub mod resolved;
pub mod source;
pub mod terms;

pub use driver::{Generation, Options, Stage, explain, generate};
pub use report::{Output, Report};
