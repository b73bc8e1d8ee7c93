//! Facts about types, each a pure function of the API.

mod asked_by;
mod endless;
mod evidence;
mod paging;
mod parts;
mod reach;
mod recursion;
mod twins;

pub use asked_by::asked_by;
pub use endless::endless;
pub use evidence::{
    Ambiguity, Constant, Distinction, Evidence, Kind, Tagged, Tags, ambiguous, distinction,
};
pub use paging::{is_linked, paging};
pub use parts::parts;
pub use reach::{Reach, reach};
pub use recursion::{Boxes, boxes};
pub use twins::twins;
