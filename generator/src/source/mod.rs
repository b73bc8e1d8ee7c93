//! Texts, the values they hold, and the places in them.

mod decode;
mod join;
mod kind;
mod lines;
mod loader;
mod locate;
mod place;
mod pointer;
mod read;
mod same;
mod sources;
mod trace;

#[cfg(test)]
mod tests;

pub use kind::kind_of;
pub use lines::{Lines, Spot};
pub use loader::{LoadError, Loader};
pub use place::{FileId, Place};
pub use pointer::Pointer;
pub use read::{Finding, FindingKind};
pub use same::{canonical, same_value, whole_number};
pub use sources::{ReadError, ReadErrorKind, Sources};
pub use trace::Trace;
