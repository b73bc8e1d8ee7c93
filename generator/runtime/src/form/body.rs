use super::write;
use crate::call::Call;
use crate::description::Parameter;
use crate::error::RequestFailure;
use crate::json::{self, Encode};

impl Call {
    /// A body of names and values (`application/x-www-form-urlencoded`), without read-only members; `fields` are those of
    /// which more is said than their type. An absent value is no body.
    pub fn form(&mut self, content_type: &str, fields: &[Parameter], body: &dyn Encode) {
        if body.is_absent() {
            return self.no_body();
        }
        match json::to_request_json(body) {
            Ok(value) => match write(fields, &value) {
                Some(text) => self.text(content_type, text),
                None => {
                    let reason = "the body has no names, so it is no form";
                    self.fail(RequestFailure::new(reason));
                }
            },
            Err(error) => {
                let failure = RequestFailure::new("the body cannot be written as a form");
                self.fail(failure.with_source(error));
            }
        }
    }
}
