//! Reads a description, whatever its version, into the words of OpenAPI 3.0.

mod origins;

pub use origins::{Document, Origins};
