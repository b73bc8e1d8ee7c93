use std::hash::{BuildHasher, Hasher, RandomState};

/// What stands between parts (RFC 2046 §5.1.1). Nobody can guess it, so nobody can have put it into a part: its 128 bits
/// come from hashes under keys that the system made at random.
pub(super) fn boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("clientwright-{:016x}{:016x}", random(), random())
}
