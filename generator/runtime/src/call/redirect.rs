use http::header::{
    CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, LOCATION,
};
use http::{HeaderMap, HeaderName, Method, StatusCode};
use url::Url;

use crate::transport::{Body, TransportRequest};

/// Header fields that describe a body (RFC 9110 §8.3–8.7).
const OF_BODY: [HeaderName; 5] = [
    CONTENT_TYPE,
    CONTENT_LENGTH,
    CONTENT_ENCODING,
    CONTENT_LANGUAGE,
    CONTENT_LOCATION,
];

/// The request that follows a redirect (RFC 9110 §15.4), if the answer is one and its target is of
/// the same origin. Another origin is never followed: it would be handed what was meant for this
/// one.
pub fn follow(
    request: &TransportRequest,
    status: StatusCode,
    headers: &HeaderMap,
) -> Option<TransportRequest> {
    let method = method(&request.method, status)?;
    let location = str::from_utf8(headers.get(LOCATION)?.as_bytes()).ok()?;
    let url = same_origin(&request.url, location)?;
    let mut next = request.clone();
    next.url = url;
    if method != request.method {
        next.method = method;
        next.body = Body::none();
        for name in OF_BODY {
            next.headers.remove(name);
        }
    }
    next.body.is_repeatable().then_some(next)
}

/// The method of the request that follows; `None` for an answer that is no redirect.
fn method(method: &Method, status: StatusCode) -> Option<Method> {
    match (status.as_u16(), method) {
        (301 | 302, &Method::POST) => Some(Method::GET),
        (303, &Method::HEAD) => Some(Method::HEAD),
        (303, _) => Some(Method::GET),
        (301 | 302 | 307 | 308, _) => Some(method.clone()),
        _ => None,
    }
}

fn same_origin(from: &Url, location: &str) -> Option<Url> {
    let mut url = from.join(location).ok()?;
    let is_same =
        url.origin() == from.origin() && url.username().is_empty() && url.password().is_none();
    url.set_fragment(None);
    is_same.then_some(url)
}
