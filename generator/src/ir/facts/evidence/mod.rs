//! What tells the variants of a union apart.

mod ambiguous;
mod arrays;
mod distinction;
mod forms;
mod kinds;
mod leaves;
mod listed;
mod objects;
mod records;
mod tags;
mod told;

pub use ambiguous::{Ambiguity, ambiguous};
pub use distinction::distinction;
pub use records::{Constant, Distinction, Evidence, Kind, Tagged, Tags};
