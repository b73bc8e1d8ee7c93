//! What Swagger 2.0 says in other words than OpenAPI 3.0: each of its objects is read in a file of its own.

pub(super) mod keyword;
pub(super) mod lists;

mod servers;

mod operation;
mod path_item;

mod inputs;
mod media_types;
mod response;

mod heirs;
mod security;

#[cfg(test)]
mod tests;

pub(super) use heirs::Heirs;
