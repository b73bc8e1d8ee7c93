//! From the plan of a crate to the texts of its files; decides nothing.

mod cli;
mod client;
mod command;
mod crate_files;
mod crate_root;
mod defaults;
mod enumeration;
mod evidence;
mod file;
mod flows;
mod format;
mod group;
mod lints;
mod macros;
mod manifest;
mod methods;
mod object_codec;
mod operation;
mod outcome;
mod paging;
mod reading;
mod readme;
mod runtime;
mod schema_tree;
mod servers;
mod shared;
mod stream;
mod structure;
mod tokens;
mod tuple;
mod type_file;
mod union;
mod wrapper;
mod xml;

pub use crate_files::emit;
pub use file::File;
