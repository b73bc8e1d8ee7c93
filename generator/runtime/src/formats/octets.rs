//! Reading base64 in all the ways in which servers write it.

use std::borrow::Cow;

use ::base64::alphabet::{STANDARD, URL_SAFE};
use ::base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

const TOLERANT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_allow_trailing_bits(true)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// Base64 (RFC 4648 §4).
pub(super) const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, TOLERANT);

/// Base64 in the alphabet for URLs (RFC 4648 §5), which is written without padding.
pub(super) const BASE64_URL: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, TOLERANT.with_encode_padding(false));

/// The bytes: in either alphabet, with padding or without, with lines or without.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let is_space = |character: char| character.is_ascii_whitespace();
    let text: Cow<'_, str> = match text.contains(is_space) {
        true => text.replace(is_space, "").into(),
        false => text.into(),
    };
    let engine = match text.contains(['-', '_']) {
        true => BASE64_URL,
        false => BASE64,
    };
    engine.decode(text.as_bytes()).ok()
}
