//! What a few lines of a description become.

mod surface;
mod written;

mod composition;
mod enums;
mod names;
mod operations;
mod shared;
mod selection;
mod structs;
mod unions;
