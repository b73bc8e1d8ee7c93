//! How values become parts of a URL, header fields and cookies (OAS 3.1 §4.8.12, RFC 6570).

pub mod encode;
mod expand;
mod target;
mod template;
mod text;

pub use expand::{expand, expand_by};
pub use target::{base_url, target};
pub use template::{PathValue, fill};
pub use text::text;
