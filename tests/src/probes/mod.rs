//! Small documents with known right answers, kept beside the repository; where they are not there, that is said.

mod consumers;
mod enums;
mod formats;
mod generated;
mod modern;
mod named;
mod nullable;
mod recursion;
mod secured;
mod table;
mod unions;

pub(crate) use generated::{FOLDER, generated};
pub(crate) use table::is_same;
