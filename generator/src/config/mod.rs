//! What a `clientwright.toml` says.

mod file;
mod mark;
mod name;
#[cfg(test)]
mod tests;

pub use file::{Config, ErrorShape, Package};
pub use mark::{MARK, is_marked};
pub use name::check_crate_name;
