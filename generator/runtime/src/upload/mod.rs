//! Bodies that are read from files and readers while they are sent.

#[cfg(not(target_family = "wasm"))]
mod path;
mod reader;

pub use reader::Reading;
