use super::{Answer, ContentType, Response};
use crate::error::{BodyError, OperationError};

impl Answer {
    /// Which of several media types, or ranges of them, the body has: the index of the one that fits best.
    ///
    /// A body that does not state what it is has the first.
    ///
    /// # Errors
    /// When it states a media type that none of them describes.
    pub fn choose(&self, listed: &[&str]) -> Result<usize, BodyError> {
        let Some(stated) = self.content_type() else {
            return Ok(0);
        };
        if stated.essence().is_empty() {
            return Ok(0);
        }
        let fits = |(index, text): (usize, &&str)| {
            let fit = stated.fits(&ContentType::parse(text))?;
            // Of those that fit alike, the first.
            Some((fit, std::cmp::Reverse(index)))
        };
        match listed.iter().enumerate().filter_map(fits).max() {
            Some((_, index)) => Ok(index.0),
            None => Err(BodyError::content_type(
                listed.join(" or "),
                stated.essence(),
            )),
        }
    }

    /// A success whose body is not what the document says.
    ///
    /// # Errors
    /// Always `Decode`: the call succeeded, and the error carries all that came.
    pub fn unreadable<T, E>(self, error: BodyError) -> Result<Response<T>, OperationError<E>> {
        Err(self.undecodable(error).into())
    }
}
