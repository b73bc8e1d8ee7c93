//! What Swagger 2.0 says in other words than OpenAPI 3.0: each of its objects is read in a file of its own.

pub(super) mod keyword;
pub(super) mod lists;

mod servers;

mod input;
mod operation;
mod path_item;

mod media_types;

mod body;
mod form;
mod response;

mod collection;
mod items;
mod parameter;

mod heirs;
mod security;

#[cfg(test)]
mod translated;

pub(super) use heirs::Heirs;
