//! The files of a description as they are, and what their references lead to.

mod components;
mod files;
mod keywords;
mod references;
mod site;

pub use components::{Component, components};
pub use files::{Dialect, Document};
pub(crate) use keywords::{Part, parts};
pub(crate) use references::References;
pub(crate) use site::{Id, Site};
