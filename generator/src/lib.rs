//! Reads OpenAPI descriptions and writes Rust client crates.
//!
//! [`generate`] is the whole way, one call a stage:
//!
//! 1. [`overlay`] changes what the files hold, if that is asked for,
//! 2. [`document`] reads the files, whatever their version, into OpenAPI 3.0's words,
//! 3. [`resolved`] leaves nothing to look up or to fill in,
//! 4. [`ir`] says what the API means, in no programming language,
//! 5. [`plan`] takes every Rust decision,
//! 6. [`emit`] writes the texts.
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
pub mod overlay;
pub mod plan;
mod report;
pub mod resolved;
pub mod source;
pub mod terms;

pub use driver::{Generation, Options, Stage, explain, generate};
pub use report::{Output, Report};
