//! Rust names from the words of a description.

mod case;
mod feature;
mod ident;
mod keyword;
mod names;
mod scope;
mod singular;
mod singular_words;
mod symbol;
mod words;

#[cfg(test)]
mod tests;

pub use case::Case;
pub use feature::FeatureScope;
pub use ident::Ident;
pub use scope::Scope;
pub use singular::singular;
pub use words::words;
