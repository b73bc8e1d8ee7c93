//! Making instances: strategies of proptest, put together while they are drawn from, for schemas may be without end.

mod any;
mod array;
mod bounds;
mod dice;
mod draw;
mod ecma;
mod facets;
mod formats;
mod integers;
mod kinds;
mod names;
mod numbers;
mod object;
mod pattern;
mod pins;
mod schema;
mod strings;
mod text;
mod times;

pub use schema::Schema;
