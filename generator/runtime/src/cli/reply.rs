use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use crate::answer::{ContentType, Response};
use crate::cli::arriving::Items;
use crate::cli::{Arriving, Called, Refusal, Shown};
use crate::error::OperationError;
use crate::json::{Json, JsonObject, Writer};

/// What an operation answered, as lines say it.
#[derive(Debug)]
pub struct Reply {
    status: StatusCode,
    headers: JsonObject,
    content_type: Option<String>,
    body: Shown,
    items: Option<Items>,
}

/// A call that is on its way. `success` and `failure` say the values of its types.
///
/// # Errors
/// Never; a result so that it reads like what went before it.
pub fn called<T: 'static, E: 'static>(
    sent: impl Future<Output = Result<Response<T>, OperationError<E>>> + Send + 'static,
    success: fn(&T) -> Shown,
    failure: fn(&E) -> Shown,
) -> Called {
    Ok(Box::pin(async move { reply(sent.await, success, failure) }))
}

fn reply<T, E>(
    result: Result<Response<T>, OperationError<E>>,
    success: fn(&T) -> Shown,
    failure: fn(&E) -> Shown,
) -> Result<Reply, Refusal> {
    match result {
        Ok(response) => {
            let body = success(response.body());
            Ok(Reply::new(response.status(), response.headers(), body))
        }
        Err(error) => Err(Refusal::of(error, failure)),
    }
}

impl Reply {
    pub(super) fn new(status: StatusCode, headers: &HeaderMap, body: Shown) -> Self {
        let content_type = headers.get(CONTENT_TYPE);
        let content_type = content_type.map(|value| lossy(value.as_bytes()));
        let stated = content_type.as_deref().map(ContentType::parse);
        Self {
            status,
            headers: fields(headers),
            content_type,
            body: body.of(stated.is_some_and(|stated| stated.is_json())),
            items: None,
        }
    }

    /// An answer whose items are still to come.
    pub(super) fn arriving(items: Box<dyn Arriving>) -> Self {
        let (status, headers) = items.head();
        let head = Self::new(status, headers, Shown::NOTHING);
        Self {
            items: Some(Items(items)),
            ..head
        }
    }

    /// The items that are still to come, if it has any at all.
    pub(super) fn items(&mut self) -> Option<&mut dyn Arriving> {
        self.items.as_mut().map(|items| &mut *items.0 as _)
    }

    pub(super) fn without_body(status: StatusCode) -> Self {
        Self::new(status, &HeaderMap::new(), Shown::NOTHING)
    }

    pub(super) fn body(&self) -> &Shown {
        &self.body
    }

    /// The members of the line that says so.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.field("status", &self.status.as_u16());
        writer.field("headers", &self.headers);
        writer.optional("content_type", &self.content_type);
        writer.optional("body", &self.body);
        if self.items.is_some() {
            writer.field("end", &true);
        }
    }
}

/// Header fields by their names; several of one name as RFC 9110 §5.3 combines them.
fn fields(headers: &HeaderMap) -> JsonObject {
    let mut fields = JsonObject::new();
    for name in headers.keys() {
        let values = headers.get_all(name).iter();
        let values: Vec<String> = values.map(|value| lossy(value.as_bytes())).collect();
        fields.insert(name.as_str(), Json::from(values.join(", ")));
    }
    fields
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
