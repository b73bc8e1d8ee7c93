//! Writes what was emitted into a folder: only what changed, all of it or nothing, and never over somebody else's file.

mod difference;
mod folder;
mod plan;
#[cfg(test)]
mod tests;
mod write;

pub(super) use difference::describe;
pub(super) use folder::survey;
pub(super) use plan::Plan;
pub(super) use write::apply;
