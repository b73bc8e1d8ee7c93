//! Rust names from the words of a description.

mod case;
mod english;
mod feature;
mod ident;
mod keyword;
mod letters;
mod names;
mod package;
mod scope;
mod symbol;
mod words;

#[cfg(test)]
mod letters_tests;
#[cfg(test)]
mod tests;

pub use case::Case;
pub use english::singular;
pub use feature::FeatureScope;
pub use ident::Ident;
pub use package::package;
pub use scope::Scope;
pub use words::words;
