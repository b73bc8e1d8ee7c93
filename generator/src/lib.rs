//! Reads OpenAPI descriptions and writes Rust client crates.

pub mod config;
pub mod diagnostic;
pub mod document;
pub mod ir;
pub mod naming;
pub mod plan;
pub mod resolved;
pub mod source;
pub mod terms;
