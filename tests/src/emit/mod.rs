//! What a few lines of a description become.

mod surface;
mod written;

mod algebra;
mod command_line;
mod composition;
mod enums;
mod formats;
mod incoming;
mod listed;
mod methods;
mod names;
mod operations;
mod patterns;
mod presence;
mod references;
mod security;
mod selection;
mod servers;
mod shared;
mod structs;
mod swagger;
mod tuples;
mod unions;
mod xml;

pub(crate) use written::{configured, generate};
