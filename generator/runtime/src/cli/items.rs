use crate::cli::{Input, Refusal};
use crate::json::Decode;

impl Input<'_> {
    /// The items of the body, which is an array of them. A text or bytes that are no such array have the items one after
    /// another already: they give none here, and go over the wire as they are.
    ///
    /// # Errors
    /// If there is no body, or its items are not of the type.
    pub fn items<T: Decode>(&self) -> Result<Vec<T>, Refusal> {
        match self.framed() {
            Some(_) => Ok(Vec::new()),
            None => self.body(),
        }
    }
}
