//! Unions: which variant the values of a schema are.

mod leaked;
mod table;
