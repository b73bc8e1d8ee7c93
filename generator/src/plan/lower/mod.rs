//! From what the API means to the crate that says it in Rust.

mod answers;
mod client;
mod docs;
mod example;
mod features;
mod groups;
mod items;
mod krate;
mod manifest;
mod markdown;
mod names;
mod operations;
mod short;
mod traits;
mod types;

pub use krate::lower;
