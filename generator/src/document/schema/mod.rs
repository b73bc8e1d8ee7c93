//! Reads schemas, whatever the dialect, into one form that holds everything.

mod bounds;
mod children;
mod discriminator;
mod parts;
mod read;
mod types;
mod xml;

pub(super) use read::any_json;
