//! From what the API means to the crate that says it in Rust.

mod answers;
mod client;
mod commands;
mod docs;
mod enumerations;
mod example;
mod families;
mod features;
mod fields;
mod flows;
mod formats;
mod groups;
mod homes;
mod items;
mod krate;
mod manifest;
mod markdown;
mod media_types;
mod names;
mod operations;
mod paging;
mod parameters;
mod schemas;
mod servers;
mod shared;
mod shared_fields;
mod short;
mod traits;
mod tuples;
mod types;
mod unions;
mod variants;
mod xml;
mod xml_types;

pub use krate::lower;
