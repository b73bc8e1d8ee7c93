use bytes::Bytes;
use http::{HeaderValue, Method};
use url::Url;

use super::{Call, prepare};
use crate::error::RequestFailure;
use crate::json::{self, Json};
use crate::paging::PageTarget;
use crate::style;
use crate::transport::Body;

/// How the call of one page becomes that of the next.
impl Call {
    /// What asks for the page, as it goes over the wire; `None`: nothing yet.
    pub(crate) fn page_text(&self, target: PageTarget) -> Option<String> {
        match target {
            PageTarget::Parameter(parameter) => {
                let mut values = self.0.values.iter();
                let found = values.find(|(given, _)| *given == parameter);
                found.map(|(_, text)| text.clone())
            }
            PageTarget::Body(place) => {
                let body = self.json_body().ok()?;
                let value = body.pointer(place)?;
                Some(value.to_string())
            }
        }
    }

    /// Asks for another page.
    pub(crate) fn ask_for(
        &mut self,
        target: PageTarget,
        value: &Json,
    ) -> Result<(), RequestFailure> {
        match target {
            PageTarget::Parameter(parameter) => {
                self.0.values.retain(|(given, _)| *given != parameter);
                let text = style::expand(parameter, value);
                self.0.values.extend(text.map(|text| (parameter, text)));
                Ok(())
            }
            PageTarget::Body(place) => {
                let mut body = self.json_body()?;
                put(&mut body, place, value.clone());
                self.0.body = Body::bytes(Bytes::from(body.to_string()));
                Ok(())
            }
        }
    }

    /// Where the call goes, without credentials.
    pub(crate) fn url(&self) -> Result<Url, RequestFailure> {
        prepare::target(&self.0)
    }

    /// Follows a URL that an answer has named: it is got, and only on the same origin.
    pub(crate) fn follow(&mut self, from: &Url, mut url: Url) -> Result<(), RequestFailure> {
        let is_own =
            url.origin() == from.origin() && url.username().is_empty() && url.password().is_none();
        if !is_own {
            return Err(RequestFailure::new(
                "the next page is on another origin, which is not to be told the credentials",
            ));
        }
        url.set_fragment(None);
        self.0.url = Some(url);
        self.0.route.method = Method::GET;
        self.0.body = Body::none();
        self.0.content_type = None;
        Ok(())
    }

    /// A page is a call of its own, so that the service must not take it for the one before.
    pub(crate) fn key_of_page(&mut self, page: u32) -> Result<(), RequestFailure> {
        if let Some((name, key)) = &mut self.0.idempotency_key {
            let given = key.as_bytes();
            let first = match given.iter().rposition(|byte| *byte == b'#') {
                Some(end) if page > 2 => given.get(..end).unwrap_or(given),
                Some(_) | None => given,
            };
            let text = [first, format!("#{page}").as_bytes()].concat();
            let mut next = HeaderValue::from_bytes(&text).map_err(|error| {
                RequestFailure::about(name.to_string(), "cannot be numbered").with_source(error)
            })?;
            next.set_sensitive(true);
            *key = next;
        }
        Ok(())
    }

    /// The failure of this operation.
    pub(crate) fn named(&self, failure: RequestFailure) -> RequestFailure {
        failure.of(self.0.route.name.clone())
    }

    fn json_body(&self) -> Result<Json, RequestFailure> {
        let bytes = self.0.body.as_bytes();
        let body = bytes.map_or(Ok(Json::Null), |bytes| json::from_slice(bytes));
        body.map_err(|error| {
            RequestFailure::new("the body cannot ask for another page: it is no JSON")
                .with_source(error)
        })
    }
}

/// Puts a value at a place; what is on the way and is no object becomes one.
fn put(json: &mut Json, place: &str, value: Json) {
    let mut at = json;
    for token in place.split('/').skip(1) {
        if !matches!(at, Json::Object(_)) {
            *at = Json::Object(json::JsonObject::new());
        }
        let Json::Object(object) = at else {
            return;
        };
        at = object.entry(token.replace("~1", "/").replace("~0", "~"));
    }
    *at = value;
}
