/// Why bytes are no text that can be read.
pub(super) struct Undecodable {
    /// What is wrong, in one sentence without a full stop.
    pub(super) message: String,
    /// The text as far as it could be made out.
    pub(super) text: String,
    /// The byte in `text` where it went wrong.
    pub(super) at: usize,
}

/// The text of a file: UTF-8, without its byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if let Some(encoding) = foreign_encoding(&bytes) {
        let message = format!("the file is in {encoding}; only UTF-8 is read");
        return Err(Undecodable {
            message,
            text: String::new(),
            at: 0,
        });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message =
            format!("the file is not UTF-8: the byte at offset {at} is no part of a character");
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let mark = if text.starts_with(MARK) {
            MARK.len_utf8()
        } else {
            0
        };
        Undecodable {
            message,
            text: without_mark(text),
            at: at.saturating_sub(mark),
        }
    })?;
    Ok(without_mark(text))
}

const MARK: char = '\u{feff}';

fn without_mark(mut text: String) -> String {
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    text
}

/// The encodings that a byte order mark, or the zero bytes of an ASCII first character, give away.
fn foreign_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [0, first, 0, second, ..] | [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            Some("UTF-16")
        }
        _ => None,
    }
}
