//! The twin of a generated crate: the same types and operations, and serde's derives in place of the codecs.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a few kinds of syntax matter here, of very many"
)]

mod coding;
mod declarations;
mod file;
mod package;

pub(super) use package::{Manner, make_twin};
