//! What the generator says about a description.

mod code;
mod collect;

pub use code::{Code, Severity};
pub use collect::{Diagnostic, Diagnostics, Failed};
