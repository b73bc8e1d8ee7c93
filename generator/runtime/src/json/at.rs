use crate::json::fault::Expected;
use crate::json::{Decode, DecodeError, Decoded, Kind, Reader};

/// The value at a place of a text of JSON, which is looked for without reading anything else;
/// `None` if there is none, or if it is `null`. Places in errors are those in the whole text.
///
/// `place` is a JSON Pointer (RFC 6901) in which `-1` is the last item of an array.
pub(crate) fn decode_at<T: Decode>(text: &str, place: &str) -> Result<Option<T>, DecodeError> {
    let mut reader = Reader::new(text);
    let value = seek(&mut reader, place).and_then(|found| match found {
        true if reader.peek()? != Kind::Null => T::decode(&mut reader).map(Some),
        true | false => Ok(None),
    });
    value.map_err(|fault| DecodeError::new(text, &fault))
}

/// How many items the array at a place has, and its text; `None` if there is no array.
pub(crate) fn array_at<'a>(
    text: &'a str,
    place: &str,
) -> Result<Option<(usize, &'a str)>, DecodeError> {
    let mut reader = Reader::new(text);
    let array = seek(&mut reader, place).and_then(|found| match found {
        true if reader.peek()? == Kind::Array => {
            let (start, mut count) = (reader.at, 0_usize);
            reader.begin_array()?;
            while reader.next_item()? {
                reader.skip()?;
                count += 1;
            }
            Ok(Some((count, reader.slice(start, reader.at))))
        }
        true | false => Ok(None),
    });
    array.map_err(|fault| DecodeError::new(text, &fault))
}

/// Moves to the value at a place, and says whether there is one.
fn seek(reader: &mut Reader<'_>, place: &str) -> Decoded<bool> {
    let tokens = place.strip_prefix('/').map(|rest| rest.split('/'));
    for token in tokens.into_iter().flatten() {
        let found = match reader.peek()? {
            Kind::Object => member(reader, &token.replace("~1", "/").replace("~0", "~"))?,
            Kind::Array => item(reader, token)?,
            Kind::Null => false,
            Kind::Bool | Kind::Number | Kind::String => {
                return Err(reader.unexpected(Expected::Text("an object")));
            }
        };
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Moves to the value of a member; of several of one name, the last.
fn member(reader: &mut Reader<'_>, name: &str) -> Decoded<bool> {
    let mut found = None;
    reader.begin_object("")?;
    while let Some(key) = reader.next_key()? {
        if key == name {
            found = Some(reader.mark());
        }
        reader.skip()?;
    }
    Ok(found.is_some_and(|mark| {
        reader.rewind(mark);
        true
    }))
}

/// Moves to an item by its index, or to the last one. Where an object is expected there can be an empty array: some
/// languages do not tell them apart.
fn item(reader: &mut Reader<'_>, token: &str) -> Decoded<bool> {
    let index: Option<usize> = token.parse().ok();
    let no_object = reader.unexpected(Expected::Text("an object"));
    let mut found = None;
    let mut at = 0_usize;
    reader.begin_array()?;
    while reader.next_item()? {
        if token == "-1" || index == Some(at) {
            found = Some(reader.mark());
        }
        reader.skip()?;
        at += 1;
    }
    if at > 0 && index.is_none() && token != "-1" {
        return Err(no_object);
    }
    Ok(found.is_some_and(|mark| {
        reader.rewind(mark);
        true
    }))
}
