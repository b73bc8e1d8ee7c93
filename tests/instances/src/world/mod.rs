//! Every schema of a description that instances are asked of, and what is known of it beforehand.

mod heights;
mod heirs;
mod nulls;
mod schemas;
mod survey;

pub(crate) use schemas::Schemas;
pub use survey::World;
