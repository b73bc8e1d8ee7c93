//! Texts, the values they hold, and the places in them.

mod place;
mod pointer;

pub use place::{FileId, Place};
pub use pointer::Pointer;
