//! From schemas to types: composition, nullability, unions.

mod api;
mod choice;
mod classes;
mod enumeration;
mod incoming;
mod merge;
mod object;
mod operation;
mod part;
mod schema;
mod translator;
mod unacted;

pub use api::translate;
