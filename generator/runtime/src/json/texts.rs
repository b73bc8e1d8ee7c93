use crate::json::{Decode, DecodeError, Decoded, Encode, EncodeError, Json, Reader, Writer};

/// Reads one value from bytes, which must be UTF-8 and nothing but this value.
///
/// # Errors
/// If they are no JSON, or no value of this type.
pub fn from_slice<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    from_str(utf8(bytes)?)
}

/// Reads one value from a text, which must be nothing but this value.
///
/// # Errors
/// If it is no JSON, or no value of this type.
pub fn from_str<T: Decode>(text: &str) -> Result<T, DecodeError> {
    read(text, T::decode)
}

/// Reads one value from a text as `decode` does, which must be nothing but this value.
pub(crate) fn read<T>(
    text: &str,
    decode: impl FnOnce(&mut Reader<'_>) -> Decoded<T>,
) -> Result<T, DecodeError> {
    let mut reader = Reader::new(text);
    let value = decode(&mut reader);
    match value.and_then(|value| reader.finish().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(fault) => Err(DecodeError::new(text, &fault)),
    }
}

/// Reads one value from JSON that has been read before. Lines and columns of errors are those of
/// its compact text.
///
/// # Errors
/// If it is no value of this type.
pub fn from_json<T: Decode>(json: &Json) -> Result<T, DecodeError> {
    let mut writer = Writer::new();
    json.encode(&mut writer);
    // Levels that are too deep for the writer are too deep for the reader, which says so.
    from_str(&writer.into_text())
}

/// Reads a value from a text that is nothing but it: a string is the text itself, anything else is as JSON writes it.
pub(crate) fn from_plain<T: Decode>(text: &str) -> Result<T, DecodeError> {
    let read = |text: &str| from_texts(&Json::from(text));
    // A line break behind a number is none of it.
    read(text).or_else(|error| read(text.trim()).map_err(|_| error))
}

/// Reads a value from JSON whose numbers and booleans are strings, because they come from where all is text.
///
/// # Errors
/// If it is no value of this type.
pub fn from_texts<T: Decode>(texts: &Json) -> Result<T, DecodeError> {
    let mut writer = Writer::new();
    texts.encode(&mut writer);
    let text = writer.into_text();
    let mut reader = Reader::of_texts(&text);
    let value = T::decode(&mut reader);
    value.map_err(|fault| DecodeError::new(&text, &fault))
}

/// Writes a value as compact JSON.
///
/// # Errors
/// If it has a number that is infinite or not a number, or more than 128 levels.
pub fn to_vec<T: Encode + ?Sized>(value: &T) -> Result<Vec<u8>, EncodeError> {
    to_string(value).map(String::into_bytes)
}

/// Writes a value as compact JSON.
///
/// # Errors
/// If it has a number that is infinite or not a number, or more than 128 levels.
pub fn to_string<T: Encode + ?Sized>(value: &T) -> Result<String, EncodeError> {
    let mut writer = Writer::new();
    value.encode(&mut writer);
    writer.finish()
}

/// Writes a value as compact JSON that is sent: without read-only members.
pub(crate) fn to_request_text<T: Encode + ?Sized>(value: &T) -> Result<String, EncodeError> {
    let mut writer = Writer::for_request();
    value.encode(&mut writer);
    writer.finish()
}

/// Makes JSON of a value that is sent: without read-only members.
pub(crate) fn to_request_json<T: Encode + ?Sized>(value: &T) -> Result<Json, EncodeError> {
    let text = to_request_text(value)?;
    // What a writer has written can be read.
    Ok(from_str(&text).unwrap_or_default())
}

/// Makes JSON of a value.
///
/// # Errors
/// If it has a number that is infinite or not a number, or more than 128 levels.
pub fn to_json<T: Encode + ?Sized>(value: &T) -> Result<Json, EncodeError> {
    let text = to_string(value)?;
    // What a writer has written can be read.
    Ok(from_str(&text).unwrap_or_default())
}

/// What comes before bytes that are no UTF-8 is what the error is about.
fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        DecodeError::not_utf8(str::from_utf8(before).unwrap_or_default())
    })
}
