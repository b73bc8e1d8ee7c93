use super::{Answer, ContentType, Response};
use crate::error::{BodyError, OperationError};
use crate::json::{self, Decode};

impl Answer {
    /// The body of a success that is a text of one value, such as a number.
    ///
    /// # Errors
    /// `Decode`, when the text is no such value.
    pub fn plain<T: Decode, E>(self) -> Result<Response<T>, OperationError<E>> {
        match self.plain_body() {
            Ok(body) => Ok(self.into_response(body)),
            Err(error) => self.unreadable(error),
        }
    }

    /// Decodes the body as a text of one value, or as JSON if that is what it states to be.
    ///
    /// # Errors
    /// When it is no such value, or no text.
    pub fn plain_body<T: Decode>(&self) -> Result<T, BodyError> {
        let stated = self.content_type();
        if stated.as_ref().is_some_and(ContentType::is_json) {
            return self.json_body();
        }
        let text = self.text_body()?;
        json::from_plain(&text).map_err(|error| self.explain(BodyError::Json(error)))
    }
}
