//! What a `clientwright.toml` says.

mod file;
mod formats;
mod glob;
mod mark;
mod name;
mod pagination;
mod selection;
#[cfg(test)]
mod tests;
mod wrong;

pub use file::{Config, ErrorShape, Package};
pub use formats::{FormatChoice, Formats, Library};
pub use glob::Glob;
pub use mark::{MARK, is_marked};
pub use name::check_crate_name;
pub use pagination::{PageFrom, PagePlace, PageRule, PageStyle, PageTo};
pub use selection::{OperationPattern, Operations, Schemas, Subject, Unreachable};
pub use wrong::Wrong;
