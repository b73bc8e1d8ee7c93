//! What a few lines of a description become.

mod surface;
mod written;

mod composition;
mod enums;
mod names;
mod operations;
mod selection;
mod shared;
mod structs;
mod unions;
