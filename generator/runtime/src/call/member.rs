use super::Call;
use crate::json::{self, Json};
use crate::transport::Body;

impl Call {
    /// Sets a member of the body to `true`, if that is an object of JSON: by it the service is asked for a stream.
    pub fn set_member(&mut self, name: &str) {
        let Some(bytes) = self.0.body.as_bytes() else {
            return;
        };
        let Ok(Json::Object(mut object)) = json::from_slice::<Json>(bytes) else {
            return;
        };
        object.insert(name.to_owned(), Json::Bool(true));
        if let Ok(text) = json::to_vec(&Json::Object(object)) {
            self.0.body = Body::bytes(text);
        }
    }
}
