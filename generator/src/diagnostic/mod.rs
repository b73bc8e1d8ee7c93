//! What the generator says about a description.

mod code;
mod collect;
mod render;
mod row;
mod shown;
mod suggest;
mod written;

#[cfg(test)]
mod tests;

pub use code::{Code, Severity};
pub use collect::{Diagnostic, Diagnostics, Failed};
pub use render::render;
pub use row::{Row, rows};
pub use suggest::suggest;
pub use written::written;
