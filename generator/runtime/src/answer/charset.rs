use std::borrow::Cow;

use crate::error::BodyError;

/// The bytes of a text as UTF-8, without a byte order mark.
///
/// Knows UTF-8 (also when nothing is stated), US-ASCII, ISO-8859-1 and UTF-16.
pub(super) fn utf8<'a>(bytes: &'a [u8], charset: Option<&str>) -> Result<Cow<'a, [u8]>, BodyError> {
    match charset {
        None | Some("" | "utf-8" | "utf8" | "us-ascii" | "ascii") => Ok(Cow::Borrowed(
            bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes),
        )),
        Some("iso-8859-1" | "latin1" | "iso_8859-1") => {
            let text: String = bytes.iter().copied().map(char::from).collect();
            Ok(Cow::Owned(text.into_bytes()))
        }
        Some("utf-16") => match bytes {
            [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
            // RFC 2781 §4.3: without a mark, big-endian.
            _ => utf16(bytes, u16::from_be_bytes),
        },
        Some("utf-16le") => utf16(bytes, u16::from_le_bytes),
        Some("utf-16be") => utf16(bytes, u16::from_be_bytes),
        Some(other) => Err(BodyError::charset(other)),
    }
}

fn utf16<'a>(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'a, [u8]>, BodyError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if rest.is_empty() => Ok(Cow::Owned(text.into_bytes())),
        Ok(_) | Err(_) => Err(BodyError::Text("utf-16")),
    }
}
