use crate::call::Call;
use crate::error::RequestFailure;
use crate::json::{self, Encode, EncodeError};

/// What stands before each JSON text of a sequence (RFC 7464 §2.2).
const RECORD_SEPARATOR: char = '\u{1E}';

impl Call {
    /// A body of JSON texts, one a line, each with its line feed; without read-only members.
    pub fn lines<T: Encode>(&mut self, content_type: &str, items: &[T]) {
        self.one_after_another(content_type, written("", &mut each(items)));
    }

    /// A body of JSON texts, each between a record separator and a line feed (RFC 7464 §2.2); without read-only members.
    pub fn sequence<T: Encode>(&mut self, content_type: &str, items: &[T]) {
        let before = RECORD_SEPARATOR.encode_utf8(&mut [0; 4]).to_owned();
        self.one_after_another(content_type, written(&before, &mut each(items)));
    }

    /// The whole is in memory, so that it can be sent again.
    fn one_after_another(&mut self, content_type: &str, text: Result<String, EncodeError>) {
        match text {
            Ok(text) => self.text(content_type, text),
            Err(error) => {
                let failure = RequestFailure::new("an item of the body cannot be written as JSON");
                self.fail(failure.with_source(error));
            }
        }
    }
}

fn each<T: Encode>(items: &[T]) -> impl Iterator<Item = &dyn Encode> {
    items.iter().map(|item| -> &dyn Encode { item })
}

fn written(
    before: &str,
    items: &mut dyn Iterator<Item = &dyn Encode>,
) -> Result<String, EncodeError> {
    let mut text = String::new();
    for item in items {
        text.push_str(before);
        // A JSON text of ours has no line feed: those in strings are escaped.
        text.push_str(&json::to_request_text(item)?);
        text.push('\n');
    }
    Ok(text)
}
