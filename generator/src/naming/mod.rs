//! Rust names from the words of a description.
