use std::borrow::Cow;

use crate::answer::Answer;
use crate::error::BodyError;
use crate::json::{Decode, decode_at};

/// A body of JSON of which only parts are read.
impl Answer {
    /// The text; of an empty body an empty one.
    pub(super) fn text_of_page(&self) -> Result<Cow<'_, str>, BodyError> {
        if self.body().is_empty() {
            return Ok(Cow::Borrowed(""));
        }
        match self.json_bytes()? {
            Cow::Borrowed(bytes) => str::from_utf8(bytes).map(Cow::Borrowed).ok(),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).ok(),
        }
        .ok_or(BodyError::Text("utf-8"))
    }

    /// The items at a place; an empty body and a place that is not there have none.
    pub(super) fn items_at<T: Decode>(&self, place: &str) -> Result<Vec<T>, BodyError> {
        let items = part(&self.text_of_page()?, place)?;
        Ok(items.unwrap_or_default())
    }
}

/// The value at a place of a body; `None` if there is none, or if it is `null`.
pub(super) fn part<T: Decode>(text: &str, place: &str) -> Result<Option<T>, BodyError> {
    if text.is_empty() {
        return Ok(None);
    }
    decode_at(text, place).map_err(BodyError::Json)
}
