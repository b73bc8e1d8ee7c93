//! What generated crates cost, measured against twins of them that use serde's derives.

mod arguments;
mod check_cost;
mod codec_speed;
mod crates;
mod run;
mod shapes;
mod twin;

pub use arguments::Bench;
pub use run::bench;
