/// Eight bytes at once: `0x01` in each.
const ONES: u64 = u64::from_le_bytes([1; 8]);
/// The highest bit of each byte.
const HIGHS: u64 = ONES << 7;

/// How many bytes at the front of `bytes` stand for themselves in a JSON string: up to a quote, a
/// backslash or a control character.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    let mut length = 0;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let special = special(u64::from_le_bytes(*chunk));
        if special != 0 {
            return length + (special.trailing_zeros() / 8) as usize;
        }
        length += 8;
        rest = behind;
    }
    if let (Some(last), true) = (bytes.last_chunk::<8>(), length > 0) {
        // Again what is not special, and then the rest.
        let special = special(u64::from_le_bytes(*last));
        return match special {
            0 => bytes.len(),
            _ => bytes.len() - 8 + (special.trailing_zeros() / 8) as usize,
        };
    }
    if let (Some([a, b, c, d]), Some([e, f, g, h])) = (rest.first_chunk(), rest.last_chunk()) {
        // From four bytes on, which may be there twice.
        if special(u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h])) == 0 {
            return rest.len();
        }
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The highest bit of the lowest byte that is special; what is set above it may be wrong, because
/// a subtraction borrows from there.
#[inline]
fn special(word: u64) -> u64 {
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let quote = zero(word ^ (ONES * b'"' as u64));
    let backslash = zero(word ^ (ONES * b'\\' as u64));
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
    quote | backslash | control
}

/// How many bytes at the front of `bytes` are digits.
#[inline]
pub(super) fn digits_length(bytes: &[u8]) -> usize {
    let other = |byte: &u8| !byte.is_ascii_digit();
    bytes.iter().position(other).unwrap_or(bytes.len())
}
