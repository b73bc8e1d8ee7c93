//! The hand-written half of every crate that clientwright generates.

pub mod json;
