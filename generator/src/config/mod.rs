//! What a `clientwright.toml` says.

mod file;

pub use file::{Config, ErrorShape, Package};
