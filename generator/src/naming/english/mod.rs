//! Plurals and singulars of English words.

mod exceptions;
mod singular;

#[cfg(test)]
mod tests;

pub use singular::singular;
